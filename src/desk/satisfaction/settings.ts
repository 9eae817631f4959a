import { refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import { appendAudit } from "../../store/audit.ts";
import {
  badAnswers,
  putSatisfactionSetting,
  readSatisfactionSetting,
  satisfactionOfTicket,
  seeAnswers,
} from "../../store/figures/satisfaction.ts";
import type {
  BadAnswer,
  SatisfactionRow,
  SatisfactionSetting,
} from "../../store/figures/satisfaction.ts";
import { readTicket } from "../../store/tickets.ts";
import { inDesk } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";
import type { By } from "../register/by.ts";

/** Whether the desk asks its clients if they are content. */
export function satisfactionSetting(plazo: Plazo, desk: string): Promise<SatisfactionSetting> {
  return inDesk(plazo.db, desk, (tx) => readSatisfactionSetting(tx));
}

/** Starts or stops asking, from now on; what was asked stays. Audited. */
export function setSatisfaction(
  plazo: Plazo,
  desk: string,
  { on, by }: { readonly on: boolean; readonly by: By },
): Promise<SatisfactionSetting> {
  return inDesk(plazo.db, desk, async (tx) => {
    const before = await readSatisfactionSetting(tx);
    if ((before.since !== null) === on) return before;
    const at = await tx.now();
    const since = on ? at : null;
    await putSatisfactionSetting(tx, { since, at, by: by.name });
    const id = plazo.effects.random.id();
    const act = { id, action: "satisfaction.set", subject: "satisfaction", subjectId: desk };
    const told = { ...act, before: { on: !on }, after: { on } };
    await appendAudit(tx, by, { at, acts: [told] });
    return { since, changed: at, changedBy: by.name };
  });
}

/** What was asked and answered about a ticket, solution by solution. Refuses `no-such-ticket`. */
export function answersOf(
  plazo: Plazo,
  desk: string,
  folio: string,
): Promise<readonly SatisfactionRow[] | Refusal<"no-such-ticket">> {
  return inDesk(plazo.db, desk, async (tx) => {
    const found = await readTicket(tx, folio);
    if (found === undefined) return refuse("no-such-ticket", { facts: { folio } });
    return satisfactionOfTicket(tx, found.number);
  });
}

/** A page of the answers that are not content, the newest first. */
export function listBadAnswers(
  plazo: Plazo,
  desk: string,
  { place, limit }: { readonly place: string | null; readonly limit: number },
): Promise<{ readonly answers: readonly BadAnswer[]; readonly next: string | null }> {
  const [at = "", ticket = ""] = (place ?? "").split(".");
  const after = place === null ? null : { at: Number(at), ticket: Number(ticket) };
  return inDesk(plazo.db, desk, async (tx) => {
    const found = await badAnswers(tx, after, limit + 1);
    const answers = found.slice(0, limit);
    const last = found.length > limit ? answers.at(-1) : undefined;
    return { answers, next: last === undefined ? null : `${last.answered}.${last.ticket}` };
  });
}

/** Somebody has looked at what was answered about a ticket. Refuses `no-such-ticket`. */
export function lookAtAnswers(
  plazo: Plazo,
  desk: string,
  { folio, by }: { readonly folio: string; readonly by: string },
): Promise<readonly SatisfactionRow[] | Refusal<"no-such-ticket">> {
  return inDesk(plazo.db, desk, async (tx) => {
    const found = await readTicket(tx, folio);
    if (found === undefined) return refuse("no-such-ticket", { facts: { folio } });
    await seeAnswers(tx, found.number, { at: await tx.now(), by });
    return satisfactionOfTicket(tx, found.number);
  });
}
