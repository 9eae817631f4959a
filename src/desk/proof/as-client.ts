import { isRefusal, refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import { restOf, takeInRest } from "../../core/intake/waits-for.ts";
import type { Completion } from "../../core/intake/waits-for.ts";
import type { Policy } from "../../core/policy/policy.ts";
import { inLanguage } from "../../core/policy/text.ts";
import { cannotComplete, cannotProve, lackingFields } from "../../core/ticket/acts/held.ts";
import { HOUR } from "../../core/time/instant.ts";
import { countAcknowledgement } from "../../store/acknowledgements.ts";
import { citing } from "../../core/refused/sourced.ts";
import { sha256 } from "../../store/digest.ts";
import { enqueue } from "../../store/outbox.ts";
import type { ReadTicket } from "../../store/tickets.ts";
import { inDesk, rollbackWith } from "../../store/transaction.ts";
import type { Rollback, Transaction } from "../../store/transaction.ts";
import type { Upload } from "../files/keep-upload.ts";
import { ownMail } from "../mail/own-mail.ts";
import type { Plazo } from "../plazo.ts";
import { boundPolicy } from "../policies/bound-policy.ts";
import { isDeskId } from "../policies/current-policy.ts";
import { addressKey } from "../register/address-key.ts";
import { actInside } from "../tickets/act-inside.ts";
import { isFirst, requesterActor } from "../tickets/as-client.ts";
import type { Opened } from "../tickets/as-client.ts";
import { openedBy } from "../tickets/opened-by.ts";
import { isCode } from "./code.ts";

/** How often in an hour a code may be tried, and mailed: the millionth part of what guessing takes. */
const MOST_TRIES = 5;
const MOST_MAILS = 5;

type Proved = { readonly folio: string } | Refusal;

/**
 * The code that was mailed to the registered address: what waited for that alone is admitted.
 * Refuses `code-wrong` (not the one that was mailed, or older than an hour), `code-tries` (too many
 * within the hour), `nothing-to-prove`, and what opens nothing.
 */
export function proveAsClient(plazo: Plazo, opened: Opened, code: string): Promise<Proved> {
  return withTicket(plazo, opened, async (tx, found) => {
    const { desk } = opened;
    const { ticket, number } = found;
    const no = cannotProve(ticket);
    if (no !== null) return no;
    const now = await tx.now();
    const tried = sha256(`code tried ${desk} ${number}`);
    const tries = await countAcknowledgement(tx, tried, Math.floor(now / HOUR));
    const followed = { desk, number, recipient: ticket.requester.address };
    const isTooMany = tries > MOST_TRIES;
    if (isTooMany || !isCode(plazo, followed, { code, now })) {
      const { policy } = (await boundPolicy(plazo, tx, { number: ticket.policy })).policy;
      const no = refuse(isTooMany ? "code-tries" : "code-wrong", { field: "codigo" });
      return citing("heard", no, { policy, ticket });
    }
    const done = await actInside({ plazo, tx, desk }, ticket.folio, {
      command: { by: requesterActor(ticket.requester), act: { do: "prove" } },
    });
    return isRefusal(done) ? rollbackWith<Proved>(done) : { folio: ticket.folio };
  });
}

/** Mails another code to the registered address. Refuses `nothing-to-prove`, and `code-mails` beyond five an hour. */
export function sendCodeAsClient(plazo: Plazo, opened: Opened): Promise<Proved> {
  return withTicket(plazo, opened, async (tx, { ticket, number }) => {
    const no = cannotProve(ticket);
    const { address } = ticket.requester;
    if (no !== null || address === null) return no ?? refuse("nothing-to-prove");
    const at = await tx.now();
    const mailed = sha256(`code mailed ${addressKey(address)}`);
    const mails = await countAcknowledgement(tx, mailed, Math.floor(at / HOUR));
    const binding = await boundPolicy(plazo, tx, { number: ticket.policy });
    const { policy } = binding.policy;
    if (mails > MOST_MAILS) return citing("heard", refuse("code-mails"), { policy, ticket });
    const about = { desk: opened.desk, number, ticket, binding, address, at };
    const { folio } = ticket;
    await enqueue(tx, { number, folio, at }, ownMail(plazo, "code", about));
    return { folio };
  });
}

/** Answers to what a form was filed without, and the files kept under `submission`. */
export interface Completing {
  readonly fields: Readonly<Record<string, string>>;
  readonly uploads: readonly Pick<Upload, "id" | "field">[];
  /** The page's token: the same one twice completes once. */
  readonly submission: string;
}

/**
 * Completes what a ticket was filed without (FI-5); once nothing is missing it is admitted. Gives
 * every problem at once: what the intake refuses of each field, `file-missing`, `nothing-to-complete`.
 */
export async function completeAsClient(
  plazo: Plazo,
  opened: Opened,
  completing: Completing,
): Promise<{ readonly folio: string } | readonly Refusal[]> {
  const problems: Refusal[] = [];
  const done = await withTicket(plazo, opened, async (tx, found) => {
    const { ticket, number } = found;
    const { submission, fields, uploads } = completing;
    const ids = uploads.map((upload) => upload.id);
    const words = { text: JSON.stringify(fields), uploads: { session: submission, ids } };
    const deed = { submission, does: "complete", words };
    if (!(await isFirst(tx, { deed, ticket: number }))) return { folio: ticket.folio };
    const no = cannotComplete(ticket);
    if (no !== null) return rollbackWith<Proved>(no);
    const binding = await boundPolicy(plazo, tx, { number: ticket.policy });
    const rest = restTaken(found, binding.policy.policy, completing);
    if (rest.problems.length > 0) {
      problems.push(...rest.problems);
      return rollbackWith<Proved>(rest.problems[0] ?? refuse("nothing-to-complete"));
    }
    const id = plazo.effects.random.id();
    const message = { id, channel: "form", files: ids };
    const acted = await actInside({ plazo, tx, desk: opened.desk }, ticket.folio, {
      command: {
        by: requesterActor(ticket.requester),
        act: { do: "complete", fields: rest.fields, message, lacks: rest.lacks },
      },
      message: {
        id,
        text: rest.text,
        public: true,
        channel: "form",
        language: ticket.requester.language,
        uploads: { session: submission, ids },
      },
    });
    return isRefusal(acted) ? rollbackWith<Proved>(acted) : { folio: ticket.folio };
  });
  if (!isRefusal(done)) return done;
  return problems.length > 0 ? problems : [done];
}

interface Rest extends Completion {
  /** The answers as the words of the message that completes it. */
  readonly text: string;
}

function restTaken({ ticket }: ReadTicket, policy: Policy, { fields, uploads }: Completing): Rest {
  const form = policy.forms.find(({ id }) => id === ticket.form);
  if (form === undefined) throw new Error(`${ticket.folio} was filed with no form of its policy`);
  const { language } = ticket.requester;
  const lacks = lackingFields(ticket);
  const submitted: Record<string, string | string[]> = { ...fields };
  for (const { field, id } of uploads) submitted[field] = [...(submitted[field] ?? []), id];
  const rest = takeInRest(form, { lacks, submitted, language });
  const lines = restOf(form, lacks).fields.flatMap(({ id, label, options }) => {
    const value = rest.fields[id];
    if (value === undefined) return [];
    const chosen = options.find((option) => option.value === value);
    const said = chosen === undefined ? value : inLanguage(chosen.label, language);
    return [`${inLanguage(label, language)}: ${said}`];
  });
  return { ...rest, text: lines.join("\n") };
}

type Work = (tx: Transaction, found: ReadTicket) => Promise<Proved | Rollback<Proved>>;

function withTicket(plazo: Plazo, opened: Opened, work: Work): Promise<Proved> {
  const { desk, capability } = opened;
  if (!isDeskId(desk)) return Promise.resolve(refuse("no-such-ticket"));
  return inDesk(plazo.db, desk, async (tx): Promise<Proved | Rollback<Proved>> => {
    const found = await openedBy(tx, capability);
    if (isRefusal(found)) return found;
    // What proves or completes a request is its requester's alone.
    return found.colleague === null ? work(tx, found) : refuse("requester-only");
  });
}
