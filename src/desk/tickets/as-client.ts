import type { ClockReading } from "../../core/clock/clock.ts";
import type { Language } from "../../core/policy/text.ts";
import { isRefusal, refuse } from "../../core/refusal.ts";
import { citing } from "../../core/refused/sourced.ts";
import type { Refusal } from "../../core/refusal.ts";
import type { Actor } from "../../core/ticket/actor.ts";
import type { Act } from "../../core/ticket/command.ts";
import type { MessageRef, Requester } from "../../core/ticket/event.ts";
import { mayCiteAnew } from "../../core/ticket/acts/may.ts";
import { claimableGrounds } from "../../core/ticket/acts/urgency.ts";
import { noFacts } from "../../core/ticket/facts.ts";
import { mayNow } from "../../core/ticket/may-now.ts";
import { stateOf } from "../../core/ticket/progress.ts";
import type { Ticket } from "../../core/ticket/ticket.ts";
import { linesForClient } from "../../core/ticket/timeline.ts";
import type { Line } from "../../core/ticket/timeline.ts";
import type { Instant } from "../../core/time/instant.ts";
import { canonicalJson } from "../../store/canonical-json.ts";
import { sha256 } from "../../store/digest.ts";
import { claimSubmission, submissionKey } from "../../store/filing.ts";
import { processesAt } from "../../store/announcements.ts";
import { addressKey } from "../register/address-key.ts";
import { eventsAfter, filesOf, messagesOf } from "../../store/timeline.ts";
import { uploadsOf } from "../../store/uploads.ts";
import { inDesk, rollbackWith } from "../../store/transaction.ts";
import type { Rollback, Transaction } from "../../store/transaction.ts";
import type { BoundPolicy } from "../caches.ts";
import type { Plazo } from "../plazo.ts";
import { boundPolicy } from "../policies/bound-policy.ts";
import { isDeskId } from "../policies/current-policy.ts";
import { questionOf } from "../satisfaction/answer.ts";
import type { Question } from "../satisfaction/answer.ts";
import { asTold } from "./as-told.ts";
import { actInside } from "./act-inside.ts";
import type { MessageWords } from "./act.ts";
import type { FileRow, MessageRow } from "./for-staff.ts";
import { openedBy, readsAnswers } from "./opened-by.ts";
import type { NoWay, OpenedTicket, Opener } from "./opened-by.ts";
import { promisesOf } from "./row-of.ts";

/** What the client sees of a ticket: nothing internal, no staff but by name. */
export interface ClientView {
  readonly folio: string;
  readonly ticket: Ticket;
  /** Whether all of it is shown: without having shown that the registered address is theirs, only their own words are (FI-2). */
  readonly all: boolean;
  /** The name of whoever is signed in and reads it as a colleague of its requester; null: the requester does. */
  readonly colleague: string | null;
  /** The published state's id (`policy.states`). */
  readonly state: string;
  readonly policy: BoundPolicy;
  readonly promises: readonly ClockReading[];
  /** Public messages, oldest first. */
  readonly messages: readonly MessageRow[];
  readonly files: readonly FileRow[];
  /** Actions taken: what the client may know, oldest first; `words/history.ts` says them. */
  readonly actions: readonly Line[];
  /** What the client may do now. */
  readonly may: ClientMay;
  /** Whether they are content, where that is asked; null: it is not. */
  readonly question: Question | null;
  readonly language: Language;
  readonly seq: number;
  readonly now: Instant;
}

export interface ClientMay {
  readonly answer: boolean;
  readonly confirm: boolean;
  readonly notSolved: boolean;
  readonly withdraw: boolean;
  /** It is held for a code that was mailed to the registered address. */
  readonly prove: boolean;
  /** It is held for what its form was filed without. */
  readonly complete: boolean;
  /** It is closed: a new one may be filed that cites it. */
  readonly citeAnew: boolean;
  /** Say that they are there, or leaving (RD-2). */
  readonly presence: boolean;
  /** Grounds of urgency that may be claimed now, by id (RD-15). */
  readonly grounds: readonly string[];
  /** A quote waits for their yes or no (FI-14, RD-1). */
  readonly charge: boolean;
}

