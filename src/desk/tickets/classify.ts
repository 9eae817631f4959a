import type { Refusal } from "../../core/refusal.ts";
import type { Plazo } from "../plazo.ts";
import { act, staffActor } from "./act.ts";
import type { Done, Place, Staff } from "./act.ts";

export interface Classification {
  readonly by: Staff;
  readonly seenSeq?: number;
  readonly severity: string;
  readonly reason?: string;
}

/** Fixes the severity. */
export function classify(
  plazo: Plazo,
  place: Place,
  wish: Classification,
): Promise<Done | Refusal> {
  const { by, seenSeq } = wish;
  return act(plazo, place, {
    command: {
      by: staffActor(by),
      act: {
        do: "classify",
        severity: wish.severity,
        ...(wish.reason === undefined ? {} : { reason: wish.reason }),
      },
    },
    ...(seenSeq === undefined ? {} : { seenSeq }),
  });
}
