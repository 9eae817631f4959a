import type { DeskDetail } from "../../contract/desk.ts";
import type { Delivery, TicketDetail, TicketRow, TimelineEntry } from "../../contract/ticket.ts";
import type { PromiseReading } from "../../contract/clock.ts";
import type { OutgoingRow as OutgoingView } from "../../contract/outgoing.ts";
import { actNames } from "../../contract/acts.ts";
import type { ActName } from "../../contract/acts.ts";
import { holdingOf, may } from "../../core/access/may.ts";
import type { Sees } from "../../core/access/may.ts";
import type { Policy } from "../../core/policy/policy.ts";
import { segments } from "../../core/calendar/segments.ts";
import type { ClockReading } from "../../core/clock/clock.ts";
import { routesFrom } from "../../core/ticket/acts/work.ts";
import type { Fact, MessageRef, TicketEvent } from "../../core/ticket/event.ts";
import { statementOf } from "../../core/ticket/account.ts";
import type { Actor } from "../../core/ticket/actor.ts";
import { categoriesOf } from "../../core/tracker/categories.ts";
import { categoryOf } from "../../core/tracker/row.ts";
import { noFacts } from "../../core/ticket/facts.ts";
import { mayNow } from "../../core/ticket/may-now.ts";
import type { Ticket } from "../../core/ticket/ticket.ts";
import type { Offer } from "../../core/ticket/may-now.ts";
import type { Scene } from "../../core/ticket/scene.ts";
import { DAY } from "../../core/time/instant.ts";
import type { Instant } from "../../core/time/instant.ts";
import type { BoundPolicy } from "../../desk/caches.ts";
import type { OutgoingRow } from "../../desk/outgoing/list-outgoing.ts";
import type { Member } from "../../desk/staff/members.ts";
import { callClock } from "../../desk/tickets/row-of.ts";
import { callWords } from "../../words/call.ts";
import { staffActor } from "../../desk/tickets/act.ts";
import type { StaffView } from "../../desk/tickets/for-staff.ts";
import type { QueueRow } from "../../desk/tickets/queue.ts";
import { actionOf } from "./action-of.ts";
import { presentFollowing } from "./present-following.ts";
import { staffOf } from "./session.ts";
import type { Seeing } from "./session.ts";

/** A row of the queue as the wire says it. */
export function presentRow(row: QueueRow): TicketRow {
  const { number: _number, closedAt: _closedAt, ...shown } = row;
  return shown;
}

/** A promise as the wire says it: the rule's words and clauses with the reading. */
export function presentPromise(reading: ClockReading): PromiseReading {
  const { rule, warnings: _warnings, ...rest } = reading;
  return {
    clock: rule.id,
    label: rule.label,
    clause: [...rule.clause],
    against: rule.against,
    ...rest,
  };
}

/** What left the desk, as the wire says it. */
export function presentDelivery(row: OutgoingRow, mayAct: boolean): Delivery {
  const { folio: _, ...shown } = presentOutgoing(row, mayAct);
  return { kind: row.kind, ...shown };
}

/** What left the desk, in its list; `mayAct`: whether its reader may send it again. */
export function presentOutgoing(row: OutgoingRow, mayAct: boolean): OutgoingView {
  const { kind: _kind, moment: _moment, sendable, ...shown } = row;
  return { ...shown, sendable: sendable && mayAct };
}

/** A member as far as acts go; one who sees all unless it says otherwise. */
type Actable = Omit<Seeing, "sees"> & { readonly sees?: Sees };

/** Whether a member may send again what failed. */
export function maySend(member: Actable): boolean {
  return may(holdingOf(member), "outgoing.send", member.sees);
}

/** A ticket whole, with what this member may do to it. */
export function presentTicket(view: StaffView, member: Actable): TicketDetail {
  const { ticket } = view;
  return {
    row: presentRow(view.row),
    now: view.now,
    form: ticket.form,
    type: categoryOf(ticket, view.policy.policy.policy),
    fields: ticket.fields,
    flags: [...ticket.flags],
    portal: ticket.portal,
    externalReference: referenceOf(ticket),
    policy: ticket.policy,
    identity: ticket.requester.identity,
    telephone: ticket.requester.telephone,
    promises: view.promises.map(presentPromise),
    buckets: view.buckets,
    timeline: view.events.map((event) => presentEvent(event, view)),
    deliveries: view.deliveries.map((row) => presentDelivery(row, maySend(member))),
    solution:
      ticket.solution === null
        ? null
        : {
            cause: ticket.solution.cause,
            remedy: ticket.solution.remedy,
            told: ticket.solution.told,
          },
    urgency: ticket.urgency,
    account: accountOf(ticket),
    following: presentFollowing(ticket, sceneOf(view, member)),
    links: [...ticket.links.map(({ to, as }) => ({ to, as })), ...probablySame(ticket)],
    acts: openActs(view, member),
    routes: routesFrom(ticket, view.policy.policy),
  };
}