export interface Opened {
  readonly desk: string;
  readonly capability: Opener;
}

/** The ticket that a capability opens. Looking changes nothing. Refuses `no-such-ticket`, `capability-expired`. */
export function viewAsClient(plazo: Plazo, opened: Opened): Promise<ClientView | NoWay> {
  const { desk, capability } = opened;
  if (!isDeskId(desk)) return Promise.resolve(refuse("no-such-ticket"));
  return inDesk(plazo.db, desk, async (tx): Promise<ClientView | NoWay> => {
    const found = await openedBy(tx, capability);
    if (isRefusal(found)) return found;
    const { number } = found;
    const policy = await boundPolicy(plazo, tx, { number: found.ticket.policy });
    const now = await tx.now(found.ticket.lastRecorded);
    const ticket = await asTold(plazo, tx, { found, policy, now });
    const all = readsAnswers(found, policy);
    const written = await messagesOf(tx, number, "public");
    const messages = all ? written : written.filter(({ author }) => author.kind === "client");
    const files = await filesOf(tx, number);
    const shown = new Set(messages.map(({ id }) => id));
    return {
      folio: ticket.folio,
      ticket: all ? ticket : { ...ticket, solution: null, charge: null },
      all,
      colleague: found.colleague?.name ?? null,
      state: stateOf(ticket, policy, now)?.id ?? "",
      policy,
      promises: promisesOf(ticket, policy, now),
      messages,
      files: files.filter(({ message }) => shown.has(message)),
      actions: linesForClient(await eventsAfter(tx, number, 0)),
      may: mayHere(
        mayOf(ticket, policy, { now, announcements: await goingOn(tx, ticket, { policy, now }) }),
        found.colleague === null ? (all ? "all" : "own words") : "colleague",
      ),
      question:
        all && found.colleague === null ? await questionOf(tx, { number, ticket, now }) : null,
      language: ticket.requester.language,
      seq: ticket.seq,
      now,
    };
  });
}

/** By a link that shows nothing of who holds it, words and proofs are taken, and nothing is decided. */
function mayHere(may: ClientMay, shown: "all" | "own words" | "colleague"): ClientMay {
  if (shown === "all") return may;
  const decides = { confirm: false, notSolved: false, charge: false, grounds: [], presence: false };
  // Of a colleague's request one adds to it: it is neither taken back, proved nor completed for them.
  const another = shown === "colleague" ? { withdraw: false, prove: false, complete: false } : {};
  return { ...may, ...decides, ...another };
}

/** What is open to the client, so that nothing is offered that would be refused. */
function mayOf(
  ticket: Ticket,
  policy: BoundPolicy,
  { now, announcements }: { readonly now: Instant; readonly announcements: readonly string[] },
): ClientMay {
  const context = { ...policy, facts: { ...noFacts, announcements }, now, readUpTo: null };
  const scene = { by: requesterActor(ticket.requester), at: now, context };
  const may = mayNow(ticket, scene);
  return {
    answer: may.has("add"),
    confirm: may.has("confirm"),
    notSolved: may.has("reopen"),
    // Whoever is asked whether it is solved says so, instead of taking the request back.
    withdraw: may.has("withdraw") && !may.has("confirm"),
    prove: may.has("prove"),
    complete: may.has("complete"),
    citeAnew: mayCiteAnew(ticket, policy.policy),
    presence: may.has("arrive") && policy.policy.policy.presence !== undefined,
    grounds: may.has("claim-urgency") ? claimableGrounds(ticket, context) : [],
    charge: may.has("accept-charge"),
  };
}

/** The announced processes that go on, where a ground of the policy depends on one (RD-15c). */
async function goingOn(
  tx: Transaction,
  { requester: { address } }: Ticket,
  { policy, now }: { readonly policy: BoundPolicy; readonly now: Instant },
): Promise<readonly string[]> {
  if (!policy.policy.policy.grounds.some(({ during }) => during !== null)) return [];
  return processesAt(tx, now, address === null ? null : addressKey(address));
}

