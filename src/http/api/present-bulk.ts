import type {
  BulkPlan as PlanWire,
  Bulk as BulkWire,
  BulkWire as ActWire,
} from "../../contract/bulk.ts";
import { reachesClients } from "../../core/bulk/act.ts";
import type { BulkAct } from "../../core/bulk/act.ts";
import { isUndoable } from "../../core/bulk/undo.ts";
import type { Language } from "../../core/policy/text.ts";
import { refuse, isRefusal } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import type { Bulk } from "../../desk/bulk/bulks.ts";
import type { BulkPlan } from "../../desk/bulk/plan-bulk.ts";
import type { Plazo } from "../../desk/plazo.ts";
import { findMember } from "../../desk/staff/members.ts";
import { inWords } from "./refused.ts";

/** The act that the wire says; only a member of the desk can be given its tickets. Refuses `no-such-member`. */
export async function bulkActOf(
  plazo: Plazo,
  desk: string,
  { act, body }: ActWire,
): Promise<BulkAct | Refusal> {
  if (act !== "assign") return { do: act, ...body } as BulkAct;
  if (body.to === null) return { do: "assign", to: null };
  const member = await findMember(plazo, desk, body.to);
  if (member === undefined) return refuse("no-such-member", { field: "to" });
  return { do: "assign", to: { id: member.userId, name: member.name } };
}

/** What an act would come to, as the wire says it. */
export function presentPlan(
  { planned }: BulkPlan,
  {
    act,
    more,
    language,
  }: { readonly act: BulkAct; readonly more: boolean; readonly language: Language },
): PlanWire {
  return {
    will: planned.flatMap(({ refusal, ...one }) => (refusal === null ? [one] : [])),
    wont: planned.flatMap(({ refusal, folio, subject }) =>
      refusal === null ? [] : [{ folio, subject, ...leftBy(refusal, language) }],
    ),
    more,
    reachesClients: reachesClients(act),
    undoable: isUndoable(act),
  };
}

/** An act on many as it stands, as the wire says it. */
export function presentBulk(bulk: Bulk, language: Language): BulkWire {
  const { id, act, state, startsAt, made, finished, items, undoable, undoes, undoneBy } = bulk;
  const count = (of: string): number => items.filter((item) => item.state === of).length;
  return {
    ...{ id, act: act.do, state, startsAt, made, finished, undoable, undoes, undoneBy },
    total: items.length,
    done: count("done"),
    refused: count("refused"),
    left: items.flatMap(({ folio, refusal }) =>
      isRefusal(refusal) ? [{ folio, ...leftBy(refusal, language) }] : [],
    ),
    now: bulk.now,
  };
}

function leftBy(
  refusal: Refusal,
  language: Language,
): { readonly code: string; readonly why: string } {
  return { code: refusal.refused, why: inWords(refusal, language) };
}
