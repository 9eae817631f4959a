import { isRefusal, refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import { putComposition } from "../../store/compositions.ts";
import { touch } from "../../store/touched.ts";
import { readTicket } from "../../store/tickets.ts";
import { inDesk } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";
import type { Staff } from "../tickets/act.ts";
import { ownOf } from "./keep.ts";
import type { Composition } from "./keep.ts";
import type { CompositionPlace } from "./words.ts";

/**
 * Calls back what is on its way out: it is a draft of its author's again, word for word, and nothing
 * of it ever was. Asked again it changes nothing. Refuses `no-such-ticket`, and `left-already` where
 * it has left.
 */
export function undoSending(
  plazo: Plazo,
  { desk, folio, id }: CompositionPlace,
  by: Staff,
): Promise<Composition | Refusal> {
  return inDesk(plazo.db, desk, async (tx): Promise<Composition | Refusal> => {
    if ((await readTicket(tx, folio)) === undefined)
      return refuse("no-such-ticket", { facts: { folio } });
    const known = await ownOf(tx, id, by);
    if (isRefusal(known)) return known;
    if (known === undefined) return refuse("left-already");
    if (known.state !== "departing") return known as Composition;
    const draft = { ...known, state: "draft", leavesAt: null, updated: await tx.now() } as const;
    await putComposition(tx, draft);
    touch(tx, "compositions");
    return draft as Composition;
  });
}
