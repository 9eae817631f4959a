import { civilDateOf, instantOn } from "../../core/calendar/dates.ts";
import { ageInstants } from "../../core/figures/ages.ts";
import type { FigureMark } from "../../core/figures/mark.ts";
import { few, percentile } from "../../core/figures/percentile.ts";
import { periodOf } from "../../core/figures/period.ts";
import type { CivilDate } from "../../core/time/civil.ts";
import { isRefusal } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import { HOUR } from "../../core/time/instant.ts";
import { markedTickets } from "../../store/figures/marked.ts";
import { contactTimes } from "../../store/figures/read.ts";
import type { Dates } from "../../store/figures/read.ts";
import { inDesk } from "../../store/transaction.ts";
import type { Transaction } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";
import { policyInForce } from "../policies/bound-policy.ts";
import { listedRow } from "../tickets/queue.ts";
import type { QueuePage } from "../tickets/queue.ts";

/** The tickets behind a mark of a board. */
export interface MarkedQuestion {
  readonly mark: FigureMark;
  readonly weeks: number;
  readonly until?: CivilDate;
  readonly cursor: string | null;
  readonly limit: number;
}

/** A page of the tickets that a mark counts, the newest first. Refuses `no-such-desk`. */
export function markedPage(
  plazo: Plazo,
  desk: string,
  { mark, weeks, until, cursor, limit }: MarkedQuestion,
): Promise<QueuePage | Refusal<"no-such-desk">> {
  return inDesk(plazo.db, desk, async (tx) => {
    const bound = await policyInForce(plazo, tx);
    if (isRefusal(bound)) return bound;
    const calendar = bound.calendars(bound.policy.policy.hours);
    const now = await tx.now();
    const today = civilDateOf(calendar, now);
    const dates = periodOf(weeks, until ?? today);
    const scene = {
      mark,
      dates,
      now,
      soon: now + HOUR,
      endOfToday: instantOn(calendar, today, 24 * HOUR),
      ages: ageInstants(calendar, now),
      slowest: mark.part === "slowest" ? await slowestFrom(tx, dates, mark) : 0,
    };
    const below = /^\d{1,15}$/u.test(cursor ?? "") ? Number(cursor) : Number.MAX_SAFE_INTEGER;
    const found = await markedTickets(tx, scene, { below, limit: limit + 1 });
    const rows = found.slice(0, limit).map(listedRow);
    const last = found.length > limit ? rows.at(-1) : undefined;
    return { rows, next: last === undefined ? null : String(last.number), now };
  });
}

/** The ninetieth percentile in minutes; of few, all of them are looked at. */
async function slowestFrom(tx: Transaction, dates: Dates, mark: FigureMark): Promise<number> {
  const filter = { severity: mark.severity ?? null, level: mark.level ?? null };
  const times = await contactTimes(tx, dates, filter);
  const n = times.reduce((all, one) => all + one.n, 0);
  return n < few ? 0 : percentile(times, 90);
}
