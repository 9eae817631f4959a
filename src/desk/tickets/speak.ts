import type { Refusal } from "../../core/refusal.ts";
import type { Act } from "../../core/ticket/command.ts";
import type { MessageRef } from "../../core/ticket/event.ts";
import type { Ticket } from "../../core/ticket/ticket.ts";
import { refuse } from "../../core/refusal.ts";
import { lockTicket } from "../../store/tickets.ts";
import { inDesk } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";
import { actOnLocked } from "./act-inside.ts";
import { staffActor } from "./act.ts";
import type { Done, Place, Staff } from "./act.ts";
import type { Inside } from "./file-inside.ts";

/** What a member of staff says, and the act that it is. */
export interface Speech {
  readonly by: Staff;
  readonly seenSeq?: number;
  readonly text: string;
  readonly uploads?: { readonly session: string; readonly ids: readonly string[] };
  readonly public: boolean;
  /** The channel by which it was said, where that is not the ticket's own. */
  readonly channel?: string;
  readonly at?: number;
  readonly act: (message: MessageRef, ticket: Ticket) => Act;
}

/** Does an act that carries words of staff, in the requester's language and by the ticket's channel. */
export function speak(plazo: Plazo, place: Place, speech: Speech): Promise<Done | Refusal> {
  const { desk, folio } = place;
  return inDesk(plazo.db, desk, (tx) => speakInside({ plazo, tx, desk }, folio, speech));
}

/** The same inside a transaction under way; a refusal has written nothing. */
export async function speakInside(
  inside: Inside,
  folio: string,
  speech: Speech,
): Promise<Done | Refusal> {
  const id = inside.plazo.effects.random.id();
  const locked = await lockTicket(inside.tx, folio);
  if (locked === undefined) return refuse("no-such-ticket", { facts: { folio } });
  const { ticket } = locked;
  const channel = speech.channel ?? ticket.channel;
  const { uploads, at, seenSeq, text } = speech;
  const act = speech.act({ id, channel, files: uploads?.ids ?? [] }, ticket);
  const { language } = ticket.requester;
  return actOnLocked(inside, locked, {
    command: { by: staffActor(speech.by), act, ...(at === undefined ? {} : { at }) },
    message: {
      id,
      text,
      public: speech.public,
      channel,
      language,
      ...(uploads === undefined ? {} : { uploads }),
    },
    ...(seenSeq === undefined ? {} : { seenSeq }),
  });
}
