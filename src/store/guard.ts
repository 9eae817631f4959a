import type { Candidate } from "../core/queue/guard.ts";
import type { Progress } from "../core/ticket/ticket.ts";
import type { Instant } from "../core/time/instant.ts";
import { deskOf } from "./append.ts";
import { execute, query, queryOne, statement } from "./query.ts";
import { instantParameter } from "./time.ts";
import type { Transaction } from "./transaction.ts";

/** An open ticket as far as it is decided who is given it, with the version that it was read in. */
export interface Waiting extends Candidate {
  readonly number: number;
  readonly seq: number;
}

/** A ticket that somebody on guard has. */
export interface Turn {
  readonly number: number;
  readonly folio: string;
  readonly taken: Instant;
  readonly until: Instant;
}

const waiting = statement(
  "guard.waiting",
  `select t.number, t.folio, t.seq, t.progress, t.level, t.assignee_id as "assigneeId", t.severity_rank as "severityRank", t.due_at as "dueAt",
          exists (select from guard_turn g where g.desk_id = $1 and g.ticket = t.number and g.member <> $2 and g.until > $3) as taken,
          exists (select from guard_skip s where s.desk_id = $1 and s.member = $2 and s.ticket = t.number and s.seq = t.seq and s.until > $3) as skipped
     from ticket t
    where t.desk_id = $1 and t.closed_at is null and t.progress = any($4::text[]) and (t.assignee_id is null or t.assignee_id = $2)
    order by t.sorts_at, t.number limit $5`,
);
const take = statement(
  "guard.take",
  `insert into guard_turn as g (desk_id, ticket, member, taken, until) values ($1, $2, $3, $4, $5)
   on conflict (desk_id, ticket) do update set member = excluded.member, until = excluded.until,
     taken = case when g.member = excluded.member and g.until > $4 then g.taken else excluded.taken end
   where g.member = excluded.member or g.until <= $4 returning true as taken`,
);
const own = statement(
  "guard.own",
  `select g.ticket as number, t.folio, g.taken, g.until from guard_turn g join ticket t on t.desk_id = g.desk_id and t.number = g.ticket
    where g.desk_id = $1 and g.member = $2 and g.until > $3 order by g.taken desc, g.ticket limit 1`,
);
const letGo = statement(
  "guard.let-go",
  "delete from guard_turn where desk_id = $1 and member = $2",
);
const skip = statement(
  "guard.skip",
  `insert into guard_skip (desk_id, member, ticket, seq, reason, at, until) values ($1, $2, $3, $4, $5, $6, $7)
   on conflict (desk_id, member, ticket) do update set seq = excluded.seq, reason = excluded.reason, at = excluded.at, until = excluded.until`,
);
const forgetOldTurns = statement(
  "guard.forget-turns",
  `with turns as (delete from guard_turn where desk_id = $1 and until <= $2)
   delete from guard_skip where desk_id = $1 and until <= $2`,
);

/** Open tickets in these working states that are nobody's or the member's own, what falls due next first. */
export function waitingFor(
  tx: Transaction,
  member: string,
  wanted: {
    readonly now: Instant;
    readonly progress: readonly Progress[];
    readonly limit: number;
  },
): Promise<Waiting[]> {
  const { now, progress, limit } = wanted;
  return query(tx, waiting, [deskOf(tx), member, instantParameter(now), progress, limit]);
}

/** Reserves a ticket for a member until an instant; `false`: somebody else has it. Two who ask at once do not both get it. */
export async function takeTurn(
  tx: Transaction,
  turn: {
    readonly number: number;
    readonly member: string;
    readonly now: Instant;
    readonly until: Instant;
  },
): Promise<boolean> {
  const { number, member, now, until } = turn;
  const values = [deskOf(tx), number, member, instantParameter(now), instantParameter(until)];
  return (await query(tx, take, values)).length > 0;
}

/** The ticket that a member has now; `undefined`: none. */
export function turnOf(tx: Transaction, member: string, now: Instant): Promise<Turn | undefined> {
  return queryOne(tx, own, [deskOf(tx), member, instantParameter(now)]);
}

/** Lets go of whatever a member has. */
export async function endTurns(tx: Transaction, member: string): Promise<void> {
  await execute(tx, letGo, [deskOf(tx), member]);
}

/** Writes down that a member passed a ticket over as it stands, and why. */
export async function skipTurn(
  tx: Transaction,
  passed: {
    readonly member: string;
    readonly number: number;
    readonly seq: number;
    readonly reason: string;
    readonly at: Instant;
    readonly until: Instant;
  },
): Promise<void> {
  const { member, number, seq, reason, at, until } = passed;
  const values = [member, number, seq, reason, instantParameter(at), instantParameter(until)];
  await execute(tx, skip, [deskOf(tx), ...values]);
}

/** Forgets turns and passings-over whose time is up. */
export async function forgetTurns(tx: Transaction, now: Instant): Promise<void> {
  await execute(tx, forgetOldTurns, [deskOf(tx), instantParameter(now)]);
}
