import { isRefusal, refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import { appendAudit } from "../../store/audit.ts";
import type { Audited } from "../../store/audit.ts";
import {
  arrangeViews,
  changeView,
  insertView,
  lockView,
  removeView,
  viewsSeenBy,
} from "../../store/saved-views.ts";
import type { SavedViewRecord } from "../../store/saved-views.ts";
import { inDesk } from "../../store/transaction.ts";
import type { Transaction } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";

/** A list that was kept under a name. */
export type SavedView = SavedViewRecord;

/** Shared views of a desk, and views of one person, at most. */
const most = 50;

/** Who changes a view, and whether they may change what the whole desk sees. */
export interface ViewKeeper {
  readonly by: Audited;
  readonly mayShare: boolean;
}

/** The desk's shared views and somebody's own, each in their order. */
export function viewsOf(plazo: Plazo, desk: string, member: string): Promise<readonly SavedView[]> {
  return inDesk(plazo.db, desk, (tx) => viewsSeenBy(tx, member));
}

/** Keeps a list under a name. Refuses `views-too-many`, `view-name-taken`, `role-may-not` where it is shared by who may not. */
export function keepView(
  plazo: Plazo,
  desk: string,
  { by, mayShare, ...wish }: ViewKeeper & Pick<SavedView, "name" | "shared" | "filter">,
): Promise<SavedView | Refusal> {
  if (wish.shared && !mayShare) return Promise.resolve(notShared);
  return inDesk(plazo.db, desk, async (tx) => {
    const beside = besideOf(await viewsSeenBy(tx, by.who), wish.shared);
    if (beside.length >= most) return refuse("views-too-many", { facts: { most } });
    if (isTaken(beside, wish.name)) return refuse("view-name-taken", { field: "name" });
    const id = plazo.effects.random.id();
    const place = (beside.at(-1)?.place ?? -1) + 1;
    const view = { id, owner: by.who, ownerName: by.name, place, ...wish };
    const at = await tx.now();
    await insertView(tx, view, at);
    await audit(plazo, tx, { by, at, action: "view.make", before: null, after: view });
    return view;
  });
}

/** What of a view changes. */
export type ViewChange = Partial<Pick<SavedView, "name" | "shared" | "filter" | "place">>;

/**
 * Renames, moves, shares or alters a view: one's own, or a shared one by whoever may share. Refuses
 * `no-such-view`, `role-may-not`, `view-name-taken`, `views-too-many`.
 */
export function alterView(
  plazo: Plazo,
  desk: string,
  wish: ViewKeeper & { readonly id: string; readonly change: ViewChange },
): Promise<SavedView | Refusal> {
  const { by, id, change } = wish;
  return inDesk(plazo.db, desk, async (tx): Promise<SavedView | Refusal> => {
    const before = await keptBy(tx, wish);
    if (isRefusal(before)) return before;
    const after = { ...before, ...change };
    if (after.shared && !wish.mayShare) return notShared;
    const others = besideOf(await viewsSeenBy(tx, after.owner), after.shared).filter(
      (view) => view.id !== id,
    );
    if (isTaken(others, after.name)) return refuse("view-name-taken", { field: "name" });
    if (others.length >= most) return refuse("views-too-many", { facts: { most } });
    await changeView(tx, after);
    if (change.place !== undefined || after.shared !== before.shared) {
      const place = change.place ?? others.length;
      await arrangeViews(tx, others.map((view) => view.id).toSpliced(place, 0, id));
    }
    const at = await tx.now();
    await audit(plazo, tx, { by, at, action: "view.change", before, after });
    return after;
  });
}

/** Removes a view: one's own, or a shared one by whoever may share. Refuses `no-such-view`, `role-may-not`. */
export function dropView(
  plazo: Plazo,
  desk: string,
  wish: ViewKeeper & { readonly id: string },
): Promise<{ readonly removed: string } | Refusal> {
  const { by, id } = wish;
  return inDesk(plazo.db, desk, async (tx): Promise<{ readonly removed: string } | Refusal> => {
    const before = await keptBy(tx, wish);
    if (isRefusal(before)) return before;
    await removeView(tx, id);
    const at = await tx.now();
    await audit(plazo, tx, { by, at, action: "view.remove", before, after: null });
    return { removed: id };
  });
}

const notShared = refuse("role-may-not", { facts: { action: "view.share" } });

/** Another's own view does not exist for anybody else. */
async function keptBy(
  tx: Transaction,
  { by, mayShare, id }: ViewKeeper & { readonly id: string },
): Promise<SavedView | Refusal> {
  const view = await lockView(tx, id);
  if (view === undefined || (!view.shared && view.owner !== by.who)) return refuse("no-such-view");
  return view.shared && !mayShare ? notShared : view;
}

function besideOf(views: readonly SavedView[], shared: boolean): readonly SavedView[] {
  return views.filter((view) => view.shared === shared);
}

function isTaken(views: readonly SavedView[], name: string): boolean {
  return views.some((view) => view.name.toLowerCase() === name.toLowerCase());
}

/** What the desk sees is audited; what one keeps for oneself is nobody else's. */
async function audit(
  plazo: Plazo,
  tx: Transaction,
  told: {
    readonly by: Audited;
    readonly at: number;
    readonly action: string;
    readonly before: SavedView | null;
    readonly after: SavedView | null;
  },
): Promise<void> {
  const { by, at, action, before, after } = told;
  if (before?.shared !== true && after?.shared !== true) return;
  const subjectId = (after ?? before)?.id ?? "";
  const id = plazo.effects.random.id();
  await appendAudit(tx, by, {
    at,
    acts: [{ id, action, subject: "view", subjectId, before, after }],
  });
}
