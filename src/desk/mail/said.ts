import type { ClockReading } from "../../core/clock/clock.ts";
import type { Policy } from "../../core/policy/policy.ts";
import { inLanguage } from "../../core/policy/text.ts";
import type { Text } from "../../core/policy/text.ts";
import type { Fact, HeldReason, TicketEvent } from "../../core/ticket/event.ts";
import { stateOf } from "../../core/ticket/progress.ts";
import type { Telling } from "../../core/ticket/telling.ts";
import { linesForClient } from "../../core/ticket/timeline.ts";
import { MINUTE } from "../../core/time/instant.ts";
import type { Instant } from "../../core/time/instant.ts";
import { sayInstant, sayMoment } from "../../words/dates.ts";
import type { Place } from "../../words/dates.ts";
import { labelIn } from "../../words/conditions.ts";
import { sayDuration } from "../../words/durations.ts";
import { sayMissing } from "../../words/held.ts";
import { sayHistory } from "../../words/history.ts";
import type { LineLabels } from "../../words/history.ts";
import { frameWords } from "../../words/mail/frame-words.ts";
import type { Said } from "../../words/mail/fill.ts";
import { promisesOf } from "../tickets/row-of.ts";
import type { Occasion } from "./occasion.ts";

/** Where and in which language the requester reads. */
export function placeOf({ binding, ticket }: Occasion): Place {
  return { zone: binding.policy.policy.desk.zone, language: ticket.requester.language };
}

/** What every variable of a message says on this occasion; what costs something is made when it is asked for. */
export function saidOn(telling: Telling, occasion: Occasion): Said {
  const { ticket, binding, now } = occasion;
  const { policy } = binding.policy;
  const place = placeOf(occasion);
  const labels = labelsOf(policy, place);
  const registered = ticket.requester.contact !== null;
  return {
    folio: ticket.folio,
    ticket:
      policy.desk.terms["ticket"] === undefined
        ? "ticket"
        : inLanguage(policy.desk.terms["ticket"], place.language),
    mesa: inLanguage(policy.desk.name, place.language),
    // Words of a sender whom nobody knows are not mailed to whatever address they typed.
    nombre: registered ? (ticket.requester.name ?? "") : "",
    asunto: registered ? ticket.subject : "",
    severidad: labels.severity(ticket.severity),
    estado: stateText(occasion, place),
    nivel: labels.level(ticket.level),
    agente: agentOf(telling, occasion),
    mensaje: messageOf(telling, occasion),
    get limite() {
      return instantText(
        telling.clock?.deadline ?? nextLimit(promisesOf(ticket, binding, now)),
        place,
      );
    },
    get plazos() {
      return promisesText(occasion, place);
    },
    get historial() {
      return historyOf(occasion, labels, place);
    },
    causa: ticket.solution?.cause ?? "",
    remedio: ticket.solution?.remedy ?? "",
  };
}

/** The first promise of the desk that is still to be kept: what a new ticket is told. */
export function firstPromise({ ticket, binding, now }: Occasion): ClockReading | undefined {
  const open = promisesOf(ticket, binding, now).filter(isOpenPromise);
  return open.toSorted((a, b) => (a.limit ?? 0) - (b.limit ?? 0))[0];
}

/** What the policy calls what is named in a ticket. */
export function labelsOf(policy: Policy, { language }: Pick<Place, "language">): LineLabels {
  const of = (list: readonly { readonly id: string; readonly label: Text }[]) => (id: string) => {
    const found = list.find((one) => one.id === id);
    return found === undefined ? id : inLanguage(found.label, language);
  };
  return {
    severity: of(policy.severities),
    level: of(policy.levels),
    clock: of(policy.clocks),
    channel: of(policy.channels),
    moment: (at) => sayMoment(at, { zone: policy.desk.zone, language }),
  };
}

/** The published state in the reader's words. */
export function stateText({ ticket, binding, now }: Occasion, { language }: Place): string {
  const state = stateOf(ticket, binding, now);
  return state === null ? "" : inLanguage(state.label, language);
}

function isOpenPromise({ rule, status, limit }: ClockReading): boolean {
  if (rule.against !== "desk" || rule.breach === false || limit === null) return false;
  return status === "running" || status === "paused";
}

