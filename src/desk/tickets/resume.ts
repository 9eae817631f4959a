import type { Refusal } from "../../core/refusal.ts";
import type { Plazo } from "../plazo.ts";
import type { Done, Place, Staff } from "./act.ts";

export interface Resumption {
  readonly by: Staff;
  readonly seenSeq?: number;

}

/** Ends what was waited for or scheduled. */
export function resume(_plazo: Plazo, _place: Place, _wish: Resumption): Promise<Done | Refusal> {
  throw new Error("being written");
}
