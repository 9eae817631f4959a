import type { Refusal } from "../../core/refusal.ts";
import type { Plazo } from "../plazo.ts";
import type { Done, Place, Staff } from "./act.ts";

export interface Solution {
  readonly by: Staff;
  readonly seenSeq?: number;
  readonly cause: string;
  readonly remedy: string;
  /** What the client is told; none: the cause and the remedy. */
  readonly text?: string;
}

/** States cause and remedy; a level that tells the client tells them now. */
export function solve(_plazo: Plazo, _place: Place, _wish: Solution): Promise<Done | Refusal> {
  throw new Error("being written");
}
