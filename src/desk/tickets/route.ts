import type { Refusal } from "../../core/refusal.ts";
import type { Plazo } from "../plazo.ts";
import { act, staffActor } from "./act.ts";
import type { Done, Place, Staff } from "./act.ts";

export interface Routing {
  readonly by: Staff;
  readonly seenSeq?: number;
  readonly to: string;
  readonly reason?: string;
}

/** Passes the ticket up to another level. */
export function route(plazo: Plazo, place: Place, wish: Routing): Promise<Done | Refusal> {
  const { by, seenSeq } = wish;
  return act(plazo, place, {
    command: {
      by: staffActor(by),
      act: {
        do: "route",
        to: wish.to,
        ...(wish.reason === undefined ? {} : { reason: wish.reason }),
      },
    },
    ...(seenSeq === undefined ? {} : { seenSeq }),
  });
}
