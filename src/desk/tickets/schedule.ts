import type { Refusal } from "../../core/refusal.ts";
import type { Plazo } from "../plazo.ts";
import type { Done, Place, Staff } from "./act.ts";

export interface Scheduling {
  readonly by: Staff;
  readonly seenSeq?: number;
  readonly until: number;
  readonly note?: string;
}

/** Schedules the work for later. */
export function schedule(_plazo: Plazo, _place: Place, _wish: Scheduling): Promise<Done | Refusal> {
  throw new Error("being written");
}
