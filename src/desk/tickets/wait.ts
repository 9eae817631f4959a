import type { Refusal } from "../../core/refusal.ts";
import type { Plazo } from "../plazo.ts";
import { act, staffActor } from "./act.ts";
import type { Done, Place, Staff } from "./act.ts";

export interface Waiting {
  readonly by: Staff;
  readonly seenSeq?: number;
  readonly note?: string;
}

/** Says that a third party is awaited. */
export function waitForThirdParty(
  plazo: Plazo,
  place: Place,
  wish: Waiting,
): Promise<Done | Refusal> {
  const { by, seenSeq } = wish;
  return act(plazo, place, {
    command: {
      by: staffActor(by),
      act: {
        do: "wait",
        for: "third-party",
        ...(wish.note === undefined ? {} : { note: wish.note }),
      },
    },
    ...(seenSeq === undefined ? {} : { seenSeq }),
  });
}
