import type { Instant } from "../core/time/instant.ts";
import type { Progress } from "../core/ticket/ticket.ts";
import { deskOf } from "./append.ts";
import { execute, query, queryOne, statement } from "./query.ts";
import { instantParameter } from "./time.ts";
import type { Transaction } from "./transaction.ts";

/** A mass incident: a ticket that others are part of. */
export interface IncidentRecord {
  readonly number: number;
  readonly folio: string;
  readonly subject: string;
  readonly opened: Instant;
  readonly openedName: string;
  readonly closedAt: Instant | null;
  readonly parts: number;
}

/** A ticket that is part of one. */
export interface IncidentPart {
  readonly folio: string;
  readonly subject: string;
  readonly requester: string | null;
  readonly language: "es" | "en";
  readonly progress: Progress;
  readonly closedAt: Instant | null;
  readonly breached: boolean;
}

/** An open ticket that is part of none, as far as it may be compared with others. */
export interface Comparable {
  readonly folio: string;
  readonly subject: string;
  readonly category: string;
  readonly filedAt: Instant;
}

const columns = `i.ticket as number, i.folio, t.subject, i.opened, i.opened_name as "openedName", t.closed_at as "closedAt",
  (select count(*)::integer from incident_part p where p.desk_id = i.desk_id and p.incident = i.ticket) as parts`;
const open = statement(
  "incident.open",
  `insert into incident (desk_id, ticket, folio, opened, opened_by, opened_name) values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
);
const one = statement(
  "incident.one",
  `select ${columns} from incident i join ticket t on t.desk_id = i.desk_id and t.number = i.ticket where i.desk_id = $1 and i.ticket = $2`,
);
const ofPart = statement(
  "incident.of-part",
  `select ${columns} from incident_part m join incident i on i.desk_id = m.desk_id and i.ticket = m.incident
     join ticket t on t.desk_id = i.desk_id and t.number = i.ticket where m.desk_id = $1 and m.ticket = $2`,
);
const openOnes = statement(
  "incident.open-ones",
  `select ${columns} from incident i join ticket t on t.desk_id = i.desk_id and t.number = i.ticket
    where i.desk_id = $1 and t.closed_at is null order by i.opened desc, i.ticket limit $2`,
);
const parts = statement(
  "incident.parts",
  `select t.folio, t.subject, coalesce(t.requester_name, t.requester_address) as requester, t.fold -> 'requester' ->> 'language' as language,
          t.progress, t.closed_at as "closedAt", t.breached
     from incident_part p join ticket t on t.desk_id = p.desk_id and t.number = p.ticket
    where p.desk_id = $1 and p.incident = $2 order by p.ticket limit $3`,
);
const join = statement(
  "incident.join",
  `insert into incident_part (desk_id, ticket, incident, joined, by_name) values ($1, $2, $3, $4, $5)
   on conflict (desk_id, ticket) do nothing`,
);
const leave = statement(
  "incident.leave",
  "delete from incident_part where desk_id = $1 and ticket = $2 and incident = $3",
);
const comparable = statement(
  "incident.comparable",
  `select folio, subject, category, filed_at as "filedAt" from ticket t
    where desk_id = $1 and closed_at is null and number > $2 and filed_at >= $3
      and not exists (select from incident_part p where p.desk_id = $1 and p.ticket = t.number)
      and not exists (select from incident i where i.desk_id = $1 and i.ticket = t.number)
    order by number desc limit $4`,
);

/** Makes a ticket a mass incident; one that is stays one. */
export async function openIncident(
  tx: Transaction,
  incident: {
    readonly number: number;
    readonly folio: string;
    readonly at: Instant;
    readonly by: { readonly id: string; readonly name: string };
  },
): Promise<void> {
  const { number, folio, at, by } = incident;
  await execute(tx, open, [deskOf(tx), number, folio, instantParameter(at), by.id, by.name]);
}

/** The incident that a ticket is; `undefined`: it is none. */
export function incidentOf(tx: Transaction, number: number): Promise<IncidentRecord | undefined> {
  return queryOne(tx, one, [deskOf(tx), number]);
}

/** The incident that a ticket is part of; `undefined`: of none. */
export function incidentOfPart(
  tx: Transaction,
  number: number,
): Promise<IncidentRecord | undefined> {
  return queryOne(tx, ofPart, [deskOf(tx), number]);
}

/** Incidents that are not closed, the newest first. */
export function openIncidents(tx: Transaction, limit: number): Promise<IncidentRecord[]> {
  return query(tx, openOnes, [deskOf(tx), limit]);
}

/** The tickets of an incident, in the order of their numbers. */
export function partsOf(tx: Transaction, incident: number, limit: number): Promise<IncidentPart[]> {
  return query(tx, parts, [deskOf(tx), incident, limit]);
}

/** Makes a ticket part of an incident; `false`: it is part of one already. */
export async function joinIncident(
  tx: Transaction,
  part: {
    readonly number: number;
    readonly incident: number;
    readonly at: Instant;
    readonly byName: string;
  },
): Promise<boolean> {
  const { number, incident, at, byName } = part;
  const values = [deskOf(tx), number, incident, instantParameter(at), byName];
  return (await execute(tx, join, values)) > 0;
}

/** Takes a ticket out of an incident. */
export async function leaveIncident(
  tx: Transaction,
  { number, incident }: { readonly number: number; readonly incident: number },
): Promise<void> {
  await execute(tx, leave, [deskOf(tx), number, incident]);
}

/** The newest open tickets since an instant that are part of no incident, those with greater numbers first. */
export function comparableTickets(
  tx: Transaction,
  since: Instant,
  { above, limit }: { readonly above: number; readonly limit: number },
): Promise<Comparable[]> {
  return query(tx, comparable, [deskOf(tx), above, instantParameter(since), limit]);
}
