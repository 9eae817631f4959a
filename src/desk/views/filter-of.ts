import { dueBy } from "../../core/queue/due-by.ts";
import { isRefusal, refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import type { Progress } from "../../core/ticket/ticket.ts";
import type { Instant } from "../../core/time/instant.ts";
import type { ListSort } from "../../store/ticket-queue.ts";
import { inDesk } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";
import { currentPolicy } from "../policies/current-policy.ts";
import { waitingProgress } from "../tickets/queue.ts";
import type { QueueFilter } from "../tickets/queue.ts";

/** A list as its address says it, and who `me` is in it. */
export interface Narrowed {
  readonly view: "open" | "mine" | "unassigned" | "breached" | "waiting" | "solved" | "closed";
  readonly me: string;
  readonly level?: string | undefined;
  readonly severity?: string | undefined;
  readonly progress?: string | undefined;
  readonly state?: string | undefined;
  readonly assignee?: string | undefined;
  readonly type?: string | undefined;
  readonly organisation?: string | undefined;
  readonly due?: string | undefined;
  readonly urgency?: "claimed" | "confirmed" | "refused" | undefined;
  readonly text?: string | undefined;
  readonly sort?: ListSort | undefined;
  readonly q?: string | undefined;
}

/** The filter that a list's address stands for at this moment. Refuses `due-wrong`: a date that there is not. */
export async function filterOf(
  plazo: Plazo,
  desk: string,
  wanted: Narrowed,
): Promise<QueueFilter | Refusal> {
  const due = wanted.due === undefined ? null : await dueOf(plazo, desk, wanted.due);
  if (isRefusal(due)) return due;
  const { level, severity, state, organisation, urgency, text, sort } = wanted;
  const said = {
    ...{ level, severity, state, organisation, urgency, text, sort },
    category: wanted.type,
    dueBy: due ?? undefined,
  };
  return {
    ...ofView(wanted.view, wanted.me),
    ...(Object.fromEntries(
      Object.entries(said).filter(([, value]) => value !== undefined),
    ) as QueueFilter),
    ...(wanted.progress === undefined
      ? {}
      : { progress: wanted.progress.split(",") as Progress[] }),
    ...(wanted.assignee === undefined ? {} : { assignee: assigneeOf(wanted.assignee, wanted.me) }),
  };
}

function assigneeOf(assignee: string, me: string): string | null {
  if (assignee === "nobody") return null;
  return assignee === "me" ? me : assignee;
}

async function dueOf(plazo: Plazo, desk: string, due: string): Promise<Instant | Refusal> {
  const bound = await currentPolicy(plazo, desk);
  if (isRefusal(bound)) return bound;
  const now = await inDesk(plazo.db, desk, (tx) => Promise.resolve(tx.began));
  const by = dueBy(due, bound.calendars(bound.policy.policy.hours), now);
  return by ?? refuse("due-wrong", { field: "due" });
}

function ofView(view: Narrowed["view"], me: string): QueueFilter {
  switch (view) {
    case "mine":
      return { assignee: me };
    case "unassigned":
      return { assignee: null };
    case "breached":
      return { breached: true };
    case "waiting":
      return { progress: waitingProgress };
    case "solved":
      return { progress: ["solved"] };
    case "closed":
      return { closed: true };
    case "open":
      return {};
  }
}
