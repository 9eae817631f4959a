import type { Refusal } from "../../core/refusal.ts";
import type { Plazo } from "../plazo.ts";
import { act, staffActor } from "./act.ts";
import type { Done, Place, Staff } from "./act.ts";

export interface HandBack {
  readonly by: Staff;
  readonly seenSeq?: number;
  readonly cause: string;
  readonly remedy: string;
}

/** Hands the answer back down to the level that it came from, with cause and remedy. */
export function handBack(plazo: Plazo, place: Place, wish: HandBack): Promise<Done | Refusal> {
  const { by, seenSeq } = wish;
  return act(plazo, place, {
    command: {
      by: staffActor(by),
      act: { do: "hand-back", cause: wish.cause, remedy: wish.remedy },
    },
    ...(seenSeq === undefined ? {} : { seenSeq }),
  });
}
