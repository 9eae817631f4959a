import { refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import { endDraft, insertDraft, openDrafts } from "../../store/reply-drafts.ts";
import type { DraftRecord } from "../../store/reply-drafts.ts";
import { readTicket } from "../../store/tickets.ts";
import { inDesk } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";
import type { Place } from "../tickets/act.ts";

/** A reply that somebody, or a program, proposes. */
export type Draft = DraftRecord;

/** Drafts that wait beside one ticket. */
const most = 20;

/** Keeps a reply as a draft beside its ticket: nobody is told of it until a person sends it. Refuses `no-such-ticket`, `ticket-closed` and `drafts-too-many`. */
export function draftReply(
  plazo: Plazo,
  { desk, folio }: Place,
  {
    text,
    by,
  }: { readonly text: string; readonly by: { readonly id: string; readonly name: string } },
): Promise<Draft | Refusal> {
  return inDesk(plazo.db, desk, async (tx): Promise<Draft | Refusal> => {
    const found = await readTicket(tx, folio);
    if (found === undefined) return refuse("no-such-ticket", { facts: { folio } });
    if (found.ticket.closed !== null) return refuse("ticket-closed");
    if ((await openDrafts(tx, found.number)).length >= most)
      return refuse("drafts-too-many", { facts: { most } });
    const id = plazo.effects.random.id();
    const draft = { id, text, made: await tx.now(), byId: by.id, byName: by.name };
    await insertDraft(tx, found.number, draft);
    return draft;
  });
}

/** The replies that are proposed for a ticket, the oldest first. Refuses `no-such-ticket`. */
export function draftsOf(
  plazo: Plazo,
  { desk, folio }: Place,
): Promise<readonly Draft[] | Refusal> {
  return inDesk(plazo.db, desk, async (tx): Promise<readonly Draft[] | Refusal> => {
    const found = await readTicket(tx, folio);
    if (found === undefined) return refuse("no-such-ticket", { facts: { folio } });
    return openDrafts(tx, found.number);
  });
}

/** Takes a proposed reply away: it was used, or is not wanted. Refuses `no-such-ticket` and `no-such-draft`. */
export function endDraftOf(
  plazo: Plazo,
  { desk, folio }: Place,
  { id, by }: { readonly id: string; readonly by: string },
): Promise<{ readonly ended: string } | Refusal> {
  return inDesk(plazo.db, desk, async (tx): Promise<{ readonly ended: string } | Refusal> => {
    const found = await readTicket(tx, folio);
    if (found === undefined) return refuse("no-such-ticket", { facts: { folio } });
    const ended = await endDraft(tx, found.number, { id, at: await tx.now(), by });
    return ended ? { ended: id } : refuse("no-such-draft");
  });
}
