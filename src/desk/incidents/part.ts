import { isRefusal, refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import {
  incidentOf,
  incidentOfPart,
  joinIncident,
  leaveIncident,
  openIncident,
} from "../../store/incidents.ts";
import type { IncidentRecord } from "../../store/incidents.ts";
import { lockTicket, readTicket } from "../../store/tickets.ts";
import { inDesk, rollbackWith } from "../../store/transaction.ts";
import type { Rollback, Transaction } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";
import { actOnLocked } from "../tickets/act-inside.ts";
import { staffActor } from "../tickets/act.ts";
import type { Done, Place, Staff } from "../tickets/act.ts";

/** A ticket that is to be, or no longer to be, part of an incident. */
export interface Joining {
  readonly by: Staff;
  readonly seenSeq?: number;
  /** The incident's folio. */
  readonly incident: string;
}

/**
 * Makes an open ticket a mass incident, that others can be part of; one that is stays one. Refuses
 * `no-such-ticket`, `incident-over` (it is closed), `incident-itself` (it is part of another).
 */
export function declareIncident(
  plazo: Plazo,
  { desk, folio }: Place,
  by: Staff,
): Promise<{ readonly folio: string } | Refusal> {
  return inDesk(plazo.db, desk, async (tx) => {
    const locked = await lockTicket(tx, folio);
    if (locked === undefined) return refuse("no-such-ticket", { facts: { folio } });
    const { number, now, ticket } = locked;
    if (ticket.closed !== null) return refuse("incident-over", { facts: { folio } });
    if ((await incidentOfPart(tx, number)) !== undefined) return refuse("incident-itself");
    await openIncident(tx, { number, folio: ticket.folio, at: now, by });
    return { folio: ticket.folio };
  });
}

/**
 * Makes a ticket part of a mass incident. It stays its client's own: its promises, thread and end are
 * its own. Refuses `no-such-ticket`, `no-such-incident`, `incident-over`, `incident-itself`,
 * `incident-of-another`.
 */
export function joinTo(plazo: Plazo, place: Place, wish: Joining): Promise<Done | Refusal> {
  const { desk, folio } = place;
  return inDesk(plazo.db, desk, async (tx): Promise<Done | Refusal | Rollback<Refusal>> => {
    const locked = await lockTicket(tx, folio);
    if (locked === undefined) return refuse("no-such-ticket", { facts: { folio } });
    const incident = await openIncidentAt(tx, wish.incident);
    if (isRefusal(incident)) return incident;
    const { number, now } = locked;
    if (number === incident.number || (await incidentOf(tx, number)) !== undefined)
      return refuse("incident-itself", { facts: { folio } });
    const part = { number, incident: incident.number, at: now, byName: wish.by.name };
    const joined = await joinIncident(tx, part);
    if (!joined && (await incidentOfPart(tx, number))?.number !== incident.number)
      return refuse("incident-of-another", { facts: { folio } });
    const done = await actOnLocked({ plazo, tx, desk }, locked, {
      command: {
        by: staffActor(wish.by),
        act: { do: "link", to: incident.folio, as: "part-of" },
      },
      ...(wish.seenSeq === undefined ? {} : { seenSeq: wish.seenSeq }),
    });
    return isRefusal(done) ? rollbackWith(done) : done;
  });
}

/** Takes a ticket out of a mass incident: it is worked on alone again. Refuses `no-such-ticket`, `no-such-incident`, `not-a-part`. */
export function leaveFrom(plazo: Plazo, place: Place, wish: Joining): Promise<Done | Refusal> {
  const { desk, folio } = place;
  return inDesk(plazo.db, desk, async (tx): Promise<Done | Refusal | Rollback<Refusal>> => {
    const locked = await lockTicket(tx, folio);
    if (locked === undefined) return refuse("no-such-ticket", { facts: { folio } });
    const { number } = locked;
    const incident = await incidentOfPart(tx, number);
    if (incident === undefined || incident.folio !== wish.incident) return refuse("not-a-part");
    await leaveIncident(tx, { number, incident: incident.number });
    const done = await actOnLocked({ plazo, tx, desk }, locked, {
      command: {
        by: staffActor(wish.by),
        act: { do: "unlink", to: incident.folio, as: "part-of" },
      },
      ...(wish.seenSeq === undefined ? {} : { seenSeq: wish.seenSeq }),
    });
    return isRefusal(done) ? rollbackWith(done) : done;
  });
}

async function openIncidentAt(tx: Transaction, folio: string): Promise<IncidentRecord | Refusal> {
  const found = await readTicket(tx, folio);
  const incident = found === undefined ? undefined : await incidentOf(tx, found.number);
  if (incident === undefined)
    return refuse("no-such-incident", { field: "incident", facts: { folio } });
  return incident.closedAt === null ? incident : refuse("incident-over", { facts: { folio } });
}
