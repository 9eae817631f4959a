import { isRefusal, refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import { decide } from "../../core/ticket/decide.ts";
import { noFacts } from "../../core/ticket/facts.ts";
import { chained, noHead } from "../../store/chain.ts";
import { sha256 } from "../../store/digest.ts";
import { drawFolio, writeFiling } from "../../store/filing.ts";
import type { MessageRecord } from "../../store/ticket-records.ts";
import { lockTicket } from "../../store/tickets.ts";
import type { LockedTicket } from "../../store/tickets.ts";
import { inDesk, rollbackWith } from "../../store/transaction.ts";
import type { Rollback } from "../../store/transaction.ts";
import { followFor, followToken } from "../follow.ts";
import { composeMails } from "../mail/compose.ts";
import type { Plazo } from "../plazo.ts";
import { boundPolicy } from "../policies/bound-policy.ts";
import { actOnLocked, textsOf } from "./act-inside.ts";
import { staffActor } from "./act.ts";
import type { Done, Place, Staff } from "./act.ts";
import type { Inside } from "./file-inside.ts";
import { rowOf } from "./row-of.ts";

export interface Splitting {
  readonly by: Staff;
  readonly seenSeq?: number;
  /** The id of the client's message that is a case of its own. */
  readonly message: string;
  readonly subject: string;
}

/**
 * Makes a ticket of its own from one message of the client (FI-9): it counts from when that message
 * arrived, not from when somebody clicked. Gives the new ticket. Refuses `no-such-message`.
 */
export function split(plazo: Plazo, place: Place, wish: Splitting): Promise<Done | Refusal> {
  const { desk, folio } = place;
  return inDesk(plazo.db, desk, async (tx): Promise<Done | Refusal | Rollback<Refusal>> => {
    const inside = { plazo, tx, desk };
    const parent = await lockTicket(tx, folio);
    if (parent === undefined) return refuse("no-such-ticket", { facts: { folio } });
    const message = (await textsOf(inside, parent.number)).get(wish.message);
    if (message === undefined || message.author.kind !== "client" || message.seq === 1) {
      return refuse("no-such-message", { field: "message" });
    }
    const child = await fileChild(inside, { parent, message, wish });
    if (isRefusal(child)) return rollbackWith(child);
    const done = await actOnLocked(inside, parent, {
      command: {
        by: staffActor(wish.by),
        act: { do: "split", into: child.folio, message: message.id },
      },
      ...(wish.seenSeq === undefined ? {} : { seenSeq: wish.seenSeq }),
    });
    return isRefusal(done) ? rollbackWith(done) : child;
  });
}

interface Child {
  readonly parent: LockedTicket;
  readonly message: MessageRecord;
  readonly wish: Splitting;
}

async function fileChild(inside: Inside, child: Child): Promise<Done | Refusal> {
  const { plazo, tx, desk } = inside;
  const { ticket, now } = child.parent;
  const binding = await boundPolicy(plazo, tx, { number: ticket.policy });
  const number = await drawFolio(tx);
  const id = plazo.effects.random.id();
  const folio = binding.policy.policy.desk.folio.replace("{n}", String(number));
  const { policy, calendars } = binding;
  const context = { policy, calendars, facts: noFacts, now, readUpTo: null };
  const decided = decide(null, fileCommand(child, { id, folio }), context);
  if (isRefusal(decided)) return decided;
  const { events, wakesAt } = decided;
  const made = decided.ticket;
  const messages: MessageRecord[] = [{ ...child.message, id, seq: 1 }];
  const texts = new Map([[id, child.message.text]]);
  const links = chained(noHead, events);
  const recipient = made.requester.address;
  const hash = sha256(followToken(plazo, { desk, number, recipient }));
  const outbox = composeMails(plazo, decided.told, {
    desk,
    number,
    ticket: made,
    binding,
    now,
    events,
    texts,
  });
  await writeFiling(
    tx,
    rowOf(made, {
      binding,
      now,
      number,
      head: links.at(-1)?.hash ?? noHead,
      wakesAt,
      exceptions: binding.exceptions,
    }),
    {
      added: {
        folio: made.folio,
        events: links,
        messages,
        files: [],
        outbox,
        session: null,
        capability: { hash, recipient, expires: now + followFor },
        at: now,
      },
    },
  );
  return { folio: made.folio, seq: made.seq, ticket: made, events };
}

function fileCommand(
  { parent, message, wish }: Child,
  made: { readonly id: string; readonly folio: string },
): Parameters<typeof decide>[1] {
  const { ticket } = parent;
  const { requester, form, fields, portal } = ticket;
  return {
    by: staffActor(wish.by),
    at: message.at,
    act: {
      do: "file",
      folio: made.folio,
      channel: ticket.channel,
      form,
      requester,
      subject: wish.subject,
      fields,
      message: { id: made.id, channel: message.channel, files: [] },
      portal,
      flags: [],
      splitFrom: ticket.folio,
    },
  };
}
