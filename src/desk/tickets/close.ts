import type { Refusal } from "../../core/refusal.ts";
import type { Plazo } from "../plazo.ts";
import type { Done, Place, Staff } from "./act.ts";

export interface Closing {
  readonly by: Staff;
  readonly seenSeq?: number;
  readonly reason: "out-of-scope" | "spam" | "duplicate" | "by-agent";
  readonly note?: string;
}

/** Closes the ticket for a reason. */
export function close(_plazo: Plazo, _place: Place, _wish: Closing): Promise<Done | Refusal> {
  throw new Error("being written");
}
