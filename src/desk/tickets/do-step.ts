import type { Refusal } from "../../core/refusal.ts";
import type { Plazo } from "../plazo.ts";
import { act, staffActor } from "./act.ts";
import type { Done, Place, Staff } from "./act.ts";

/** Does the next step of a procedure (IF-8), with what shows that it is done. */
export function doStep(
  plazo: Plazo,
  place: Place,
  wish: {
    readonly by: Staff;
    readonly seenSeq?: number;
    readonly procedure: string;
    readonly note?: string;
  },
): Promise<Done | Refusal> {
  const { by, seenSeq, procedure, note } = wish;
  return act(plazo, place, {
    command: {
      by: staffActor(by),
      act: { do: "do-step", procedure, ...(note === undefined ? {} : { note }) },
    },
    ...(seenSeq === undefined ? {} : { seenSeq }),
  });
}
