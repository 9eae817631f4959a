import type { Refusal } from "../../core/refusal.ts";
import type { Plazo } from "../plazo.ts";
import type { Done, Place, Staff } from "./act.ts";

export interface Call {
  readonly by: Staff;
  readonly seenSeq?: number;
  readonly text: string;
  readonly outcome: "spoke" | "no-answer" | "left-message";
  /** When the call was, where it is logged afterwards. */
  readonly at?: number;
}

/** Logs a call against the ticket (HB-6): an answered one is contact, an attempt is not. */
export function logCall(_plazo: Plazo, _place: Place, _wish: Call): Promise<Done | Refusal> {
  throw new Error("being written");
}
