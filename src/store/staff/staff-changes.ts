import type { Instant } from "../../core/time/instant.ts";
import { deskOf } from "../append.ts";
import { execute, query, statement } from "../query.ts";
import { instantParameter } from "../time.ts";
import type { Transaction } from "../transaction.ts";

/** What can be done to the desk's people. */
export type StaffAct =
  | "invited"
  | "changed"
  | "removed"
  | "sessions-ended"
  | "second-factor-reset"
  | "second-factor-asked";

/** One thing that was changed about the desk's people: who, whose, before and after. */
export interface StaffChangeRow {
  readonly number: number;
  readonly at: Instant;
  readonly by: string;
  readonly byName: string;
  readonly act: StaffAct;
  readonly subject: string | null;
  readonly subjectName: string;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
}

const insert = statement(
  "staffChange.insert",
  `insert into plazo.staff_change (desk_id, at, by_id, by_name, act, subject, subject_name, before, after)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
);
const list = statement(
  "staffChange.list",
  `select number, at, by_id as by, by_name as "byName", act, subject, subject_name as "subjectName", before, after
     from plazo.staff_change where desk_id = $1 and ($2::bigint is null or number < $2)
    order by number desc limit $3`,
);

/** Writes what was changed; it is never altered. */
export async function recordStaffChange(
  tx: Transaction,
  row: Omit<StaffChangeRow, "number">,
): Promise<void> {
  const json = (value: StaffChangeRow["before"]): string | null =>
    value === null ? null : JSON.stringify(value);
  await execute(tx, insert, [
    deskOf(tx),
    instantParameter(row.at),
    row.by,
    row.byName,
    row.act,
    row.subject,
    row.subjectName,
    json(row.before),
    json(row.after),
  ]);
}

/** What was changed about the desk's people, the newest first; `before`: the number of the last one seen. */
export function staffChanges(
  tx: Transaction,
  { before, limit }: { readonly before: number | null; readonly limit: number },
): Promise<StaffChangeRow[]> {
  return query<StaffChangeRow>(tx, list, [deskOf(tx), before, limit]);
}
