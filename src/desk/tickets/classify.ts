import type { Refusal } from "../../core/refusal.ts";
import type { Plazo } from "../plazo.ts";
import type { Done, Place, Staff } from "./act.ts";

export interface Classification {
  readonly by: Staff;
  readonly seenSeq?: number;
  readonly severity: string;
  readonly reason?: string;
}

/** Fixes the severity. */
export function classify(_plazo: Plazo, _place: Place, _wish: Classification): Promise<Done | Refusal> {
  throw new Error("being written");
}
