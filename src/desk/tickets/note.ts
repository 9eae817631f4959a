import type { Refusal } from "../../core/refusal.ts";
import type { Plazo } from "../plazo.ts";
import type { Done, Place, Staff } from "./act.ts";
import { speak } from "./speak.ts";

export interface Note {
  readonly by: Staff;
  readonly seenSeq?: number;
  readonly text: string;
  readonly uploads?: { readonly session: string; readonly ids: readonly string[] };
}

/** Keeps an internal note, which no client sees. */
export function note(plazo: Plazo, place: Place, wish: Note): Promise<Done | Refusal> {
  return speak(plazo, place, {
    ...wish,
    public: false,
    act: (message) => ({ do: "note", message }),
  });
}
