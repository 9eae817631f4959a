import type { Refusal } from "../../core/refusal.ts";
import type { Plazo } from "../plazo.ts";
import { act, staffActor } from "./act.ts";
import type { Done, Place, Staff } from "./act.ts";

export interface Closing {
  readonly by: Staff;
  readonly seenSeq?: number;
  readonly reason: "out-of-scope" | "spam" | "duplicate" | "by-agent";
  readonly note?: string;
  /** Which of what the policy does not attend to, where that is the reason. */
  readonly scope?: string;
}

/** Closes the ticket for a reason. */
export function close(plazo: Plazo, place: Place, wish: Closing): Promise<Done | Refusal> {
  const { by, seenSeq } = wish;
  return act(plazo, place, {
    command: {
      by: staffActor(by),
      act: {
        do: "close",
        reason: wish.reason,
        ...(wish.note === undefined ? {} : { note: wish.note }),
        ...(wish.scope === undefined ? {} : { scope: wish.scope }),
      },
    },
    ...(seenSeq === undefined ? {} : { seenSeq }),
  });
}
