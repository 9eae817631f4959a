import { knownCodes } from "../../core/cfdi/error-codes/table.ts";
import type { ErrorCode } from "../../core/cfdi/error-codes/table.ts";
import { refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import type { Instant } from "../../core/time/instant.ts";
import { appendAudit } from "../../store/audit.ts";
import {
  errorCodesOf,
  lockErrorCode,
  putErrorCode,
  removeErrorCode,
} from "../../store/error-codes.ts";
import type { ErrorCodeContent } from "../../store/error-codes.ts";
import { inDesk } from "../../store/transaction.ts";
import type { Transaction } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";
import type { By } from "../register/by.ts";

/** A code as a desk sees it: the known one, the desk's words in its place, or one of the desk's own. */
export interface DeskErrorCode extends ErrorCode {
  /** What the desk wrote: the version that a writer must have seen; 0: nothing. */
  readonly version: number;
  readonly changed: Instant | null;
  readonly changedBy: string | null;
}

/** Every code at a desk, in the order of their names; the desk's words in place of the known ones. */
export async function errorCodesAt(tx: Transaction): Promise<readonly DeskErrorCode[]> {
  const own = await errorCodesOf(tx);
  const codes = new Map<string, DeskErrorCode>();
  for (const one of knownCodes().values())
    codes.set(one.code, { ...one, version: 0, changed: null, changedBy: null });
  for (const { code, content, version, changed, changedBy } of own) {
    const known = knownCodes().get(code);
    codes.set(code, {
      code,
      ...content,
      source: known?.source ?? "desk",
      confidence: "desk",
      version,
      changed,
      changedBy,
    });
  }
  return [...codes.values()].toSorted((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
}

/** Every code at a desk. */
export function listErrorCodes(plazo: Plazo, desk: string): Promise<readonly DeskErrorCode[]> {
  return inDesk(plazo.db, desk, errorCodesAt);
}

/** Codes of its own that a desk may have. */
const mostOwn = 1_000;

/**
 * Writes what the desk says of a code, one of the SAT's or of its own, over the version that was seen,
 * with its audit. Refuses `error-code-meanwhile` where somebody else wrote, and `error-codes-too-many`.
 */
export function writeErrorCode(
  plazo: Plazo,
  desk: string,
  {
    code: written,
    content,
    seen,
    by,
  }: {
    readonly code: string;
    readonly content: ErrorCodeContent;
    readonly seen: number;
    readonly by: By;
  },
): Promise<readonly DeskErrorCode[] | Refusal<"error-code-meanwhile" | "error-codes-too-many">> {
  return inDesk(plazo.db, desk, async (tx) => {
    const code = nameOf(written);
    const before = await lockErrorCode(tx, code);
    if ((before?.version ?? 0) !== seen)
      return refuse("error-code-meanwhile", { facts: { code, by: before?.changedBy ?? null } });
    if (before === undefined && (await errorCodesOf(tx)).length >= mostOwn)
      return refuse("error-codes-too-many", { facts: { most: mostOwn } });
    const at = await tx.now();
    await putErrorCode(tx, { code, content, version: seen + 1, changed: at, changedBy: by.name });
    await audit(plazo, tx, { by, at, code, before: before?.content ?? null, after: content });
    return errorCodesAt(tx);
  });
}

/** Takes the desk's words for a code away: the known ones stand again, and one of its own is gone. Refuses `no-such-error-code`. */
export function dropErrorCode(
  plazo: Plazo,
  desk: string,
  { code: written, by }: { readonly code: string; readonly by: By },
): Promise<readonly DeskErrorCode[] | Refusal<"no-such-error-code">> {
  return inDesk(plazo.db, desk, async (tx) => {
    const code = nameOf(written);
    const before = await lockErrorCode(tx, code);
    if (before === undefined) return refuse("no-such-error-code", { facts: { code } });
    await removeErrorCode(tx, code);
    const at = await tx.now();
    await audit(plazo, tx, { by, at, code, before: before.content, after: null });
    return errorCodesAt(tx);
  });
}

/** A code of the SAT as it writes it, whatever the case; one of the desk's own as it is written. */
function nameOf(written: string): string {
  const code = written.trim();
  return knownCodes().has(code.toUpperCase()) ? code.toUpperCase() : code;
}

async function audit(
  plazo: Plazo,
  tx: Transaction,
  act: {
    readonly by: By;
    readonly at: Instant;
    readonly code: string;
    readonly before: ErrorCodeContent | null;
    readonly after: ErrorCodeContent | null;
  },
): Promise<void> {
  const { by, at, code, before, after } = act;
  await appendAudit(tx, by, {
    at,
    acts: [
      {
        id: plazo.effects.random.id(),
        action: after === null ? "error-code.remove" : "error-code.change",
        subject: "error-code",
        subjectId: code,
        before,
        after,
      },
    ],
  });
}
