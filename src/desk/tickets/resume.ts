import type { Refusal } from "../../core/refusal.ts";
import type { Plazo } from "../plazo.ts";
import { act, staffActor } from "./act.ts";
import type { Done, Place, Staff } from "./act.ts";

export interface Resumption {
  readonly by: Staff;
  readonly seenSeq?: number;
}

/** Ends what was waited for or scheduled. */
export function resume(plazo: Plazo, place: Place, wish: Resumption): Promise<Done | Refusal> {
  const { by, seenSeq } = wish;
  return act(plazo, place, {
    command: { by: staffActor(by), act: { do: "resume" } },
    ...(seenSeq === undefined ? {} : { seenSeq }),
  });
}
