import { deliveryOf } from "../../core/clock/delivery.ts";
import type { MessageText } from "../../core/policy/policy.ts";
import { inLanguage } from "../../core/policy/text.ts";
import type { Telling } from "../../core/ticket/telling.ts";
import type { OutboxPayload, OutboxRecord } from "../../store/ticket-records.ts";
import { sayInstant } from "../../words/dates.ts";
import { cleaned, fill } from "../../words/mail/fill.ts";
import { frameWords } from "../../words/mail/frame-words.ts";
import type { FrameWords } from "../../words/mail/frame-words.ts";
import type { MailContent } from "../../words/mail/html.ts";
import { noticeWords } from "../../words/mail/staff-words.ts";
import type { Notice } from "../../words/mail/staff-words.ts";
import { workspaceAddress } from "../follow.ts";
import type { Plazo } from "../plazo.ts";
import { copiesOf } from "./copies.ts";
import { missingFrom } from "./missing.ts";
import type { Occasion } from "./occasion.ts";
import { firstPromise, labelsOf, placeOf, saidOn, stateText, whyOutOfScope } from "./said.ts";

/** Moments told by a person's own act and words; all others are automatic (RFC 3834 §2). */
const personal: ReadonlySet<string> = new Set(["answered", "asked", "solved"]);

/** Moments that are words of an agent, read in the chat as they are said. */
const spokenHere: ReadonlySet<string> = new Set(["answered", "asked"]);

/** Channels by which a client who came by them is answered with a mail. */
const spoken: ReadonlySet<string> = new Set(["phone", "chat"]);

/** The mails that tellings make, composed now so that they leave as they were meant. */
export function composeMails(
  plazo: Plazo,
  tellings: readonly Telling[],
  occasion: Occasion,
): OutboxRecord[] {
  return tellings.flatMap((telling) => {
    const isClient = telling.to === "client";
    const mail = isClient
      ? clientMail(plazo, telling, occasion)
      : staffMail(plazo, telling, occasion);
    if (mail === null) return [];
    return isClient
      ? [mail, ...copiesOf(plazo, { mail, telling, occasion, newId: () => newMessageId(plazo) })]
      : [mail];
  });
}

/** Whether any of the tellings is a message that tells the whole history. */
export function tellsHistory(
  tellings: readonly Telling[],
  { binding }: Pick<Occasion, "binding">,
): boolean {
  const { messages } = binding.policy.policy;
  return tellings.some(({ message }) => {
    const text = messages.find(({ id }) => id === message);
    return (
      text !== undefined &&
      [text.body.es, text.body.en ?? ""].some((body) => body.includes("{historial}"))
    );
  });
}

/**
 * What is said in a chat is read there while its page is open; whoever has gone gets it by mail. What
 * the desk tells of itself (that it was received, closed) goes by mail as well.
 */
function isMailed({ by, moment }: Telling, { ticket, chat }: Occasion): boolean {
  if (moment === "passed") return true;
  const named = by.includes("mail") || by.includes("same-channel");
  if (chat !== undefined) return named && (chat === "gone" || !spokenHere.has(moment));
  return by.includes("mail") || (by.includes("same-channel") && !spoken.has(ticket.channel));
}

/** What was said in a call was told by it. */
function wasCalled({ seq }: Telling, { events }: Occasion): boolean {
  const fact = events.find((event) => event.seq === seq)?.fact;
  return fact?.type === "contacted" && fact.how === "call";
}

function clientMail(plazo: Plazo, telling: Telling, occasion: Occasion): OutboxRecord | null {
  const { ticket, binding, now } = occasion;
  const text = binding.policy.policy.messages.find(({ id }) => id === telling.message);
  const { address, language } = ticket.requester;
  if (
    address === null ||
    text === undefined ||
    !isMailed(telling, occasion) ||
    wasCalled(telling, occasion)
  )
    return null;
  const automatic = !personal.has(telling.moment);
  const content = contentOf(text, telling, occasion);
  return {
    key: keyOf(telling),
    moment: telling.moment,
    state: "pending",
    recipient: address,
    subject: content.subject,
    payload: {
      content: keptOf(content),
      link: null,
      language,
      automatic,
      references: [threadOf(plazo, occasion)],
      clock: null,
    },
    messageId: newMessageId(plazo),
    due: now,
  };
}

function contentOf(text: MessageText, telling: Telling, occasion: Occasion): MailContent {
  const { ticket, binding } = occasion;
  const { language } = ticket.requester;
  const words = frameWords(language, binding.policy.policy.desk.terms);
  const said = saidOn(telling, occasion);
  const desk = inLanguage(binding.policy.policy.desk.name, language);
  return {
    language,
    subject: oneLine(withFolio(fill(inLanguage(text.subject, language), said), ticket.folio)),
    body: fill(withReason(inLanguage(text.body, language), telling, occasion), said),
    open: actOf(telling, occasion, words),
    facts: factsOf(telling, occasion),
    desk,
    footer: personal.has(telling.moment) ? words.personal(desk) : words.automatic(desk),
  };
}

