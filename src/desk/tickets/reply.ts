import type { Refusal } from "../../core/refusal.ts";
import type { Plazo } from "../plazo.ts";
import type { Done, Place, Staff } from "./act.ts";

export interface Reply {
  readonly by: Staff;
  readonly seenSeq?: number;
  readonly text: string;
  readonly progress?: boolean;
  readonly uploads?: { readonly session: string; readonly ids: readonly string[] };
}

/** Answers the client in public. */
export function reply(_plazo: Plazo, _place: Place, _wish: Reply): Promise<Done | Refusal> {
  throw new Error("being written");
}
