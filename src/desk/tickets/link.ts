import { isRefusal } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import { inDesk, rollbackWith } from "../../store/transaction.ts";
import type { Rollback } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";
import { actOnLocked } from "./act-inside.ts";
import { staffActor } from "./act.ts";
import type { Done, Place, Staff } from "./act.ts";
import { lockPair } from "./merge.ts";

export interface Linking {
  readonly by: Staff;
  readonly seenSeq?: number;
  readonly to: string;
  readonly as: "related" | "duplicate";
}

/** Links two tickets, both ways. */
export function link(plazo: Plazo, place: Place, wish: Linking): Promise<Done | Refusal> {
  const { desk, folio } = place;
  const by = staffActor(wish.by);
  return inDesk(plazo.db, desk, async (tx): Promise<Done | Refusal | Rollback<Refusal>> => {
    const pair = await lockPair(tx, folio, wish.to);
    if (isRefusal(pair)) return pair;
    const inside = { plazo, tx, desk };
    const { one, other } = pair;
    const done = await actOnLocked(inside, one, {
      command: { by, act: { do: "link", to: other.ticket.folio, as: wish.as } },
      ...(wish.seenSeq === undefined ? {} : { seenSeq: wish.seenSeq }),
    });
    if (isRefusal(done)) return done;
    const back = await actOnLocked(inside, other, {
      command: { by, act: { do: "link", to: one.ticket.folio, as: wish.as } },
    });
    return isRefusal(back) ? rollbackWith(back) : done;
  });
}
