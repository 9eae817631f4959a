import { appendAudit } from "../../store/audit.ts";
import { inDesk } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";
import type { Integration } from "./tokens.ts";

/** A tool that a program used, on which ticket, and from where. */
export interface Call {
  readonly tool: string;
  readonly folio: string | null;
  readonly source: string;
}

/** Writes down in the audit that a program used a tool: a model reads what no person asked it to. */
export function recordCall(
  plazo: Plazo,
  { desk, id, name }: Integration,
  { tool, folio, source }: Call,
): Promise<void> {
  const by = { who: id, name, way: "mcp", source };
  return inDesk(plazo.db, desk, async (tx) => {
    const subject = folio === null ? "desk" : "ticket";
    const act = { action: `mcp.${tool}`, subject, subjectId: folio ?? desk };
    const acts = [{ id: plazo.effects.random.id(), ...act, before: null, after: null }];
    await appendAudit(tx, by, { at: await tx.now(), acts });
  });
}
