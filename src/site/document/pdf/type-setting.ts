import { createRequire } from "node:module";
import type { Run } from "../block.ts";

const require = createRequire(import.meta.url);

/** The faces of the document, embedded: Source Serif 4 (SIL Open Font License 1.1). */
export const faces = {
  regular:
    require.resolve("@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf"),
  italic:
    require.resolve("@expo-google-fonts/source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf"),
  bold: require.resolve("@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf"),
} as const;

export type Face = keyof typeof faces;

/** The page in points (1/72 inch): US Letter, the paper of Mexican offices. */
export const paper = {
  width: 612,
  height: 792,
  left: 68,
  right: 68,
  top: 78,
  bottom: 70,
} as const;

/** Ink: black on white reads best on paper; one accent, for what stands apart. */
export const ink = {
  text: "#1c2426",
  soft: "#566064",
  accent: "#0d5c63",
  line: "#c9c6bb",
  edge: "#7c8587",
  wash: "#f2f5f4",
} as const;

/** How a stretch is set: face, size in points, colour. */
export interface Setting {
  readonly face: Face;
  readonly size: number;
  readonly colour: string;
}

/** Sizes by what they are for; `leading` is the height of a line. */
export const body = { size: 10, leading: 14.2 } as const;
export const headings = {
  1: { size: 26, leading: 31, before: 0, after: 8 },
  2: { size: 16.5, leading: 21, before: 26, after: 8 },
  3: { size: 12, leading: 16, before: 14, after: 4 },
  4: { size: 10.5, leading: 14.5, before: 9, after: 3 },
} as const;

/** How a run is set within text of a size; `bold` where all of it is, as in headings. */
export function settingOf({ style, to }: Run, { size, bold }: Text): Setting {
  const face = bold === true ? "bold" : "regular";
  const colour = to === undefined ? ink.text : ink.accent;
  switch (style) {
    case "strong":
      return { face: "bold", size, colour };
    case "emphasis":
      return { face: "italic", size, colour };
    case "clause":
      return { face: "regular", size: Math.min(size * 0.82, 9), colour: ink.soft };
    case "soft":
      return { face, size, colour: ink.soft };
    case "code":
      return { face, size: size * 0.94, colour };
    default:
      return { face, size, colour };
  }
}

/** What text a run stands in. */
export interface Text {
  readonly size: number;
  readonly bold?: boolean;
}
