import { isRefusal, refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import { carryOut } from "../../desk/received/carry-out.ts";
import { lockSurvivor } from "../../desk/received/locked-ticket.ts";
import type { Plan } from "../../desk/received/plan.ts";
import type { Plazo } from "../../desk/plazo.ts";
import type { Staff } from "../../desk/tickets/act.ts";
import { isUuid } from "../../desk/tickets/filing-keys.ts";
import { lockReceived, readReceived, settleMail } from "../../store/received-mail.ts";
import type { MailState, ReceivedMail } from "../../store/received-mail.ts";
import { inDesk, rollbackWith } from "../../store/transaction.ts";
import type { Rollback } from "../../store/transaction.ts";
import { bytesOf } from "./bytes-of.ts";
import { keepFiles } from "./taking/keep-mail.ts";
import { saidBy, wordsOf } from "./taking/plan-for.ts";
import type { Kept } from "./taking/plan-for.ts";
import { readArriving } from "./taking/read-arriving.ts";
import { requestOf } from "./taking/request-of.ts";

type Decided = ReceivedMail | Refusal;

/** Whoever decides about a mail. */
export interface Deciding {
  readonly id: string;
  readonly by: Staff;
}

/** States in which a mail is somebody's to decide: nothing came of it, or not yet. */
const open: ReadonlySet<MailState> = new Set(["quarantined", "kept", "returned", "discarded"]);

/**
 * Takes a mail in after all: as a new request, or as words on a ticket. It is read again from its
 * bytes, and what a person decides counts in the place of what the checks said; the desk's own rules
 * hold (who is heard, which channels are open). Written down with who decided. Refuses `no-such-mail`,
 * `mail-decided`, `no-such-ticket`, `mail-without-sender`, and what the desk refuses.
 */
export async function releaseMail(
  plazo: Plazo,
  desk: string,
  { id, by, to }: Deciding & { readonly to: string | null },
): Promise<Decided> {
  const found = await undecided(plazo, desk, id);
  if (isRefusal(found)) return found;
  const plan = await planOf(plazo, desk, { mail: found, by, to });
  if (isRefusal(plan)) return plan;
  return inDesk(plazo.db, desk, async (tx): Promise<Decided | Rollback<Decided>> => {
    const mail = await lockReceived(tx, id);
    if (mail === undefined || !open.has(mail.state)) return refuse("mail-decided");
    if (to !== null && (await lockSurvivor(tx, to)) === undefined)
      return refuse("no-such-ticket", { field: "to", facts: { folio: to } });
    const done = await carryOut({ plazo, tx, desk }, { mail, plan: plan.plan });
    if ("refusals" in done) {
      const [first] = done.refusals;
      return rollbackWith<Decided>(first ?? refuse("mail-decided"));
    }
    const decision = { at: await tx.now(), by: by.id, name: by.name, reason: null };
    const settled = { ...mail, leftOut: plan.leftOut };
    await settleMail(tx, settled, { outcome: done, decision });
    return { ...settled, ...done, decision };
  });
}

/**
 * Leaves a mail where it is, for a reason that is written down with who decided; its bytes stay, and
 * it can be released later. Refuses `no-such-mail`, `mail-decided`.
 */
export function discardMail(
  plazo: Plazo,
  desk: string,
  { id, by, reason }: Deciding & { readonly reason: string },
): Promise<Decided> {
  if (!isUuid(id)) return Promise.resolve(refuse("no-such-mail"));
  return inDesk(plazo.db, desk, async (tx): Promise<Decided> => {
    const mail = await lockReceived(tx, id);
    if (mail === undefined) return refuse("no-such-mail");
    if (mail.state !== "quarantined") return refuse("mail-decided");
    const decision = { at: await tx.now(), by: by.id, name: by.name, reason };
    const { ticket, folio, message } = mail;
    const outcome = { state: "discarded", ticket, folio, message } as const;
    await settleMail(tx, mail, { outcome, decision });
    return { ...mail, ...outcome, decision };
  });
}

async function undecided(plazo: Plazo, desk: string, id: string): Promise<Decided> {
  if (!isUuid(id)) return refuse("no-such-mail");
  const mail = await inDesk(plazo.db, desk, (tx) => readReceived(tx, id));
  if (mail === undefined) return refuse("no-such-mail");
  return open.has(mail.state) ? mail : refuse("mail-decided");
}

interface Planned {
  readonly plan: Plan;
  readonly leftOut: ReceivedMail["leftOut"];
}

async function planOf(
  plazo: Plazo,
  desk: string,
  { mail, by, to }: { readonly mail: ReceivedMail; readonly by: Staff; readonly to: string | null },
): Promise<Planned | Refusal> {
  const raw = await bytesOf(plazo, mail);
  const { mailbox, at, received } = mail;
  const origin = { by: "file", received: received ?? at } as const;
  const arriving = { desk, mailbox, origin, raw } as const;
  const read = await readArriving(plazo, arriving, { resolver: null });
  const session = `mail ${plazo.effects.random.token()}`;
  const { uploads, leftOut } = await keepFiles(plazo, desk, { read, mailbox, session });
  const one: Kept = { read, kept: { session, uploads, mail: { leftOut } } };
  const words = wordsOf(one);
  if (words === null) {
    if (to === null) return refuse("mail-without-sender");
    const sender = { address: "", name: "" };
    return { plan: { do: "note", folio: to, by, words: { ...saidBy(one), sender } }, leftOut };
  }
  const request = await requestOf(plazo, arriving, {
    ...one,
    words,
    again: null,
    isReturned: true,
  });
  const plan: Plan =
    to === null
      ? { do: "file", request, again: null }
      : { do: "join", folio: to, words, anew: request };
  return { plan, leftOut };
}
