import type { Score } from "../../core/figures/satisfaction.ts";
import type { CivilDate } from "../../core/time/civil.ts";
import type { Instant } from "../../core/time/instant.ts";
import { deskOf } from "../append.ts";
import { execute, query, queryOne, statement } from "../query.ts";
import { instantParameter } from "../time.ts";
import type { Transaction } from "../transaction.ts";

/** Whether clients are asked: since when (null: they are not), and who said so. */
export interface SatisfactionSetting {
  readonly since: Instant | null;
  readonly changed: Instant | null;
  readonly changedBy: string | null;
}

const setting = statement(
  "satisfaction.setting",
  `select since, changed, changed_by as "changedBy" from satisfaction_setting where desk_id = $1`,
);

/** The desk's setting; nobody is asked until somebody says so. */
export async function readSatisfactionSetting(tx: Transaction): Promise<SatisfactionSetting> {
  const row = await queryOne<SatisfactionSetting>(tx, setting, [deskOf(tx)]);
  return row ?? { since: null, changed: null, changedBy: null };
}

const set = statement(
  "satisfaction.set",
  `insert into satisfaction_setting (desk_id, since, changed, changed_by) values ($1, $2, $3, $4)
   on conflict (desk_id) do update set since = excluded.since, changed = excluded.changed, changed_by = excluded.changed_by`,
);

/** Keeps the desk's setting. */
export async function putSatisfactionSetting(
  tx: Transaction,
  { since, at, by }: { readonly since: Instant | null; readonly at: Instant; readonly by: string },
): Promise<void> {
  const from = since === null ? null : instantParameter(since);
  await execute(tx, set, [deskOf(tx), from, instantParameter(at), by]);
}

/** One solution that was asked about. */
export interface AskedRow {
  readonly ticket: number;
  readonly solution: Instant;
  readonly severity: string;
  readonly level: string;
  readonly asked: Instant;
  readonly askedOn: CivilDate;
}

/** The same with what was answered. */
export interface SatisfactionRow extends AskedRow {
  readonly score: Score | null;
  readonly words: string | null;
  readonly answered: Instant | null;
  readonly changed: Instant | null;
  readonly seen: Instant | null;
  readonly seenBy: string | null;
}

const ask = statement(
  "satisfaction.ask",
  `insert into satisfaction (desk_id, ticket, solution, severity, level, asked, asked_on)
   values ($1, $2, $3, $4, $5, $6, $7) on conflict (desk_id, ticket, solution) do nothing`,
);

/** Writes down that a solution is asked about; once. */
export async function putAsked(tx: Transaction, row: AskedRow): Promise<void> {
  const { ticket, solution, severity, level, asked, askedOn } = row;
  await execute(tx, ask, [
    deskOf(tx),
    ticket,
    instantParameter(solution),
    severity,
    level,
    instantParameter(asked),
    askedOn,
  ]);
}

const columns = `ticket, solution, severity, level, asked, asked_on as "askedOn", score, words, answered, changed, seen, seen_by as "seenBy"`;

const ofTicket = statement(
  "satisfaction.of-ticket",
  `select ${columns} from satisfaction where desk_id = $1 and ticket = $2 order by solution`,
);

/** What was asked of a ticket, solution by solution. */
export function satisfactionOfTicket(tx: Transaction, ticket: number): Promise<SatisfactionRow[]> {
  return query(tx, ofTicket, [deskOf(tx), ticket]);
}

const lock = statement(
  "satisfaction.lock",
  `select ${columns} from satisfaction where desk_id = $1 and ticket = $2 and solution = $3 for update`,
);

/** What was asked of one solution, locked. */
export function lockSatisfaction(
  tx: Transaction,
  ticket: number,
  solution: Instant,
): Promise<SatisfactionRow | undefined> {
  return queryOne(tx, lock, [deskOf(tx), ticket, instantParameter(solution)]);
}

const answer = statement(
  "satisfaction.answer",
  `update satisfaction set score = $4, words = $5, answered = coalesce(answered, $6),
          changed = case when answered is null then null else $6::timestamptz end, seen = null, seen_by = null
    where desk_id = $1 and ticket = $2 and solution = $3`,
);

/** Keeps an answer, or another in its place; what was seen is to be seen again. */
export async function putAnswer(
  tx: Transaction,
  { ticket, solution }: Pick<AskedRow, "ticket" | "solution">,
  given: { readonly score: Score; readonly words: string | null; readonly at: Instant },
): Promise<void> {
  await execute(tx, answer, [
    deskOf(tx),
    ticket,
    instantParameter(solution),
    given.score,
    given.words,
    instantParameter(given.at),
  ]);
}

/** A bad answer, as the supervisor's list shows it. */
export interface BadAnswer extends SatisfactionRow {
  readonly folio: string;
  readonly subject: string;
  readonly answered: Instant;
}

const bad = (after: string): string =>
  `select s.ticket, s.solution, s.severity, s.level, s.asked, s.asked_on as "askedOn", s.score, s.words, s.answered, s.changed,
          s.seen, s.seen_by as "seenBy", t.folio, t.subject
     from satisfaction s join ticket t on t.desk_id = s.desk_id and t.number = s.ticket
    where s.desk_id = $1 and s.score = 'bad' ${after} order by s.answered desc, s.ticket desc limit $2`;
const badFirst = statement("satisfaction.bad", bad(""));
const badAfter = statement(
  "satisfaction.bad-after",
  bad("and (s.answered, s.ticket) < ($3::timestamptz, $4::bigint)"),
);

/** Bad answers, the newest first, after a place in the list. */
export function badAnswers(
  tx: Transaction,
  after: { readonly at: Instant; readonly ticket: number } | null,
  limit: number,
): Promise<BadAnswer[]> {
  return after === null
    ? query(tx, badFirst, [deskOf(tx), limit])
    : query(tx, badAfter, [deskOf(tx), limit, instantParameter(after.at), after.ticket]);
}

const see = statement(
  "satisfaction.see",
  `update satisfaction set seen = $3, seen_by = $4 where desk_id = $1 and ticket = $2 and score is not null and seen is null`,
);

/** Somebody of the desk has looked at what was answered about a ticket; whether there was something new. */
export async function seeAnswers(
  tx: Transaction,
  ticket: number,
  seen: { readonly at: Instant; readonly by: string },
): Promise<boolean> {
  const n = await execute(tx, see, [deskOf(tx), ticket, instantParameter(seen.at), seen.by]);
  return n > 0;
}
