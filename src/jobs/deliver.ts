import type { Instant } from "../core/time/instant.ts";
import type { Delivery, OutgoingMail } from "../desk/effects.ts";
import { replyAddress } from "../channels/email/reply-address.ts";
import { followFor } from "../desk/follow.ts";
import { letterOf } from "../desk/outgoing/letter.ts";
import type { Letter } from "../desk/outgoing/letter.ts";
import { mailOf } from "../desk/outgoing/mail-of.ts";
import { tellUndelivered } from "../desk/outgoing/tell-undelivered.ts";
import { whyHeld } from "../desk/outgoing/why-held.ts";
import { withLink } from "../desk/outgoing/with-link.ts";
import type { Plazo } from "../desk/plazo.ts";
import { withStop } from "../desk/tracker/with-stop.ts";
import { boundPolicy } from "../desk/policies/bound-policy.ts";
import { promisesOf } from "../desk/tickets/row-of.ts";
import { finishMessage, leaseMessage, postponeMessage } from "../store/outbox.ts";
import type { OutboxMail } from "../store/outbox.ts";
import { endFollower, readFollower } from "../store/tracker-followers.ts";
import { readTicketByNumber } from "../store/tickets.ts";
import { inDesk } from "../store/transaction.ts";
import type { Transaction } from "../store/transaction.ts";
import { retryDelay } from "./retry-delay.ts";

/** An outgoing message that is due. */
export interface DueMessage {
  readonly desk: string;
  readonly id: number;
}

/** What became of a due message. */
export type Delivered = "sent" | "kept" | "failed" | "cancelled" | "postponed";

/** A message is in one worker's hands for a minute at most; after a crash another takes it then. */
const lease = 60_000;
const hour = 3_600_000;
/** RFC 5321 §4.5.4.1: giving up takes at least four or five days. */
const giveUpAfter = 5 * 24 * hour;

/**
 * Takes a due message into hand, sends it, and writes down what became of it; `undefined` where
 * another worker has it. A message that was sent and not yet written down when the process died
 * leaves once more, with the same Message-ID.
 */
export async function deliver(plazo: Plazo, due: DueMessage): Promise<Delivered | undefined> {
  const { desk, id } = due;
  const taken = await inDesk(plazo.db, desk, async (tx) => {
    const now = await tx.now();
    const mail = await leaseMessage(tx, id, { now, until: now + lease });
    if (mail === undefined) return undefined;
    const stop = await whyNot(plazo, tx, { mail, now });
    return { mail, now, stop, letter: await letterOf(plazo, tx, mail) };
  });
  if (taken === undefined) return undefined;
  const { mail, now, stop, letter } = taken;
  if (stop !== null) return settleMessage(plazo, due, { now, ...stop });
  const outgoing = await addressed(plazo, desk, { row: mail, letter, now });
  if (outgoing === undefined) {
    const { follower } = mail.payload;
    if (follower !== undefined) await forget(plazo, desk, follower);
    return settleMessage(plazo, due, { now, cancelled: "no-address" });
  }
  const delivery = await plazo.effects.mail.send(outgoing);
  return settleMessage(plazo, due, { now, delivery, mail });
}

/** Whoever works at the desk no more follows its tracker no more. */
function forget(plazo: Plazo, desk: string, follower: string): Promise<boolean> {
  return inDesk(plazo.db, desk, async (tx) =>
    endFollower(tx, follower, { at: await tx.now(), by: "desk" }),
  );
}

type Reason =
  | { readonly cancelled: string }
  | { readonly postponed: string; readonly until: Instant };

/** Why a message does not leave now: it has become pointless, or too many of its kind have left. */
async function whyNot(
  plazo: Plazo,
  tx: Transaction,
  { mail, now }: { readonly mail: OutboxMail; readonly now: Instant },
): Promise<Reason | null> {
  const { follower } = mail.payload;
  if (follower !== undefined && (await readFollower(tx, follower))?.ended !== null)
    return { cancelled: "pointless" };
  if (mail.payload.clock !== null && (await hasStopped(plazo, tx, { mail, now })))
    return { cancelled: "pointless" };
  return whyHeld(plazo, tx, { mail, now });
}

