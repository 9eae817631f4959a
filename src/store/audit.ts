import type { Instant } from "../core/time/instant.ts";
import { deskOf } from "./append.ts";
import { execute, query, statement } from "./query.ts";
import { instantParameter } from "./time.ts";
import type { Transaction } from "./transaction.ts";

/** Who did something, for whom and by which way in. */
export interface Audited {
  /** An account's id, or what acted by itself ("cli"). */
  readonly who: string;
  readonly name: string;
  readonly onBehalf?: string;
  /** The way in: "workspace", "api", "cli", "portal", "form". */
  readonly way: string;
  /** The address at the other end of the connection, where there is one. */
  readonly source: string | null;
}

/** What was done to which thing, with how it was before and after (null: it was not, or is not told). */
export interface AuditedAct {
  readonly id: string;
  /** A verb with its area: "organisation.change", "register.export". */
  readonly action: string;
  /** The kind of thing ("organisation") and its id. */
  readonly subject: string;
  readonly subjectId: string;
  readonly before: object | null;
  readonly after: object | null;
}

/** An entry of the audit. */
export interface AuditRecord extends AuditedAct {
  readonly at: Instant;
  readonly who: string;
  readonly name: string;
  readonly onBehalf: string | null;
  readonly way: string;
  readonly source: string | null;
}

/** Rows that one statement takes. */
const BATCH = 1_000;

const append = statement(
  "audit.append",
  `insert into audit (desk_id, at, id, who, who_name, on_behalf, way, source, action, subject, subject_id, before, after)
   select $1, $2, a.id, $3, $4, $5, $6, $7, a.action, a.subject, a."subjectId", a.before, a.after
     from jsonb_to_recordset($8::jsonb) as a(id uuid, action text, subject text, "subjectId" text, before jsonb, after jsonb)`,
);

/**
 * Adds to the audit, in the transaction that does what it tells of: an act that is undone leaves no
 * entry. Nothing in the audit is ever changed or deleted.
 */
export async function appendAudit(
  tx: Transaction,
  by: Audited,
  { at, acts }: { readonly at: Instant; readonly acts: readonly AuditedAct[] },
): Promise<void> {
  const { who, name, onBehalf = null, way, source } = by;
  for (let from = 0; from < acts.length; from += BATCH) {
    const batch = JSON.stringify(acts.slice(from, from + BATCH));
    const values = [deskOf(tx), instantParameter(at), who, name, onBehalf, way, source, batch];
    await execute(tx, append, values);
  }
}

const columns = `at, id, who, who_name as name, on_behalf as "onBehalf", way, source, action, subject, subject_id as "subjectId", before, after`;
const ofSubject = statement(
  "audit.of-subject",
  `select ${columns} from audit where desk_id = $1 and subject = $2 and subject_id = $3 and (at, id) < ($4, $5)
    order by at desc, id desc limit $6`,
);
const all = statement(
  "audit.all",
  `select ${columns} from audit where desk_id = $1 and (at, id) < ($2, $3) order by at desc, id desc limit $4`,
);

/** A place in the audit: entries before it are older. */
export interface AuditPlace {
  readonly at: Instant;
  readonly id: string;
}

const newest: AuditPlace = {
  at: Date.UTC(9999, 11, 31),
  id: "ffffffff-ffff-ffff-ffff-ffffffffffff",
};

/** The audit before a place, newest first; of one thing alone where `subject` names it. */
export function auditBefore(
  tx: Transaction,
  page: {
    readonly subject?: { readonly kind: string; readonly id: string };
    readonly before: AuditPlace | null;
    readonly limit: number;
  },
): Promise<AuditRecord[]> {
  const { subject, before, limit } = page;
  const { at, id } = before ?? newest;
  const place = [instantParameter(at), id, limit];
  return subject === undefined
    ? query(tx, all, [deskOf(tx), ...place])
    : query(tx, ofSubject, [deskOf(tx), subject.kind, subject.id, ...place]);
}
