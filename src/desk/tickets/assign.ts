import type { Refusal } from "../../core/refusal.ts";
import type { Plazo } from "../plazo.ts";
import type { Done, Place, Staff } from "./act.ts";

export interface Assignment {
  readonly by: Staff;
  readonly seenSeq?: number;
  readonly to: { readonly id: string; readonly name: string } | null;
}

/** Gives the ticket to somebody, or to nobody. */
export function assign(_plazo: Plazo, _place: Place, _wish: Assignment): Promise<Done | Refusal> {
  throw new Error("being written");
}