/** Whether the clock that a warning is of has stopped meanwhile. A breach is told even so. */
async function hasStopped(
  plazo: Plazo,
  tx: Transaction,
  { mail, now }: { readonly mail: OutboxMail; readonly now: Instant },
): Promise<boolean> {
  const { clock } = mail.payload;
  if (mail.moment !== "warned" || clock === null || mail.ticket === null) return false;
  const found = await readTicketByNumber(tx, mail.ticket);
  if (found === undefined || found.ticket.closed !== null) return true;
  const policy = await boundPolicy(plazo, tx, { number: found.ticket.policy });
  const reading = promisesOf(found.ticket, policy, now).find(
    ({ rule, round }) => rule.id === clock.id && round === clock.round,
  );
  return reading === undefined || reading.stopped !== null || reading.status !== "running";
}

interface Lettered {
  readonly row: OutboxMail;
  readonly letter: Letter;
  readonly now: Instant;
}

/** The mail with its recipient's address and own link put in; `undefined`: a member of staff without an address. */
async function addressed(
  plazo: Plazo,
  desk: string,
  { row, letter, now }: Lettered,
): Promise<OutgoingMail | undefined> {
  const { follower } = row.payload;
  const mail = withStop(plazo, desk, { mail: mailOf(row, letter), follower });
  if (row.recipient.startsWith("staff:")) {
    const person = await plazo.effects.staffAddress(desk, row.recipient.slice("staff:".length));
    if (person === undefined) return undefined;
    return { ...mail, ...(await reportWith(plazo, desk, row)), to: person.address };
  }
  const linked = withLink(plazo, desk, { mail, number: row.ticket, entry: row.payload.entry });
  return { ...linked, replyTo: answersTo(plazo, desk, { row, letter, now }) };
}

/** The report of the week that a mail tells of. */
async function reportWith(
  { effects }: Plazo,
  desk: string,
  { payload: { week, language } }: OutboxMail,
): Promise<Pick<OutgoingMail, "attachments">> {
  if (week === undefined) return {};
  const report = (await effects.weekReport?.(desk, { week, language })) ?? null;
  return report === null ? {} : { attachments: [report] };
}

/** Where a client's answer goes: to their ticket, signed, where the program reads it. */
function answersTo(plazo: Plazo, desk: string, { row, letter, now }: Lettered): string | null {
  const { mailbox, replyTo } = letter.sender;
  if (!letter.answered || mailbox === null || row.ticket === null) return replyTo;
  const to = { desk, number: row.ticket, expires: now + followFor };
  return replyAddress(plazo.settings.secret, mailbox, to);
}

type End = { readonly now: Instant } & (
  | Reason
  | { readonly delivery: Delivery; readonly mail: OutboxMail }
);

function settleMessage(plazo: Plazo, { desk, id }: DueMessage, end: End): Promise<Delivered> {
  return inDesk(plazo.db, desk, async (tx): Promise<Delivered> => {
    const at = await tx.now();
    if ("cancelled" in end) {
      await finishMessage(tx, id, { state: "cancelled", at: null, error: end.cancelled });
      return "cancelled";
    }
    if ("postponed" in end) {
      await postponeMessage(tx, id, { due: end.until, error: end.postponed });
      return "postponed";
    }
    const { delivery, mail } = end;
    if (delivery.delivery !== "refused") {
      await finishMessage(tx, id, { state: delivery.delivery, at, error: null });
      return delivery.delivery;
    }
    const { why } = delivery;
    if (delivery.how === "permanent" || at - mail.at > giveUpAfter) {
      await finishMessage(tx, id, { state: "failed", at: null, error: why });
      await tellUndelivered(plazo, tx, { desk, mail, why, isOurs: true, now: at });
      return "failed";
    }
    await postponeMessage(tx, id, { due: at + retryDelay(mail.attempts, id), error: why });
    return "postponed";
  });
}
