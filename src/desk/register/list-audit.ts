import { auditBefore } from "../../store/audit.ts";
import type { AuditRecord } from "../../store/audit.ts";
import { inDesk } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";

/** An entry of the audit, as the wire has it. */
export type AuditEntry = Omit<AuditRecord, "before" | "after"> & {
  readonly before: Record<string, unknown> | null;
  readonly after: Record<string, unknown> | null;
};

/** The desk's audit, newest first; of one thing alone where `subject` names it. `place`: what `next` gave. */
export function listAudit(
  plazo: Plazo,
  desk: string,
  page: {
    readonly subject?: { readonly kind: string; readonly id: string };
    readonly place: string | null;
    readonly limit: number;
  },
): Promise<{ readonly entries: readonly AuditEntry[]; readonly next: string | null }> {
  const { place, limit, ...about } = page;
  const [at, id = ""] = place === null ? [] : place.split(" ");
  const before = at === undefined ? null : { at: Number(at), id };
  return inDesk(plazo.db, desk, async (tx) => {
    const entries = (await auditBefore(tx, { ...about, before, limit })) as unknown as AuditEntry[];
    const last = entries.length < limit ? undefined : entries.at(-1);
    return { entries, next: last === undefined ? null : `${last.at} ${last.id}` };
  });
}
