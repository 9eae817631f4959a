import type { Refusal } from "../../core/refusal.ts";
import type { Plazo } from "../plazo.ts";
import type { Done, Place, Staff } from "./act.ts";

export interface Splitting {
  readonly by: Staff;
  readonly seenSeq?: number;
  readonly message: string;
  readonly subject: string;
}

/** Makes a ticket of its own from one message; it counts from when that message arrived. */
export function split(_plazo: Plazo, _place: Place, _wish: Splitting): Promise<Done | Refusal> {
  throw new Error("being written");
}
