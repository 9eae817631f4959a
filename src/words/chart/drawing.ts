import type { FigureMark } from "../../core/figures/mark.ts";

/** What a shape means; each medium has its own colour and pattern for it. */
export type Look =
  | "kept"
  | "missed"
  | "waiting"
  | "solved"
  | "plain"
  | "strong"
  | "grid"
  | "promised"
  /** Steps of a heat, from none to most. */
  | "heat-0"
  | "heat-1"
  | "heat-2"
  | "heat-3"
  | "heat-4";

/** How a text is set. */
export type Voice = "label" | "value" | "soft" | "on-heat";

/** A shape with where it leads: `says` is its own text, for whoever cannot see it. */
export type Shape =
  | {
      readonly is: "rect";
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly look: Look;
      readonly mark?: FigureMark;
      readonly says?: string;
    }
  | {
      readonly is: "line";
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
      readonly look: Look;
    }
  | {
      readonly is: "dot";
      readonly x: number;
      readonly y: number;
      readonly r: number;
      readonly look: Look;
      readonly mark?: FigureMark;
      readonly says?: string;
    }
  | {
      readonly is: "text";
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly anchor: "start" | "middle" | "end";
      readonly voice: Voice;
    };

/** A chart as shapes, in pixels from the upper left: the same for a page, a mail and paper. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  /** What it says, in a sentence, for whoever cannot see it. */
  readonly says: string;
  readonly shapes: readonly Shape[];
}

/** A text cut to the width that it has, at some 6.2 pixels a letter. */
export function fitted(text: string, width: number): string {
  const most = Math.max(3, Math.floor(width / 6.2));
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
}
