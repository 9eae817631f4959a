import type { Instant } from "../core/time/instant.ts";
import { deskOf } from "./append.ts";
import { query, statement } from "./query.ts";
import type { Transaction } from "./transaction.ts";

/** A ticket as the lists of a client show it. */
export interface ClientTicket {
  readonly number: number;
  readonly folio: string;
  readonly subject: string;
  readonly severity: string;
  /** What the manual calls the state that it is in. */
  readonly state: string;
  readonly requester: string | null;
  readonly filedAt: Instant;
  readonly closedAt: Instant | null;
  readonly dueAt: Instant | null;
}

const columns = `t.number, t.folio, t.subject, t.severity, t.state, coalesce(t.requester_name, t.requester_address) as requester,
  t.filed_at as "filedAt", t.closed_at as "closedAt", t.due_at as "dueAt"`;

// A client's tickets are those of its portals and those that its contacts ask from their addresses:
// each way is read from its own index as far as the page needs, and a ticket of both is one.
const ways = `
  select number from (
    select distinct number from (
      (select t.number from portal_owner p join ticket t on t.desk_id = p.desk_id and t.portal = p.portal
        where p.desk_id = $1 and p.organisation_id = $2 and t.number < $3 and case when t.closed_at is null then $6::boolean else $4::boolean end
        order by t.number desc limit $5)
      union all
      (select t.number from contact_person c join contact a on a.desk_id = c.desk_id and a.id = c.id
         join ticket t on t.desk_id = a.desk_id and t.address_folded = a.folded
        where c.desk_id = $1 and c.organisation = $2 and t.number < $3 and case when t.closed_at is null then $6::boolean else $4::boolean end
        order by t.number desc limit $5)) as found) as one
   order by number desc limit $5`;
const ofOrganisation = statement(
  "ticket.of-organisation",
  `select ${columns} from ticket t where t.desk_id = $1 and t.number in (${ways}) order by t.number desc`,
);
const ofPerson = statement(
  "ticket.of-contact",
  `select ${columns} from contact a join ticket t on t.desk_id = a.desk_id and t.address_folded = a.folded
    where a.desk_id = $1 and a.id = $2 and t.number < $3 and case when t.closed_at is null then $6::boolean else $4::boolean end order by t.number desc limit $5`,
);

/** Which of a client's tickets: before a number (null: from the newest), closed ones too or not, open ones unless said. */
export interface ClientPage {
  readonly before: number | null;
  readonly closedToo: boolean;
  readonly openToo?: boolean;
  readonly limit: number;
}

const newest = Number.MAX_SAFE_INTEGER;

/** An organisation's tickets, newest first: of its portals, and of its contacts' addresses. */
export function ticketsOfOrganisation(
  tx: Transaction,
  organisation: string,
  { before, closedToo, limit, openToo = true }: ClientPage,
): Promise<ClientTicket[]> {
  const values = [deskOf(tx), organisation, before ?? newest, closedToo, limit, openToo];
  return query(tx, ofOrganisation, values);
}

/** A contact's own tickets, from whichever of their addresses, newest first. */
export function ticketsOfContact(
  tx: Transaction,
  person: string,
  { before, closedToo, limit, openToo = true }: ClientPage,
): Promise<ClientTicket[]> {
  const values = [deskOf(tx), person, before ?? newest, closedToo, limit, openToo];
  return query(tx, ofPerson, values);
}
