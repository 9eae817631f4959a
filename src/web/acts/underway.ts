import { useCallback, useSyncExternalStore } from "react";
import type { ActBody, ActName } from "../../contract/acts.ts";
import { unreadable } from "../api/answer.ts";
import { actOn } from "../api/desk.ts";
import { goToSignIn } from "../app/queries.ts";
import {
  again,
  backOf,
  going,
  isOnItsWay,
  keyOf,
  nextOf,
  remembered,
  settled,
  withoutBack,
} from "./lanes.ts";
import type { Lane, Outcome, Own, Underway } from "./lanes.ts";

/** What was put back outlives signing in again in the same tab. */
const KEPT = "plazo.put-back";

/** Reading the property is what throws where storage is blocked. */
const store = (): Storage | null => (navigator.cookieEnabled ? globalThis.sessionStorage : null);

function kept(): readonly Underway[] {
  const said: unknown = JSON.parse(store()?.getItem(KEPT) ?? "[]");
  return Array.isArray(said) ? (said as readonly Underway[]) : [];
}

let list: readonly Underway[] = kept();
const watchers = new Set<() => void>();

function hold(next: readonly Underway[]): void {
  const wasBack = list.some(isBack);
  list = next;
  const back = next.filter(isBack);
  if (wasBack || back.length > 0) store()?.setItem(KEPT, JSON.stringify(back));
  for (const told of watchers) told();
}

const isBack = ({ state }: Underway): boolean => state === "back";

function watch(told: () => void): () => void {
  watchers.add(told);
  return () => watchers.delete(told);
}

/** Asks anew for what an act changed, once the server did it. */
type AskAgain = (lane: Lane) => Promise<unknown>;

/** An act as a person does it. */
export interface Doing extends Lane {
  readonly me: Underway["me"];
  readonly seq: number;
  readonly name: ActName;
  readonly body: ActBody<ActName>;
  readonly at: number;
}

/**
 * Does an act and shows it at once: it goes out after those of the same ticket that were done before
 * it. What was put back of the same kind is forgotten, for this stands in its place.
 */
export function undertake(doing: Doing, askAgain: AskAgain): void {
  const act: Underway = {
    ...doing,
    ...{ id: crypto.randomUUID(), state: "waiting", made: null, problem: null, refused: 0 },
  };
  const { desk, folio, me, name } = doing;
  const own = { desk, folio, me: me.id };
  hold([...withoutBack(remembered(list, doing.at), own, name), act]);
  void run(doing, askAgain);
}

/** Does once more what was put back of somebody's acts on a ticket, in their order, as the ticket is seen now. */
export function undertakeAgain(own: Own, seq: number | null, askAgain: AskAgain): void {
  hold(again(list, own, seq));
  void run(own, askAgain);
}

/** Forgets what was put back of somebody's acts on a ticket. */
export function forgetBack(own: Own): void {
  hold(withoutBack(list, own));
}

/** Resolves once nothing of a ticket is on its way: what is written to it leaves after the acts before it. */
export function afterActs(lane: Lane): Promise<void> {
  const isStill = (): boolean => !ofLane(lane).some(isOnItsWay);
  const { promise, resolve } = Promise.withResolvers<void>();
  const stop = watch(() => {
    if (isStill()) resolve();
  });
  if (isStill()) resolve();
  return promise.finally(stop);
}

async function run(lane: Lane, askAgain: AskAgain): Promise<void> {
  for (let act = nextOf(list, lane); act !== null; act = nextOf(list, lane)) {
    const { id, desk, folio, seq, name, body } = act;
    hold(going(list, id));
    // An answer that cannot be read is thrown: nothing waits for it for ever, neither acts nor what is written.
    let outcome: Outcome = { problem: unreadable(0) };
    try {
      const answer = await actOn({ desk, folio, seq, key: keyOf(act) }, name, body);
      outcome = answer.ok ? { made: answer.value.seq } : answer;
    } finally {
      hold(settled(list, id, outcome));
    }
    void askAgain(lane);
    if ("problem" in outcome && outcome.problem.status === 401) goToSignIn();
  }
}

// Whoever leaves while something is on its way is asked first.
window.addEventListener("beforeunload", (event) => {
  if (list.some(isOnItsWay)) event.preventDefault();
});

const none: readonly Underway[] = [];
/** The acts by ticket, as long as none changes. */
let of: { readonly list: readonly Underway[]; readonly lanes: Map<string, readonly Underway[]> } = {
  list,
  lanes: new Map(),
};

/** The acts of one ticket; the same list as long as it does not change. */
function ofLane({ desk, folio }: Lane): readonly Underway[] {
  const key = `${desk} ${folio}`;
  if (of.list !== list) {
    const before = of.lanes;
    const lanes = new Map(
      [...Map.groupBy(list, (one) => `${one.desk} ${one.folio}`)].map(([lane, acts]) => {
        const known = before.get(lane);
        const isSame = known?.length === acts.length && known.every((one, at) => one === acts[at]);
        return [lane, isSame ? known : acts] as const;
      }),
    );
    of = { list, lanes };
  }
  return of.lanes.get(key) ?? none;
}

/** The acts of a ticket that are under way or were put back; drawn again when they change, and only then. */
export function useUnderway(desk: string, folio: string): readonly Underway[] {
  const now = useCallback(() => ofLane({ desk, folio }), [desk, folio]);
  return useSyncExternalStore(watch, now);
}

/** Every act of a person at a desk that was put back. */
export function usePutBack(desk: string, me: string): readonly Underway[] {
  const all = useSyncExternalStore(watch, () => list);
  return all.filter((one) => one.desk === desk && one.me.id === me && isBack(one));
}

/** What somebody typed for an act of a ticket that was put back: it is there when they ask for the act again. */
export function typedBefore<Name extends ActName>(own: Own, name: Name): ActBody<Name> | undefined {
  return backOf(ofLane(own), own, name);
}