export interface ClientWords {
  readonly text: string;
  readonly uploads?: { readonly session: string; readonly ids: readonly string[] };
  /** The form's token: the same one twice writes one message. */
  readonly submission: string;
  /** The channel that it is said by; the page's own where it is left out. */
  readonly channel?: "chat";
}

export interface ClientAnswer {
  readonly solved: boolean;
  readonly text?: string;
  readonly submission: string;
}

type Answered = { readonly folio: string } | Refusal;

/** Adds the client's message and files; what it answered is awaited no longer. */
export function answerAsClient(
  plazo: Plazo,
  opened: Opened,
  words: ClientWords,
): Promise<Answered> {
  const { text, uploads, submission, channel } = words;
  return actAsClient(plazo, opened, {
    submission,
    ...(channel === undefined ? {} : { channel }),
    words: { text, ...(uploads === undefined ? {} : { uploads }) },
    act: (message) => (message === null ? null : { do: "add", message }),
  });
}

/** "It is solved" or "it is not", with words or without. */
export function confirmAsClient(
  plazo: Plazo,
  opened: Opened,
  answer: ClientAnswer,
): Promise<Answered> {
  const { solved, text = "", submission } = answer;
  return actAsClient(plazo, opened, {
    submission,
    does: solved ? "say that it is solved" : "say that it is not solved",
    words: text.trim() === "" ? null : { text },
    act: (message) => ({ do: "confirm", solved, message }),
  });
}

/** The client takes the request back; a second time the ticket is closed already. */
export function withdrawAsClient(plazo: Plazo, opened: Opened): Promise<Answered> {
  return actAsClient(plazo, opened, {
    submission: null,
    words: null,
    act: () => ({ do: "withdraw" }),
  });
}

/** The requester says that they are there, or that they are leaving (RD-2, RD-12). */
export function tellPresence(
  plazo: Plazo,
  opened: Opened & { readonly channel?: "chat" },
  present: boolean,
): Promise<Answered> {
  const { channel } = opened;
  return actAsClient(plazo, opened, {
    ...(channel === undefined ? {} : { channel }),
    submission: null,
    words: null,
    act: () => ({ do: present ? "arrive" : "leave" }),
  });
}

/** Claims a ground of urgency (RD-15): what a claim opens is open at once. */
export function claimUrgencyAsClient(
  plazo: Plazo,
  opened: Opened,
  ground: string,
): Promise<Answered> {
  return actAsClient(plazo, opened, {
    submission: null,
    words: null,
    act: () => ({ do: "claim-urgency", ground }),
  });
}

/** Accepts or refuses the charge that was quoted (FI-14, RD-1). */
export function answerChargeAsClient(
  plazo: Plazo,
  opened: Opened,
  { accepted, reason }: { readonly accepted: boolean; readonly reason: string },
): Promise<Answered> {
  return actAsClient(plazo, opened, {
    submission: null,
    words: null,
    act: () => (accepted ? { do: "accept-charge" } : { do: "refuse-charge", reason }),
  });
}

/** What is taken by any link to the ticket: the others decide something in the client's name. */
const taken: ReadonlySet<Act["do"]> = new Set(["add", "withdraw"]);

/** What whoever is in the chat says of themselves, by whatever link: it decides nothing in another's name. */
const presences: ReadonlySet<Act["do"]> = new Set(["arrive", "leave"]);

/** Characters of what a client writes at once: as many as a person of the desk may. */
const mostWritten = 50_000;

/** What a page sent: its token, its words, and what it does where that is not to add them. */
interface Sent {
  readonly submission: string | null;
  readonly words: Pick<ClientWords, "text" | "uploads"> | null;
  readonly does?: string;
}

interface Deed extends Sent {
  /** The channel that it is said by; the page's own where it is left out. */
  readonly channel?: "chat";
  readonly act: (message: MessageRef | null) => Act | null;
}