/** What the button says: what the mail asks its reader to do. */
function actOf({ moment }: Telling, { ticket }: Occasion, words: FrameWords): string {
  const isUnconfirmed = ticket.solution !== null && ticket.closed === null;
  if (moment === "solved") return words.confirm;
  if (moment === "warned-silence") return isUnconfirmed ? words.confirm : words.reply;
  return moment === "asked" ? words.reply : words.open;
}

/**
 * Why a request is out of scope is told whatever message the pack closes with (FI-7): first, where it has
 * no place for it. A reminder says what it waits for, where that is a word on the solution.
 */
function withReason(body: string, { moment }: Telling, occasion: Occasion): string {
  const { ticket, binding } = occasion;
  if (moment === "warned-silence" && ticket.solution !== null) {
    const words = frameWords(ticket.requester.language, binding.policy.policy.desk.terms);
    return `${words.unconfirmed}\n\n${body}`;
  }
  const isTold = moment === "closed" && whyOutOfScope(occasion) !== "";
  return !isTold || body.includes("{mensaje}") ? body : `{mensaje}\n\n${body}`;
}

/** The content as it is kept until it leaves, beside its subject and language. */
export function keptOf({ body, open, facts, desk, footer }: MailContent): OutboxPayload["content"] {
  return { body, open, facts, desk, footer };
}

/** Folio, severity and state always stand there; what is promised, and what is missing, where it is the news. */
function factsOf(telling: Telling, occasion: Occasion): [string, string][] {
  const { ticket, binding } = occasion;
  const place = placeOf(occasion);
  const words = frameWords(place.language, binding.policy.policy.desk.terms);
  const severity = labelsOf(binding.policy.policy, place).severity(ticket.severity);
  const facts: [string, string][] = [
    [words.folio, ticket.folio],
    [words.severity, ticket.provisional ? words.provisional(severity) : severity],
  ];
  const promise = firstPromise(occasion);
  if (telling.moment === "received" && promise !== undefined && promise.limit !== null) {
    facts.push([
      words.by(inLanguage(promise.rule.label, place.language)),
      sayInstant(promise.limit, place),
    ]);
  }
  const missing = missingFrom(occasion, place.language);
  if (telling.moment === "received" && missing.length > 0)
    facts.push([words.missing, missing.join("; ")]);
  const state = stateText(occasion, place);
  return state === "" ? facts : [...facts, [words.state, state]];
}

function staffMail(plazo: Plazo, telling: Telling, occasion: Occasion): OutboxRecord | null {
  const { ticket, binding, desk, now } = occasion;
  const { moment, clock } = telling;
  if (ticket.assignee === null || !isNotice(moment)) return null;
  const deadline = clock?.deadline ?? telling.at;
  const calendar = binding.calendars(binding.policy.policy.hours);
  const language = "es";
  const place = { zone: binding.policy.policy.desk.zone, language } as const;
  const words = noticeWords(moment, language);
  const notice = {
    folio: ticket.folio,
    clock: clock === null ? "" : labelsOf(binding.policy.policy, place).clock(clock.id),
    deadline: sayInstant(deadline, place),
    subject: cleaned(ticket.subject),
  };
  const name = inLanguage(binding.policy.policy.desk.name, language);
  const content: MailContent = {
    language,
    subject: oneLine(words.subject(notice)),
    body: words.body(notice),
    open: frameWords(language).open,
    facts: [],
    desk: name,
    footer: name,
  };
  const link = workspaceAddress(plazo, desk, ticket.folio);
  return {
    key: keyOf(telling),
    moment,
    state: "pending",
    recipient: `staff:${ticket.assignee.id}`,
    subject: content.subject,
    payload: {
      content: keptOf(content),
      link,
      language,
      automatic: true,
      references: [threadOf(plazo, occasion)],
      clock: clock === null ? null : { id: clock.id, round: clock.round },
    },
    messageId: newMessageId(plazo),
    due: deliveryOf({ now, deadline, calendar }),
  };
}

const notices: readonly Notice[] = ["warned", "breached", "call-due"];

function isNotice(moment: Telling["moment"]): moment is Notice {
  return notices.some((notice) => notice === moment);
}

/** The same thing told of the same event is one mail. */
function keyOf({ to, moment, seq, rule, clock, message }: Telling): string {
  return [to, moment, seq, rule ?? message ?? "own", clock?.id ?? "", clock?.round ?? ""].join("/");
}

/** All mails of a ticket refer to one message, so that the reader's program shows them as one thread (RFC 5322 §3.6.4). */
export function threadOf(
  plazo: Plazo,
  { desk, number }: Pick<Occasion, "desk" | "number">,
): string {
  return `<${desk}.${number}@${domainOf(plazo)}>`;
}

/** A Message-ID of its own (RFC 5322 §3.6.4), fixed when the mail is enqueued. */
export function newMessageId(plazo: Plazo): string {
  return `<${plazo.effects.random.id()}@${domainOf(plazo)}>`;
}

function domainOf({ settings }: Plazo): string {
  return /@([^<>\s@]+)>?$/u.exec(settings.mailFrom)?.[1] ?? "localhost";
}

function withFolio(subject: string, folio: string): string {
  return subject.includes(folio) ? subject : `${folio}: ${subject}`;
}

/** A header has one line and no end of it inside; long ones are cut. */
function oneLine(text: string): string {
  return text.replace(/\s+/gu, " ").trim().slice(0, 200);
}
