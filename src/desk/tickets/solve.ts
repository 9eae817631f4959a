import type { Refusal } from "../../core/refusal.ts";
import type { Plazo } from "../plazo.ts";
import type { Done, Place, Staff } from "./act.ts";
import { speak } from "./speak.ts";

export interface Solution {
  readonly by: Staff;
  readonly seenSeq?: number;
  readonly cause: string;
  readonly remedy: string;
  /** What the client is told; none: the cause and the remedy. */
  readonly text?: string;
}

/**
 * States cause and remedy and tells the client, who is asked to confirm. At a level that does not
 * tell the client this is refused by the core: it hands back instead. Where the client is told in turn
 * (CC-11), only cause and remedy are stated: a call is due then.
 */
export function solve(plazo: Plazo, place: Place, wish: Solution): Promise<Done | Refusal> {
  const { cause, remedy, by, seenSeq } = wish;
  return speak(plazo, place, {
    by,
    text: wish.text ?? `${cause}\n\n${remedy}`,
    public: true,
    act: (message) => ({
      do: "solve",
      cause,
      remedy,
      message,
      ...(wish.text === undefined ? { made: true } : {}),
    }),
    ...(seenSeq === undefined ? {} : { seenSeq }),
  });
}
