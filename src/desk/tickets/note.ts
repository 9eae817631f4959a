import type { Refusal } from "../../core/refusal.ts";
import type { Plazo } from "../plazo.ts";
import type { Done, Place, Staff } from "./act.ts";

export interface Note {
  readonly by: Staff;
  readonly seenSeq?: number;
  readonly text: string;
  readonly uploads?: { readonly session: string; readonly ids: readonly string[] };
}

/** Keeps an internal note, which no client sees. */
export function note(_plazo: Plazo, _place: Place, _wish: Note): Promise<Done | Refusal> {
  throw new Error("being written");
}
