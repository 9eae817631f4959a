import type { Refusal } from "../../core/refusal.ts";
import type { Plazo } from "../plazo.ts";
import type { Done, Place, Staff } from "./act.ts";

export interface Linking {
  readonly by: Staff;
  readonly seenSeq?: number;
  readonly to: string;
  readonly as: "related" | "duplicate";
}

/** Links two tickets, both ways. */
export function link(_plazo: Plazo, _place: Place, _wish: Linking): Promise<Done | Refusal> {
  throw new Error("being written");
}
