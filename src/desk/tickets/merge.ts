import type { Refusal } from "../../core/refusal.ts";
import type { Plazo } from "../plazo.ts";
import type { Done, Place, Staff } from "./act.ts";

export interface Merging {
  readonly by: Staff;
  readonly seenSeq?: number;
  readonly into: string;
}

/** Merges this ticket into another, which survives. */
export function merge(_plazo: Plazo, _place: Place, _wish: Merging): Promise<Done | Refusal> {
  throw new Error("being written");
}
