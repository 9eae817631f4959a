import type { Refusal } from "../../core/refusal.ts";
import type { Plazo } from "../plazo.ts";
import { act, staffActor } from "./act.ts";
import type { Done, Place, Staff } from "./act.ts";

export interface Scheduling {
  readonly by: Staff;
  readonly seenSeq?: number;
  readonly until: number;
  readonly note?: string;
}

/** Schedules the work for later. */
export function schedule(plazo: Plazo, place: Place, wish: Scheduling): Promise<Done | Refusal> {
  const { by, seenSeq } = wish;
  return act(plazo, place, {
    command: {
      by: staffActor(by),
      act: {
        do: "schedule",
        until: wish.until,
        ...(wish.note === undefined ? {} : { note: wish.note }),
      },
    },
    ...(seenSeq === undefined ? {} : { seenSeq }),
  });
}
