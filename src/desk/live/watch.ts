import type { Instant } from "../../core/time/instant.ts";
import { movedTickets } from "../../store/moved-tickets.ts";
import type { MovedTicket } from "../../store/moved-tickets.ts";
import type { Touched } from "../../store/touched.ts";
import { inDesk } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";
import type { Changes } from "./changes.ts";
import { quietly } from "./quietly.ts";
import { viewersOf } from "./viewers.ts";
import type { Viewer } from "./viewers.ts";

/** What the people of a desk are told, so that their screens ask again. */
export type Told =
  /** Tickets that changed since the last telling. */
  | { readonly of: "tickets"; readonly tickets: readonly MovedTicket[] }
  /** Who has a ticket open now, of those where that changed; nobody: an empty list. */
  | { readonly of: "viewers"; readonly tickets: ReadonlyMap<string, readonly Viewer[]> }
  /** Lists of another kind that changed. */
  | { readonly of: "lists"; readonly lists: readonly Touched[] }
  | { readonly of: "agents" }
  | { readonly of: "call"; readonly member: string }
  /** More changed than is worth naming, or something may have been missed. */
  | { readonly of: "all" };

/** Looks at what changed at the desks whose people have screens open in this process. */
export interface Watch {
  /** Calls `hear` for what changes at a desk until the returned function is called. */
  subscribe(desk: string, hear: (told: Told) => void): () => void;
  /** Who has which ticket open, as it was last told. */
  viewers(desk: string): ReadonlyMap<string, readonly Viewer[]>;
}

/** Milliseconds: at most so often a desk is looked at; by itself it is, though nobody told; and how far back a look reaches, then and by itself. */
export const looks = { every: 200, idle: 5_000, back: 2_000, farBack: 30_000 } as const;

/** As many tickets are named in one telling, at most. */
export const mostNamed = 200;

interface Desk {
  readonly id: string;
  readonly hearers: Set<(told: Told) => void>;
  /** The newest event of each ticket that was told within the reach of a look, and when it was recorded. */
  readonly known: Map<number, { readonly seq: number; readonly at: Instant }>;
  readonly waiting: Set<Touched>;
  viewers: ReadonlyMap<string, readonly Viewer[]>;
  begun: boolean;
  timer: NodeJS.Timeout | null;
  looked: number;
  idle: NodeJS.Timeout;
  unsubscribe: () => void;
}

/**
 * One look for all screens of a desk, when a process told that something was committed, and every
 * five seconds besides. A look asks for what was recorded within the last seconds and tells what it
 * has not told: the order in which transactions commit is not the order of their times.
 */
export function openWatch(plazo: Pick<Plazo, "db">, changes: Changes): Watch {
  const desks = new Map<string, Desk>();
  return {
    subscribe(desk, hear) {
      const one = desks.get(desk) ?? open(plazo, changes, desk);
      desks.set(desk, one);
      one.hearers.add(hear);
      return () => {
        one.hearers.delete(hear);
        if (one.hearers.size > 0) return;
        desks.delete(desk);
        one.unsubscribe();
        clearInterval(one.idle);
        if (one.timer !== null) clearTimeout(one.timer);
      };
    },
    viewers: (desk) => desks.get(desk)?.viewers ?? new Map(),
  };
}

function open(plazo: Pick<Plazo, "db">, changes: Changes, id: string): Desk {
  const desk: Desk = {
    ...{ id, hearers: new Set(), known: new Map(), waiting: new Set(), viewers: new Map() },
    ...{ begun: false, timer: null, looked: 0 },
    idle: setInterval(() => wake(plazo, desk, ["tickets", "viewers"]), looks.idle).unref(),
    unsubscribe: () => undefined,
  };
  desk.unsubscribe = changes.subscribe(id, (change) => {
    if (change.of === "ticket") wake(plazo, desk, ["tickets"]);
    else if (change.of === "touched") wake(plazo, desk, change.touched);
    else if (change.of === "agents") tell(desk, { of: "agents" });
    else if (change.of === "call") tell(desk, { of: "call", member: change.member });
    else {
      tell(desk, { of: "all" });
      wake(plazo, desk, ["viewers"]);
    }
  });
  wake(plazo, desk, ["tickets", "viewers"]);
  return desk;
}

function tell(desk: Desk, told: Told): void {
  for (const hear of desk.hearers) hear(told);
}

/** Looks soon: at once where the last look was long ago, so that bursts are told together. */
function wake(plazo: Pick<Plazo, "db">, desk: Desk, touched: readonly Touched[]): void {
  for (const what of touched) desk.waiting.add(what);
  if (desk.timer !== null) return;
  const rest = Math.max(0, desk.looked + looks.every - performance.now());
  desk.timer = setTimeout(() => void lookAt(plazo, desk), rest).unref();
}

async function lookAt(plazo: Pick<Plazo, "db">, desk: Desk): Promise<void> {
  const touched = [...desk.waiting];
  desk.waiting.clear();
  desk.looked = performance.now();
  if (touched.includes("tickets")) await lookAtTickets(plazo, desk, touched.includes("viewers"));
  if (touched.includes("viewers")) await lookAtViewers(plazo, desk);
  const lists = touched.filter((what) => what !== "tickets" && what !== "viewers");
  if (lists.length > 0) tell(desk, { of: "lists", lists });
  desk.timer = null;
  if (desk.waiting.size > 0 && desk.hearers.size > 0) wake(plazo, desk, []);
}

async function lookAtTickets(plazo: Pick<Plazo, "db">, desk: Desk, far: boolean): Promise<void> {
  const most = mostNamed * 5;
  const read = await quietly(
    inDesk(plazo.db, desk.id, async (tx) => {
      const since = tx.began - (far || !desk.begun ? looks.farBack : looks.back);
      return { now: tx.began, found: await movedTickets(tx, { since, most }) };
    }),
  );
  // A database that does not answer is asked again by the next look.
  if (read === null) return;
  const { now, found } = read;
  const tickets = found.filter(({ number, seq }) => (desk.known.get(number)?.seq ?? -1) < seq);
  for (const { number, seq, at } of tickets) desk.known.set(number, { seq, at });
  for (const [number, { at }] of desk.known)
    if (at < now - 2 * looks.farBack) desk.known.delete(number);
  // Whoever opened the first screen read what is older than the last second already.
  const fresh = desk.begun ? tickets : tickets.filter(({ at }) => at >= now - 1_000);
  desk.begun = true;
  if (fresh.length === 0) return;
  if (fresh.length > mostNamed || fresh.length === most) tell(desk, { of: "all" });
  else tell(desk, { of: "tickets", tickets: fresh });
}

async function lookAtViewers(plazo: Pick<Plazo, "db">, desk: Desk): Promise<void> {
  const now = await quietly(viewersOf(plazo, desk.id, null));
  if (now === null) return;
  const tickets = new Map<string, readonly Viewer[]>();
  for (const [folio, there] of now)
    if (JSON.stringify(there) !== JSON.stringify(desk.viewers.get(folio)))
      tickets.set(folio, there);
  for (const folio of desk.viewers.keys()) if (!now.has(folio)) tickets.set(folio, []);
  desk.viewers = now;
  if (tickets.size > 0) tell(desk, { of: "viewers", tickets });
}
