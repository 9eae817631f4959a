import { may } from "../../../core/access/may.ts";
import { guessLanguage } from "../../../core/intake/guess-language.ts";
import type { Instant } from "../../../core/time/instant.ts";
import { DAY } from "../../../core/time/instant.ts";
import type { Plazo } from "../../../desk/plazo.ts";
import { recordBounce } from "../../../desk/outgoing/record-bounce.ts";
import type { MailWords, Plan } from "../../../desk/received/plan.ts";
import { findMember } from "../../../desk/staff/members.ts";
import { addressKey } from "../../../desk/register/address-key.ts";
import { memberAtAddress, readReceived, returnedTo, sentAs } from "../../../store/received-mail.ts";
import type { ReceivedMail } from "../../../store/received-mail.ts";
import { inDesk } from "../../../store/transaction.ts";
import { receivedWords } from "../../../words/mail/received.ts";
import type { Arriving } from "../take-in.ts";
import type { KeptMail } from "./keep-mail.ts";
import { requestOf } from "./request-of.ts";
import type { Read } from "./read-arriving.ts";
import { returnFor } from "./return-for.ts";

/** A message that was read and kept. */
export interface Kept {
  readonly read: Read;
  readonly kept: Pick<KeptMail, "session" | "uploads"> & {
    readonly mail: Pick<KeptMail["mail"], "leftOut">;
  };
}

/** How long a mail that was sent back is waited for. */
const waitsFor = 14 * DAY;

/** What a message is to become, by its class: see docs/mail.md. */
export async function planFor(plazo: Plazo, arriving: Arriving, one: Kept): Promise<Plan> {
  const { reading } = one.read;
  const words = wordsOf(one);
  switch (reading.classification) {
    case "quarantine":
      return { do: "wait" };
    case "loop":
      return { do: "keep", folio: null, words: null };
    case "notification":
    case "list":
    case "auto-reply":
      return { do: "keep", folio: aboutOf(one), words };
    case "bounce":
      return bounceOf(plazo, arriving.desk, one);
    case "reply":
      return words === null ? { do: "wait" } : replyOf(plazo, arriving, { ...one, words });
    case "request":
      return words === null ? { do: "wait" } : newRequest(plazo, arriving, { ...one, words });
  }
}

interface Worded extends Kept {
  readonly words: MailWords;
}

/** The ticket that a machine's mail is about; an agent's machine has nothing to say on it. */
function aboutOf({ read: { reading } }: Kept): string | null {
  const { threadClaim, sender } = reading;
  return threadClaim?.joins === true && sender?.standing !== "agent" ? threadClaim.folio : null;
}

async function bounceOf(plazo: Plazo, desk: string, { read }: Kept): Promise<Plan> {
  const { bounce } = read.reading;
  const about = bounce?.about ?? null;
  const kept: Plan = { do: "keep", folio: null, words: null };
  if (bounce === null || about === null) return kept;
  // Recorded before the mail is stored: after a crash it is recorded again, which changes nothing.
  const recorded = await recordBounce(plazo, desk, bounce);
  if (recorded === "unknown") return kept;
  const sent = await inDesk(plazo.db, desk, (tx) => sentAs(tx, about));
  return { do: "bounce", ticket: sent?.ticket ?? null };
}

async function replyOf(plazo: Plazo, arriving: Arriving, one: Worded): Promise<Plan> {
  const { reading } = one.read;
  const folio = reading.threadClaim?.folio ?? null;
  if (folio === null) return newRequest(plazo, arriving, one);
  if (reading.sender?.standing === "agent") return noteOf(plazo, arriving.desk, { ...one, folio });
  const anew = await requestOf(plazo, arriving, { ...one, again: null, isReturned: true });
  return { do: "join", folio, words: one.words, anew };
}

/** An agent's proven address writes a note, where the agent may write to the ticket at all. */
async function noteOf(
  plazo: Plazo,
  desk: string,
  { words, folio }: Worded & { readonly folio: string },
): Promise<Plan> {
  const id = await inDesk(plazo.db, desk, (tx) =>
    memberAtAddress(tx, addressKey(words.sender.address)),
  );
  const member = id === undefined ? undefined : await findMember(plazo, desk, id);
  // People of another company see only their own tickets: by mail they act on none.
  const isOurs = member !== undefined && (member.party ?? null) === null;
  if (!isOurs || !may([member.role, ...(member.also ?? [])], "ticket.write")) return { do: "wait" };
  const by = { id: member.userId, name: member.name, level: member.level };
  return { do: "note", folio, by, words };
}

async function newRequest(plazo: Plazo, arriving: Arriving, one: Worded): Promise<Plan> {
  const again = await sentBack(plazo, arriving.desk, one);
  const isReturned = again.waiting || again.answered !== null;
  const request = await requestOf(plazo, arriving, { ...one, again: again.answered, isReturned });
  const back = returnFor(request, { ...one, isReturned });
  if (back !== null) return back;
  return { do: "file", request, again: again.answered?.id ?? null };
}

/** The mail that this one answers after it was sent back, and whether one of the sender's still waits. */
async function sentBack(
  plazo: Plazo,
  desk: string,
  { read, words }: Worded,
): Promise<{ readonly answered: ReceivedMail | null; readonly waiting: boolean }> {
  const sender = addressKey(words.sender.address);
  const since: Instant = read.now - waitsFor;
  return inDesk(plazo.db, desk, async (tx) => {
    const answered = read.answers === null ? undefined : await readReceived(tx, read.answers);
    const isTheirs = answered?.state === "returned" && answered.sender === sender;
    const waiting = (await returnedTo(tx, sender, since)) !== undefined;
    return { answered: isTheirs ? answered : null, waiting };
  });
}

/** The words of a message with the names of what is only in the original; null: nobody wrote it. */
export function wordsOf({ read, kept }: Kept): MailWords | null {
  const { sender } = read.reading;
  return sender === null ? null : { ...saidBy({ read, kept }), sender };
}

/** The same, whoever wrote it. */
export function saidBy({ read, kept }: Kept): Omit<MailWords, "sender"> {
  const { text, subject, whole } = read.reading;
  const language = guessLanguage(`${subject}\n${text}`);
  const names = kept.mail.leftOut.map(({ name }) => name);
  const said = [text, whole, subject].find((one) => one.trim() !== "") ?? "—";
  return {
    text: storable(
      names.length === 0 ? said : `${said}\n\n${receivedWords(language).leftOut(names)}`,
    ),
    language,
    uploads: { session: kept.session, ids: kept.uploads.map(({ id }) => id) },
    received: read.received,
  };
}

/** Text that a database keeps: no U+0000, no half of a character. */
function storable(text: string): string {
  return text.toWellFormed().replaceAll("\u0000", "");
}
