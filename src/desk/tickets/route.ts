import type { Refusal } from "../../core/refusal.ts";
import type { Plazo } from "../plazo.ts";
import type { Done, Place, Staff } from "./act.ts";

export interface Routing {
  readonly by: Staff;
  readonly seenSeq?: number;
  readonly to: string;
  readonly reason?: string;
}

/** Passes the ticket up to another level. */
export function route(_plazo: Plazo, _place: Place, _wish: Routing): Promise<Done | Refusal> {
  throw new Error("being written");
}