function actAsClient(plazo: Plazo, opened: Opened, deed: Deed): Promise<Answered> {
  const { desk, capability } = opened;
  if (!isDeskId(desk)) return Promise.resolve(refuse("no-such-ticket"));
  const { words } = deed;
  if (words !== null && words.text.length > mostWritten)
    return Promise.resolve(
      refuse("answer-too-long", {
        field: "text",
        facts: { most: mostWritten, length: words.text.length },
      }),
    );
  const id = plazo.effects.random.id();
  return inDesk(plazo.db, desk, async (tx): Promise<Answered | Rollback<Answered>> => {
    const found = await openedBy(tx, capability);
    if (isRefusal(found)) return found;
    const { folio, requester } = found.ticket;
    if (words !== null && words.text.trim() === "" && (words.uploads?.ids ?? []).length === 0)
      return refuse("message-missing", { field: "text" });
    if (!(await isFirst(tx, { deed, ticket: found.number }))) return { folio };
    const { channel = "form" } = deed;
    const ref = words === null ? null : { id, channel, files: words.uploads?.ids ?? [] };
    const act = deed.act(ref);
    if (act === null) return refuse("message-missing", { field: "text" });
    const policy = await boundPolicy(plazo, tx, { number: found.ticket.policy });
    if (found.colleague !== null && act.do !== "add")
      return rollbackWith<Answered>(refuse("requester-only"));
    const isTaken = taken.has(act.do) || (channel === "chat" && presences.has(act.do));
    if (!isTaken && !readsAnswers(found, policy))
      return rollbackWith<Answered>(
        citing("heard", refuse("mailed-link-needed"), {
          policy: policy.policy.policy,
          ticket: found.ticket,
        }),
      );
    const message: MessageWords | null =
      words === null ? null : { id, ...words, public: true, channel, language: requester.language };
    const done = await actInside({ plazo, tx, desk }, folio, {
      command: { by: actorOf(found), act },
      ...(message === null ? {} : { message }),
    });
    return isRefusal(done) ? rollbackWith<Answered>(done) : { folio };
  });
}

/**
 * A double click, a reload or a retry does nothing more. The same token with other contents (the way
 * back to a page that was sent) is no repetition, so that nothing which was written is lost: other
 * words, another act, or a file that the ticket does not have.
 */
export async function isFirst(
  tx: Transaction,
  { deed, ticket }: { readonly deed: Sent; readonly ticket: number },
): Promise<boolean> {
  const { submission, words, does = "add" } = deed;
  if (submission === null) return true;
  const said = { ticket, does, text: words?.text ?? null };
  const claimed = (contents: object): Promise<boolean> => {
    const fingerprint = sha256(canonicalJson(contents));
    const key = submissionKey(`act ${submission} ${fingerprint.toString("hex")}`);
    return claimSubmission(tx, { key, fingerprint, ticket, at: tx.began });
  };
  if (await claimed(said)) return true;
  const files = await filesNotThere(tx, { ticket, uploads: words?.uploads });
  return files.length > 0 && claimed({ ...said, files });
}

/** The uploads, by what is in them, that are on no message of the ticket. */
async function filesNotThere(
  tx: Transaction,
  { ticket, uploads }: { readonly ticket: number; readonly uploads: ClientWords["uploads"] },
): Promise<readonly string[]> {
  if (uploads === undefined || uploads.ids.length === 0) return [];
  const there = new Set((await filesOf(tx, ticket)).map((file) => file.sha256));
  const kept = await uploadsOf(tx, submissionKey(uploads.session));
  const named = kept.filter(({ id }) => uploads.ids.includes(id));
  return named.map((file) => file.sha256).filter((contents) => !there.has(contents));
}

/** Who acts: the requester, to whom a link belongs, or the colleague who is signed in, in their own name. */
export function actorOf({ ticket, colleague }: OpenedTicket): Actor {
  if (colleague === null) return requesterActor(ticket.requester);
  const { id, name, addresses } = colleague;
  return { kind: "client", name, address: addresses[0] ?? null, contact: id };
}

/** The requester as the one who acts. */
export function requesterActor({ name, identity, address, contact }: Requester): Actor {
  return { kind: "client", name: name ?? identity, address, contact };
}
