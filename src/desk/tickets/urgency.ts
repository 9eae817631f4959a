import type { Refusal } from "../../core/refusal.ts";
import type { Plazo } from "../plazo.ts";
import { act, staffActor } from "./act.ts";
import type { Done, Place, Staff } from "./act.ts";

interface Doing {
  readonly by: Staff;
  readonly seenSeq?: number;
}

/** Agrees that the claimed ground holds: its severity is in force (RD-15). */
export function confirmUrgency(
  plazo: Plazo,
  place: Place,
  { by, ...seen }: Doing,
): Promise<Done | Refusal> {
  return act(plazo, place, {
    ...seen,
    command: { by: staffActor(by), act: { do: "confirm-urgency" } },
  });
}

/** Refuses the claimed ground, with the reason that the client is told: what it opened is closed again. */
export function refuseUrgency(
  plazo: Plazo,
  place: Place,
  { by, reason, ...seen }: Doing & { readonly reason: string },
): Promise<Done | Refusal> {
  return act(plazo, place, {
    ...seen,
    command: { by: staffActor(by), act: { do: "refuse-urgency", reason } },
  });
}
