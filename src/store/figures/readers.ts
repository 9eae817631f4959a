import type { Language } from "../../core/policy/text.ts";
import type { CivilDate } from "../../core/time/civil.ts";
import type { Instant } from "../../core/time/instant.ts";
import { deskOf } from "../append.ts";
import { execute, query, queryOne, statement } from "../query.ts";
import { instantParameter } from "../time.ts";
import type { Transaction } from "../transaction.ts";

/** Whoever gets the week's figures by mail. */
export interface BoardReader {
  readonly staff: string;
  readonly language: Language;
  readonly since: Instant;
  /** The Monday of the newest week that has been told; null: none. */
  readonly told: CivilDate | null;
  readonly wakesAt: Instant | null;
  readonly ended: Instant | null;
}

const columns = `staff, language, since, told, wakes_at as "wakesAt", ended`;

const one = statement(
  "board-reader.one",
  `select ${columns} from board_reader where desk_id = $1 and staff = $2`,
);

/** Somebody's wish, or what it was. */
export function readBoardReader(tx: Transaction, staff: string): Promise<BoardReader | undefined> {
  return queryOne(tx, one, [deskOf(tx), staff]);
}

const start = statement(
  "board-reader.start",
  `insert into board_reader (desk_id, staff, language, since, wakes_at) values ($1, $2, $3, $4, $5)
   on conflict (desk_id, staff) do update set language = excluded.language, since = excluded.since, wakes_at = excluded.wakes_at,
     ended = null, troubled = 0, retry_at = null, last_error = null`,
);

/** Starts telling somebody; a week that they were told is not told again. */
export async function startBoardReader(
  tx: Transaction,
  reader: Pick<BoardReader, "staff" | "language" | "since" | "wakesAt">,
): Promise<void> {
  const { staff, language, since, wakesAt } = reader;
  const wakes = wakesAt === null ? null : instantParameter(wakesAt);
  await execute(tx, start, [deskOf(tx), staff, language, instantParameter(since), wakes]);
}

const end = statement(
  "board-reader.end",
  "update board_reader set ended = $3, wakes_at = null where desk_id = $1 and staff = $2 and ended is null",
);

/** Tells somebody no more. */
export async function endBoardReader(tx: Transaction, staff: string, at: Instant): Promise<void> {
  await execute(tx, end, [deskOf(tx), staff, instantParameter(at)]);
}

const due = statement(
  "board-reader.due-across",
  `select desk_id as desk, staff from board_reader
    where wakes_at <= $1 and (retry_at is null or retry_at <= $1) order by wakes_at, desk_id, staff limit $2`,
);

/** Those of all desks for whom it is time to look whether the week is told: ids only. */
export function dueBoardReaders(
  tx: Transaction,
  now: Instant,
  most: number,
): Promise<{ readonly desk: string; readonly staff: string }[]> {
  return query(tx, due, [instantParameter(now), most]);
}

const lock = statement(
  "board-reader.lock-due",
  `select ${columns} from board_reader where desk_id = $1 and staff = $2 and wakes_at <= $3 for update skip locked`,
);

/** Locks somebody who is due; `undefined` where another has them, or it was done meanwhile. */
export function lockBoardReader(
  tx: Transaction,
  staff: string,
  now: Instant,
): Promise<BoardReader | undefined> {
  return queryOne(tx, lock, [deskOf(tx), staff, instantParameter(now)]);
}

const settle = statement(
  "board-reader.settle",
  `update board_reader set told = $3, wakes_at = $4, troubled = 0, retry_at = null, last_error = null
    where desk_id = $1 and staff = $2`,
);

/** Writes up to which week somebody is told, and when to look again. */
export async function settleBoardReader(
  tx: Transaction,
  staff: string,
  { told, wakesAt }: Pick<BoardReader, "told" | "wakesAt">,
): Promise<void> {
  const wakes = wakesAt === null ? null : instantParameter(wakesAt);
  await execute(tx, settle, [deskOf(tx), staff, told, wakes]);
}

// Half a minute, then twice as long each time, at most an hour.
const aside = statement(
  "board-reader.put-aside",
  `update board_reader set troubled = troubled + 1, last_error = $3,
          retry_at = $4::timestamptz + least(3600, 30 * power(2, least(troubled, 10))) * interval '1 second'
    where desk_id = $1 and staff = $2`,
);

/** Puts somebody aside whose week could not be told: it is tried again later, and later each time. */
export async function putBoardReaderAside(
  tx: Transaction,
  staff: string,
  { error, now }: { readonly error: string; readonly now: Instant },
): Promise<void> {
  await execute(tx, aside, [deskOf(tx), staff, error.slice(0, 2_000), instantParameter(now)]);
}
