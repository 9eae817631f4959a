import type { Refusal } from "../../core/refusal.ts";
import type { Plazo } from "../plazo.ts";
import { act, staffActor } from "./act.ts";
import type { Done, Place, Staff } from "./act.ts";

export interface Admission {
  readonly by: Staff;
  readonly seenSeq?: number;
  readonly note?: string;
}

/** Takes in a ticket that was held (support renewed, sender verified): its promises start now. */
export function admit(plazo: Plazo, place: Place, wish: Admission): Promise<Done | Refusal> {
  const { by, seenSeq, note } = wish;
  return act(plazo, place, {
    command: { by: staffActor(by), act: { do: "admit", ...(note === undefined ? {} : { note }) } },
    ...(seenSeq === undefined ? {} : { seenSeq }),
  });
}
