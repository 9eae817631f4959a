import type { ClockReading } from "../../core/clock/clock.ts";
import { isRefusal, refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import { mayNow } from "../../core/ticket/may-now.ts";
import { noFacts } from "../../core/ticket/facts.ts";
import type { Ticket } from "../../core/ticket/ticket.ts";
import type { Instant } from "../../core/time/instant.ts";
import { readChat } from "../../store/chat.ts";
import type { FileRecord, MessageRecord } from "../../store/ticket-records.ts";
import { filesOf, messagesOf } from "../../store/timeline.ts";
import { inDesk } from "../../store/transaction.ts";
import type { BoundPolicy } from "../caches.ts";
import type { Plazo } from "../plazo.ts";
import { boundPolicy } from "../policies/bound-policy.ts";
import { isDeskId } from "../policies/current-policy.ts";
import { requesterActor } from "../tickets/as-client.ts";
import type { Opened } from "../tickets/as-client.ts";
import { promisesOf } from "../tickets/row-of.ts";
import { openedBy, readsAnswers } from "../tickets/opened-by.ts";
import type { NoWay } from "../tickets/opened-by.ts";

/** A public message with its files, as the chat shows it. */
export interface ChatMessage {
  readonly id: string;
  readonly seq: number;
  readonly at: Instant;
  /** `client`: their own; else the desk's, by whom. */
  readonly by: "client" | "desk";
  readonly name: string | null;
  readonly text: string;
  readonly files: readonly Pick<FileRecord, "id" | "name" | "size">[];
}

/** A chat as its client sees it. */
export interface ChatView {
  readonly number: number;
  readonly folio: string;
  /** Its newest event. */
  readonly seq: number;
  /** Public messages after the one asked for, oldest first. */
  readonly messages: readonly ChatMessage[];
  /** Whether all of it is shown: without having shown that the registered address is theirs, only their own words are (FI-2). */
  readonly all: boolean;
  readonly ticket: Ticket;
  readonly policy: BoundPolicy;
  readonly promises: readonly ClockReading[];
  /** Whether they may write now. */
  readonly mayWrite: boolean;
  readonly now: Instant;
}

/** The chat that a capability opens, with what was said after the event `after` (0: all). Refuses what opens nothing, and tickets of other channels. */
export function chatAsClient(
  plazo: Plazo,
  opened: Opened,
  after: number,
): Promise<ChatView | NoWay> {
  const { desk, capability } = opened;
  if (!isDeskId(desk)) return Promise.resolve(refuse("no-such-ticket"));
  return inDesk(plazo.db, desk, async (tx): Promise<ChatView | NoWay> => {
    const found = await openedBy(tx, capability);
    if (isRefusal(found)) return found;
    const { number, ticket } = found;
    if ((await readChat(tx, number)) === undefined) return refuse("no-such-ticket");
    const policy = await boundPolicy(plazo, tx, { number: ticket.policy });
    const now = await tx.now(ticket.lastRecorded);
    const all = readsAnswers(found, policy);
    const written = await messagesOf(tx, number, "public");
    const shown = written.filter(
      ({ seq, author }) => seq > after && (all || author.kind === "client"),
    );
    const files = shown.length === 0 ? [] : await filesOf(tx, number);
    const context = { ...policy, facts: noFacts, now, readUpTo: null };
    const may = mayNow(ticket, { by: requesterActor(ticket.requester), at: now, context });
    return {
      ...{ number, folio: ticket.folio, seq: ticket.seq, all, ticket, policy, now },
      messages: shown.map((message) => messageOf(message, files)),
      promises: promisesOf(ticket, policy, now),
      mayWrite: may.has("add"),
    };
  });
}

function messageOf(message: MessageRecord, files: readonly FileRecord[]): ChatMessage {
  const { id, seq, at, author, text } = message;
  return {
    ...{ id, seq, at, text },
    by: author.kind === "client" ? "client" : "desk",
    name: author.name,
    files: files
      .filter((file) => file.message === id)
      .map((file) => ({ id: file.id, name: file.name, size: file.size })),
  };
}

/** The number of the ticket that a capability opens; refuses what opens none. */
export function chatNumber(plazo: Plazo, opened: Opened): Promise<number | Refusal> {
  const { desk, capability } = opened;
  if (!isDeskId(desk)) return Promise.resolve(refuse("no-such-ticket"));
  return inDesk(plazo.db, desk, async (tx): Promise<number | Refusal> => {
    const found = await openedBy(tx, capability);
    return isRefusal(found) ? found : found.number;
  });
}