function referenceOf({ facts }: Ticket): string | null {
  const reference = facts["externalReference"] ?? null;
  return typeof reference === "string" ? reference : null;
}

function accountOf(ticket: Ticket): TicketDetail["account"] {
  const account = statementOf(ticket);
  if (account === null) return null;
  const { quotes, entries, minutes, totals } = account;
  return { quotes: [...quotes], entries: [...entries], minutes, totals: [...totals] };
}

/** The open tickets that were probably the same case when this one was filed (FI-9), for an agent to merge. */
function probablySame({ facts, links }: Ticket): TicketDetail["links"] {
  const found = String(facts["duplicates"] ?? "").split(" ");
  const linked = new Set(links.map(({ to }) => to));
  return found
    .filter((folio) => folio !== "" && !linked.has(folio))
    .map((to) => ({ to, as: "probable-duplicate" }));
}

/** The core's word for each act of the wire. */
const offers: Readonly<Record<ActName, Offer>> = {
  reply: "contact",
  ask: "ask",
  note: "note",
  "log-call": "log-attempt",
  classify: "classify",
  assign: "assign",
  route: "route",
  "hand-back": "hand-back",
  "ask-level": "ask-level",
  "answer-level": "answer-level",
  "do-step": "do-step",
  "accept-account": "accept-account",
  "refuse-account": "refuse-account",
  wait: "wait",
  schedule: "schedule",
  resume: "resume",
  admit: "admit",
  verify: "verify",
  solve: "solve",
  close: "close",
  merge: "merge-into",
  "confirm-urgency": "confirm-urgency",
  "refuse-urgency": "refuse-urgency",
  "propose-charge": "propose-charge",
  "log-time": "log-time",
  split: "split",
  link: "link",
  "add-participant": "add-participant",
  rebind: "rebind",
};

function sceneOf({ policy, now }: StaffView, member: Actable): Scene {
  const context = { ...policy, facts: noFacts, now, readUpTo: null };
  return { by: staffActor(staffOf(member)), at: now, context };
}

/** The acts that this member may do and that the ticket's state does not refuse. */
function openActs(view: StaffView, member: Actable): ActName[] {
  const offered = mayNow(view.ticket, sceneOf(view, member));
  // The wire names a charge of the policy and no amount of its own: without one there is nothing to propose.
  const charges = view.policy.policy.policy.charges !== undefined;
  return actNames.filter(
    (act) =>
      may(holdingOf(member), actionOf(act), member.sees) &&
      offered.has(offers[act]) &&
      (charges || act !== "propose-charge"),
  );
}

const unseen: ReadonlySet<string> = new Set(["type", "message"]);

function presentEvent(event: TicketEvent, view: StaffView): TimelineEntry {
  const { fact, by } = event;
  const ref = messageOf(fact);
  const message = ref === null ? undefined : view.messages.find(({ id }) => id === ref.id);
  return {
    seq: event.seq,
    at: event.at,
    recorded: event.recorded,
    by: whoOf(by),
    type: fact.type,
    facts: Object.fromEntries(Object.entries(fact).filter(([name]) => !unseen.has(name))),
    public: message?.public ?? publicFacts.has(fact.type),
    message:
      message === undefined
        ? null
        : {
            id: message.id,
            text: message.text,
            channel: message.channel,
            files: view.files
              .filter((file) => file.message === message.id)
              .map(({ id, name, mediaType, size }) => ({ id, name, type: mediaType, size })),
          },
  };
}

function whoOf(by: Actor): TimelineEntry["by"] {
  if (by.kind === "desk") return { kind: "desk", name: null };
  const isProgram = by.kind === "staff" && by.through === "integration";
  return { kind: isProgram ? "integration" : by.kind, name: by.name };
}

const publicFacts: ReadonlySet<string> = new Set([
  "filed",
  "classified",
  "limit-moved",
  "assigned",
  "solved",
  "confirmed",
  "reopened",
  "closed",
]);

function messageOf(fact: Fact): MessageRef | null {
  return "message" in fact && typeof fact.message === "object" ? fact.message : null;
}

