import type { Refusal } from "../../core/refusal.ts";
import type { Instant } from "../../core/time/instant.ts";
import type { Plazo } from "../plazo.ts";
import { act, staffActor } from "./act.ts";
import type { Done, Place, Staff } from "./act.ts";

interface Doing {
  readonly by: Staff;
  readonly seenSeq?: number;
  /** The charge of the policy; left out where it has one alone. */
  readonly charge?: string;
  readonly minutes: number;
}

/** Quotes help by time at the policy's rate; the client accepts it before anything is charged (FI-14, RD-1). */
export function proposeCharge(
  plazo: Plazo,
  place: Place,
  { by, minutes, charge, ...seen }: Doing,
): Promise<Done | Refusal> {
  const named = charge === undefined ? {} : { charge };
  const wanted = { do: "propose-charge", minutes, ...named } as const;
  return act(plazo, place, { ...seen, command: { by: staffActor(by), act: wanted } });
}

/** Logs time that was worked and is charged; `at`: when it was done, where that is not now. */
export function logTime(
  plazo: Plazo,
  place: Place,
  wish: Doing & { readonly work: string; readonly at?: Instant },
): Promise<Done | Refusal> {
  const { by, minutes, charge, work, at, ...seen } = wish;
  const named = charge === undefined ? {} : { charge };
  const wanted = { do: "log-time", minutes, work, ...named } as const;
  const when = at === undefined ? {} : { at };
  return act(plazo, place, { ...seen, command: { by: staffActor(by), act: wanted, ...when } });
}
