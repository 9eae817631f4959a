import type { Refusal } from "../../core/refusal.ts";
import type { Plazo } from "../plazo.ts";
import type { Done, Place, Staff } from "./act.ts";

export interface HandBack {
  readonly by: Staff;
  readonly seenSeq?: number;
  readonly cause: string;
  readonly remedy: string;
}

/** Hands the answer back down to the level that it came from, with cause and remedy. */
export function handBack(_plazo: Plazo, _place: Place, _wish: HandBack): Promise<Done | Refusal> {
  throw new Error("being written");
}
