import type { Refusal } from "../../core/refusal.ts";
import type { Plazo } from "../plazo.ts";
import type { Done, Place, Staff } from "./act.ts";

export interface Waiting {
  readonly by: Staff;
  readonly seenSeq?: number;
  readonly note?: string;
}

/** Says that a third party is awaited. */
export function waitForThirdParty(_plazo: Plazo, _place: Place, _wish: Waiting): Promise<Done | Refusal> {
  throw new Error("being written");
}
