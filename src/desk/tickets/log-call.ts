import type { Refusal } from "../../core/refusal.ts";
import type { Act } from "../../core/ticket/command.ts";
import type { MessageRef } from "../../core/ticket/event.ts";
import type { Plazo } from "../plazo.ts";
import { act, staffActor } from "./act.ts";
import type { Done, Place, Staff } from "./act.ts";
import { speak } from "./speak.ts";

export interface Call {
  readonly by: Staff;
  readonly seenSeq?: number;
  readonly text: string;
  readonly outcome: "spoke" | "no-answer" | "left-message";
  /** By telephone unless said; a conversation by chat is logged in the same way (IF-3). */
  readonly channel?: "phone" | "chat";
  /** When the call was, where it is logged afterwards. */
  readonly at?: number;
}

/**
 * Logs a call against the ticket (HB-6): an answered one is contact, an attempt is not. What was said
 * is written down for the desk's people; the client heard it, and is mailed nothing.
 */
export function logCall(plazo: Plazo, place: Place, wish: Call): Promise<Done | Refusal> {
  const { by, seenSeq, text, outcome, at, channel = "phone" } = wish;
  const when = at === undefined ? {} : { at };
  const seen = seenSeq === undefined ? {} : { seenSeq };
  if (outcome === "spoke") {
    const act = (message: MessageRef): Act => ({ do: "contact", message, how: "call" });
    return speak(plazo, place, {
      by,
      text,
      public: false,
      channel,
      act,
      ...when,
      ...seen,
    });
  }
  const command = {
    by: staffActor(by),
    act: { do: "log-attempt", outcome, note: text },
    ...when,
  } as const;
  return act(plazo, place, { command, ...seen });
}
