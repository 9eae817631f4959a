import type { Refusal } from "../../core/refusal.ts";
import type { Plazo } from "../plazo.ts";
import { act, staffActor } from "./act.ts";
import type { Done, Place, Staff } from "./act.ts";

export interface Assignment {
  readonly by: Staff;
  readonly seenSeq?: number;
  readonly to: { readonly id: string; readonly name: string } | null;
}

/** Gives the ticket to somebody, or to nobody. */
export function assign(plazo: Plazo, place: Place, wish: Assignment): Promise<Done | Refusal> {
  const { by, seenSeq } = wish;
  return act(plazo, place, {
    command: { by: staffActor(by), act: { do: "assign", to: wish.to } },
    ...(seenSeq === undefined ? {} : { seenSeq }),
  });
}