/** A desk's vocabulary, from its policy in force. */
export function presentDesk(
  bound: BoundPolicy,
  { members, sees }: { readonly members: readonly Member[]; readonly sees: Sees },
  now: Instant,
): DeskDetail {
  const { policy, number, effective } = bound.policy;
  return {
    id: policy.desk.id,
    name: policy.desk.name,
    zone: policy.desk.zone,
    policy: { number, effective },
    severities: policy.severities.map(({ id, label, means }) => ({ id, label, means })),
    levels: policy.levels.map(({ id, label, tells }) => ({ id, label, tells })),
    tracker: policy.tracker !== undefined,
    states: policy.states.map(({ id, label }) => ({ id, label })),
    types: typesOf(policy),
    contactRoles: Object.entries(policy.roles ?? {}).map(([id, label]) => ({ id, label })),
    plans: policy.support.map(({ id, label }) => ({ id, label })),
    sees,
    parties: Object.entries(policy.thirdParties ?? {}).map(([id, { label }]) => ({ id, label })),
    outOfScope: policy.outOfScope.map(({ id, label, says, clause }) => ({
      id,
      label,
      says,
      clause: [...clause],
    })),
    clocks: clocksOf(policy),
    channels: policy.channels.map(({ id, label }) => ({ id, label })),
    procedures: proceduresOf(policy),
    hours: hoursOf(bound, now),
    grounds: policy.grounds.map(({ id, means, advice, clause }) => ({
      id,
      label: means,
      advice: advice ?? null,
      clause: [...clause],
    })),
    charges: (policy.charges ?? []).map(({ id, label, rate, each, clause }) => ({
      id,
      label,
      rate,
      each,
      clause: [...clause],
    })),
    announcements: (policy.announcements ?? []).map(({ id, label, who, types, clause }) => ({
      id,
      label,
      who: [...who],
      types: types.map((type) => ({ id: type.id, label: type.label })),
      clause: [...clause],
    })),
    hasPresence: policy.presence !== undefined,
    forms: formsOf(policy),
    staff: members.map(personOf),
  };
}

function personOf({
  userId: id,
  name,
  role,
  also = [],
  level,
  party = null,
}: Member): DeskDetail["staff"][number] {
  return { id, name, role, also: [...also], level, party };
}

/** A type by the words of the form: those of the answer, or its title. */
function typesOf(policy: Policy): DeskDetail["types"] {
  return categoriesOf(policy).map((id) => {
    const [field = "", ...rest] = id.split("/");
    const answer = rest.join("/");
    const options = policy.forms.flatMap(({ fields }) =>
      fields.filter((one) => one.id === field).flatMap((one) => one.options),
    );
    const label =
      answer === ""
        ? policy.forms.find((form) => form.id === id)?.title
        : options.find(({ value }) => value === answer)?.label;
    return { id, label: label ?? { es: id } };
  });
}

function clocksOf(policy: Policy): DeskDetail["clocks"] {
  const clocks = policy.clocks.map(({ id, label, clause, calendar }) => ({
    id,
    label,
    clause: [...clause],
    calendar,
  }));
  return [...clocks, ...callOf(policy)];
}

function proceduresOf({ procedures = [] }: Policy): DeskDetail["procedures"] {
  return procedures.map(({ id, label, steps }) => ({
    id,
    label,
    steps: steps.map((step) => step.label),
  }));
}

function formsOf({ forms }: Policy): DeskDetail["forms"] {
  return forms.map(({ id, title, on, fields }) => ({
    id,
    title,
    on: [...on],
    fields: fields.map((field) => ({
      id: field.id,
      label: field.label,
      kind: field.kind,
      required: field.required,
      onlyWhenAsked: field.onlyWhenAsked,
      options: field.options.map(({ value, label, asks }) => ({ value, label, asks: [...asks] })),
    })),
  }));
}

/** Where clients are told in turn, a call that is due stands in the queue beside the clocks (CC-11). */
function callOf(policy: Policy): DeskDetail["clocks"] {
  const rule = policy.tell.find(({ inTurn }) => inTurn !== undefined);
  if (rule === undefined) return [];
  return [{ id: callClock, label: callWords, clause: [...rule.clause], calendar: policy.hours }];
}

const HOURS_AHEAD = 28 * DAY;

function hoursOf({ policy, calendars }: BoundPolicy, now: Instant): DeskDetail["hours"] {
  const used = policy.policy.clocks.flatMap(({ calendar }) =>
    calendar === null ? [] : [calendar],
  );
  const open = (id: string): DeskDetail["hours"][string] =>
    segments(calendars(id), now - DAY, now + HOURS_AHEAD)
      .filter(({ counted }) => counted)
      .map(({ from, to }) => ({ from, to }));
  return Object.fromEntries([...new Set(used)].map((id) => [id, open(id)]));
}
