import { unfilledIn } from "../../core/canned/placeholders.ts";
import type { Refusal } from "../../core/refusal.ts";
import type { Act } from "../../core/ticket/command.ts";
import type { MessageRef } from "../../core/ticket/event.ts";
import type { Ticket } from "../../core/ticket/ticket.ts";
import { isRefusal, refuse } from "../../core/refusal.ts";
import { lockTicket } from "../../store/tickets.ts";
import { inDesk } from "../../store/transaction.ts";
import { noteUses } from "../articles/of-ticket.ts";
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
  /** The message's id, where it has one from before it was sent; none: a new one. */
  readonly id?: string;
  readonly seenMessages?: readonly string[];
}

/** Does an act that carries words of staff, in the requester's language and by the ticket's channel. */
export function speak(plazo: Plazo, place: Place, speech: Speech): Promise<Done | Refusal> {
  const { desk, folio } = place;
  return inDesk(plazo.db, desk, (tx) => speakInside({ plazo, tx, desk }, folio, speech));
}

/**
 * The same inside a transaction under way; a refusal has written nothing. What the client reads is
 * refused with `placeholder-unfilled` while a place of it is still to be written (facts: `left`).
 */
export async function speakInside(
  inside: Inside,
  folio: string,
  speech: Speech,
): Promise<Done | Refusal> {
  const id = speech.id ?? inside.plazo.effects.random.id();
  const locked = await lockTicket(inside.tx, folio);
  if (locked === undefined) return refuse("no-such-ticket", { facts: { folio } });
  const { ticket } = locked;
  const channel = speech.channel ?? ticket.channel;
  const { uploads, at, seenSeq, seenMessages, text } = speech;
  const act = speech.act({ id, channel, files: uploads?.ids ?? [] }, ticket);
  const left = speech.public ? unfilledIn(publicWords(text, act)) : [];
  if (left.length > 0) return refuse("placeholder-unfilled", { field: "text", facts: { left } });
  const { language } = ticket.requester;
  const done = await actOnLocked(inside, locked, {
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
    ...(seenMessages === undefined ? {} : { seenMessages }),
  });
  if (speech.public && !isRefusal(done)) {
    const use = { ticket: locked.number, message: id, by: speech.by.name };
    await noteUses(inside, { ...use, text: publicWords(text, act) });
  }
  return done;
}

/** All that the client reads of it: of a solution, its cause and remedy as well. */
function publicWords(text: string, act: Act): string {
  return act.do === "solve" ? [text, act.cause, act.remedy].join("\n") : text;
}