function nextLimit(promises: readonly ClockReading[]): Instant | null {
  const limits = promises
    .filter(isOpenPromise)
    .flatMap(({ limit }) => (limit === null ? [] : [limit]));
  return limits.length === 0 ? null : Math.min(...limits);
}

/** Every promise of the desk that is still to be kept, each on its line: what it is, and by when. */
function promisesText({ ticket, binding, now }: Occasion, place: Place): string {
  return promisesOf(ticket, binding, now)
    .filter(isOpenPromise)
    .toSorted((a, b) => (a.limit ?? 0) - (b.limit ?? 0))
    .map(
      ({ rule, limit }) =>
        `${inLanguage(rule.label, place.language)}: ${instantText(limit, place)}`,
    )
    .join("\n");
}

function instantText(at: Instant | null, place: Place): string {
  return at === null ? "" : sayInstant(at, place);
}

function agentOf({ seq }: Telling, { events, ticket }: Occasion): string {
  const told = events.find((event) => event.seq === seq);
  if (told?.fact.type === "assigned") return told.fact.to?.name ?? "";
  if (told?.by.kind === "staff") return told.by.name;
  return ticket.assignee?.name ?? "";
}

function messageOf({ seq, moment }: Telling, occasion: Occasion): string {
  const { events, texts, ticket } = occasion;
  if (moment === "held" && ticket.held !== null) return whyHeld(ticket.held, occasion);
  if (moment === "closed") return whyOutOfScope(occasion);
  const fact = events.find((event) => event.seq === seq)?.fact;
  if (fact?.type === "charge-proposed") return quoteOf(fact, occasion);
  if (fact === undefined || !("message" in fact) || fact.message === null) return "";
  return texts.get(typeof fact.message === "string" ? fact.message : fact.message.id) ?? "";
}

/** A quote in words: what, how long, for how much at most (FI-14, RD-1). */
function quoteOf(
  { charge, minutes, amount, currency = "" }: Extract<Fact, { readonly type: "charge-proposed" }>,
  { ticket, binding }: Occasion,
): string {
  const { language } = ticket.requester;
  const label = labelIn(binding.policy.policy.charges ?? [], charge ?? "", language);
  const time = sayDuration(minutes * MINUTE, language);
  return frameWords(language, binding.policy.policy.desk.terms).quote({
    label,
    time,
    money: `${amount} ${currency}`.trim(),
  });
}

/** Why a ticket is held and how to mend it: in the manual's own words where it has them (HB-1). */
function whyHeld(why: HeldReason, { ticket, binding }: Occasion): string {
  const { language } = ticket.requester;
  const { policy } = binding.policy;
  const { form, lacks = [] } = ticket;
  const missing = sayMissing({ policy, form, lacks }, language);
  const says =
    why === "support-expired"
      ? policy.client?.says
      : why === "untrained"
        ? policy.training?.says
        : undefined;
  const own =
    says === undefined
      ? frameWords(language, policy.desk.terms).held[why]
      : inLanguage(says, language);
  return [...(missing.length === 0 || says !== undefined ? [own] : []), ...missing].join("\n\n");
}

/** What is told of a request that the desk does not attend to (FI-7); empty: it ended otherwise. */
export function whyOutOfScope({ ticket, binding }: Pick<Occasion, "ticket" | "binding">): string {
  const scope = ticket.closed?.scope;
  const known = binding.policy.policy.outOfScope.find(({ id }) => id === scope);
  return known === undefined ? "" : inLanguage(known.says, ticket.requester.language);
}

/** What happened, without names that people gave themselves. */
function historyOf({ events, ticket }: Occasion, labels: LineLabels, place: Place): string {
  const known = ticket.requester.contact !== null;
  const lines = linesForClient(events.filter(isTold));
  return sayHistory(
    lines.map((line) => (line.by === "client" && !known ? { ...line, name: null } : line)),
    labels,
    place,
  );
}

/** A breach is the desk's own record; the promise page shows it beside its promise. */
function isTold({ fact }: TicketEvent): boolean {
  return fact.type !== "breached" && fact.type !== "revised";
}
