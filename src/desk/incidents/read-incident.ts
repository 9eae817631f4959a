import { alike } from "../../core/incident/alike.ts";
import type { Alike, Compared } from "../../core/incident/alike.ts";
import { categoryOf } from "../../core/tracker/row.ts";
import { refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import { DAY } from "../../core/time/instant.ts";
import {
  comparableTickets,
  incidentOf,
  incidentOfPart,
  openIncidents,
  partsOf,
} from "../../store/incidents.ts";
import type { IncidentPart, IncidentRecord } from "../../store/incidents.ts";
import { readTicket } from "../../store/tickets.ts";
import { inDesk } from "../../store/transaction.ts";
import type { Transaction } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";
import { boundPolicy } from "../policies/bound-policy.ts";
import type { Place } from "../tickets/act.ts";

/** A ticket that probably reports the same. */
export interface Suggested extends Alike {
  readonly folio: string;
  readonly subject: string;
}

/** What a ticket has to do with mass incidents. */
export interface IncidentView {
  /** The incident that it is, or that it is part of; null: neither. */
  readonly incident: IncidentRecord | null;
  readonly is: "incident" | "part" | "neither";
  /** Of an incident: its tickets. */
  readonly parts: readonly IncidentPart[];
  /** Tickets that probably report the same and are part of nothing. */
  readonly alike: readonly Suggested[];
  /** Open incidents that this ticket probably is part of. */
  readonly near: readonly Suggested[];
}

/** Tickets of one incident that are shown, and newest open tickets that are compared. */
const most = { parts: 1_000, compared: 400, shown: 20, incidents: 50 } as const;

/** A ticket with the incident that it is or is part of, and what is probably the same trouble. Refuses `no-such-ticket`. */
export function readIncident(
  plazo: Plazo,
  { desk, folio }: Place,
): Promise<IncidentView | Refusal<"no-such-ticket">> {
  return inDesk(plazo.db, desk, async (tx): Promise<IncidentView | Refusal<"no-such-ticket">> => {
    const found = await readTicket(tx, folio);
    if (found === undefined) return refuse("no-such-ticket", { facts: { folio } });
    const { number, ticket } = found;
    const { policy } = await boundPolicy(plazo, tx, { number: ticket.policy });
    const own: Compared = {
      subject: ticket.subject,
      category: categoryOf(ticket, policy.policy),
      filedAt: ticket.filedAt,
    };
    const incident = await incidentOf(tx, number);
    if (incident !== undefined) {
      const parts = await partsOf(tx, number, most.parts);
      const alikes = await alikeTo(tx, { own, folio, subjects: parts.map((part) => part.subject) });
      return { incident, is: "incident", parts, alike: alikes, near: [] };
    }
    const whole = await incidentOfPart(tx, number);
    if (whole !== undefined) return { incident: whole, is: "part", parts: [], alike: [], near: [] };
    if (ticket.closed !== null)
      return { incident: null, is: "neither", parts: [], alike: [], near: [] };
    const alikes = await alikeTo(tx, { own, folio, subjects: [] });
    return { incident: null, is: "neither", parts: [], alike: alikes, near: await nearTo(tx, own) };
  });
}

/** Of an incident, what is like any of its tickets counts: people call one trouble by many names. */
async function alikeTo(
  tx: Transaction,
  {
    own,
    folio,
    subjects,
  }: { readonly own: Compared; readonly folio: string; readonly subjects: readonly string[] },
): Promise<readonly Suggested[]> {
  const since = own.filedAt - DAY;
  const page = { above: 0, limit: most.compared };
  const others = await comparableTickets(tx, since, page);
  const models = [own, ...subjects.slice(0, 20).map((subject) => ({ ...own, subject }))];
  return best(
    others
      .filter((other) => other.folio !== folio)
      .flatMap((other) => {
        const found = best(
          models.flatMap((model) => {
            // An incident lasts: what arrives later is compared as if it had come with it.
            const near = { ...model, filedAt: Math.max(model.filedAt, other.filedAt) };
            const like = alike(near, other);
            return like === null ? [] : [like];
          }),
        );
        const [first] = found;
        return first === undefined
          ? []
          : [{ ...first, folio: other.folio, subject: other.subject }];
      }),
  );
}

async function nearTo(tx: Transaction, own: Compared): Promise<readonly Suggested[]> {
  const incidents = await openIncidents(tx, most.incidents);
  return best(
    incidents.flatMap(({ folio, subject }) => {
      const like = alike(own, { subject, category: own.category, filedAt: own.filedAt });
      return like === null ? [] : [{ ...like, folio, subject }];
    }),
  );
}

function best<T extends { readonly score: number }>(found: readonly T[]): readonly T[] {
  return found.toSorted((a, b) => b.score - a.score).slice(0, most.shown);
}
