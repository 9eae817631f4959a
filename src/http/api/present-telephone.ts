import type { Call, Callers, CallsDue, PhoneState } from "../../contract/telephone.ts";
import type { ChannelNow } from "../../core/ticket/channel-now.ts";
import type { Ticket } from "../../core/ticket/ticket.ts";
import type { Instant } from "../../core/time/instant.ts";
import type { BoundPolicy } from "../../desk/caches.ts";
import type { Caller, Callers as Found } from "../../desk/telephone/caller.ts";
import type { CallsDue as Due, TicketCallDue } from "../../desk/telephone/calls-due.ts";
import type { Call as Kept } from "../../desk/telephone/calls.ts";
import { sayTelephone } from "../../words/telephone.ts";
import { presentContact, presentOrganisation } from "./present-register.ts";

/** The telephone as it is for somebody, with what is said to them; null: the manual has none. */
export function presentPhone(
  now: ChannelNow | null,
  { policy }: Pick<BoundPolicy, "policy">,
  at: Instant,
): PhoneState | null {
  if (now === null) return null;
  const { open, attended, opensAt, attendedFrom, channel } = now;
  const saying = { policy: policy.policy, at };
  const { assumed } = channel;
  return {
    ...{ open, attended, opensAt, attendedFrom, clause: [...channel.clause] },
    ...(assumed === undefined ? {} : { assumed }),
    say: {
      es: sayTelephone(now, { ...saying, language: "es" }),
      en: sayTelephone(now, { ...saying, language: "en" }),
    },
  };
}

/** A call as the wire has it. */
export function presentCall(call: Kept): Call {
  const { id, direction, state, number, own, extension, began, answered, ended } = call;
  const { recording, outcome, who, folio, subject, closedBy } = call;
  const { owed: due, attempts, settled } = call;
  return {
    ...{ id, direction, state, number, own, extension, began, answered, ended },
    ...{ recording, outcome, who, folio, subject },
    member: call.memberName,
    contact: call.contactName,
    organisation: call.organisationName,
    owed: due === null ? null : { due, attempts, settled },
    closedBy: closedBy === null ? null : [...closedBy],
  };
}

/** Who may be calling, as the wire has it. */
export function presentCallers({ callers, phone, policy, now }: Found): Callers {
  return {
    callers: callers.map((caller) => presentCaller(caller, now)),
    phone: presentPhone(phone, policy, now),
    now,
  };
}

function presentCaller(
  { contact, organisation, tickets, authorised }: Caller,
  now: Instant,
): Callers["callers"][number] {
  return {
    contact: contact === null ? null : presentContact(contact),
    organisation: organisation === null ? null : presentOrganisation(organisation),
    tickets: tickets.map(({ ticket: { folio, ticket }, policy, phone }) => ({
      folio,
      subject: ticket.subject,
      severity: ticket.severity,
      requester: ticket.requester.name ?? ticket.requester.identity ?? ticket.requester.address,
      closed: ticket.closed !== null,
      phone: presentPhone(phone, policy, now),
    })),
    authorised: authorised.map(({ form, roles, contacts, clause }) => ({
      form: form.id,
      title: form.title,
      roles: [...roles],
      contacts: contacts.map(({ id, name, role }) => ({ id, name, role: role ?? "" })),
      clause: [...clause],
    })),
  };
}

/** The calls that are to be made, as the wire has them. */
export function presentCallsDue({ tickets, missed, now }: Due): CallsDue {
  return { tickets: tickets.map(presentTicketCall), missed: missed.map(presentCall), now };
}

function presentTicketCall({
  ticket,
  turn,
  rule,
  numbers,
}: TicketCallDue): CallsDue["tickets"][number] {
  const { folio, seq, subject, requester, solution } = ticket;
  const { assumed } = rule ?? {};
  return {
    ...{ folio, seq, subject, due: turn.due, turn: turn.turn, numbers: [...numbers] },
    requester: requester.name ?? requester.identity ?? requester.address,
    after: turn.turn === 0 ? null : lastAttempt(ticket),
    mails: rule?.inTurn?.[turn.turn + 1]?.channel === "mail" && requester.address !== null,
    cause: solution?.cause ?? "",
    remedy: solution?.remedy ?? "",
    clause: [...(rule?.clause ?? [])],
    ...(assumed === undefined ? {} : { assumed }),
  };
}

/** When somebody was last called and not found; null: nobody was. */
function lastAttempt({ trace }: Ticket): Instant | null {
  return trace.moments.findLast(({ mark }) => mark === "call-attempted")?.at ?? null;
}
