import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { RefObject } from "react";
import { discardComposition, keepComposition } from "../api/compositions.ts";
import type { Place } from "../api/desk.ts";
import { onBack } from "../live/network.ts";
import { isBlank, keepPair, wishOf } from "./draft.ts";
import type { Draft, Pair, Side } from "./draft.ts";
import { inTurn } from "./in-turn.ts";
import type { Written } from "./left-over.ts";
import { useLeaving } from "./use-leaving.ts";

/** How far what is written is kept: nowhere yet, in this browser, at the server. */
export type Keeping = "nothing" | "here" | "keeping" | "kept";

/** Milliseconds after the last stroke before a draft goes to the server. */
const PAUSE = 700;

interface Kept {
  readonly place: Place;
  readonly pair: Pair;
  readonly seq: number;
  /** The server says that a side was sent already, from elsewhere; `words`: what it had of it, `null` where that is unknown. */
  readonly onLeft: (id: string, words: Written | null) => void;
  /** The server says that a side was written on elsewhere since. */
  readonly onChanged: (id: string) => void;
}

/** What the server has of a draft, as this browser knows. */
export interface AtServer {
  /** As it was asked to keep it; empty: nothing. */
  readonly said: string;
  readonly words: Written | null;
  /** The version; null: its answer was lost, or another tab writes it. */
  readonly updated: number | null;
}

/**
 * Keeps both sides of what is written: in this browser with every stroke, and at the server a moment
 * after the last one; what could not be kept there is tried again when the network is back.
 */
export function useKept({ place, pair, seq, onLeft, onChanged }: Kept) {
  const client = useQueryClient();
  const last = useRef(new Map<string, AtServer>());
  // What stands elsewhere as it stands here: at the server, or in another tab, which keeps it.
  const heard = useRef(new WeakSet<Draft>());
  const heardIds = useRef(new Set<string>());
  const [keeping, setKeeping] = useState<Keeping>("nothing");
  const { stayed, isLeaving, keeps, leaves, stays, isBack } = useLeaving();
  useKeptHere({ place, pair }, (draft) => heard.current.has(draft));

  const keepSide = async (side: Side): Promise<boolean> => {
    const draft: Draft = pair[side];
    const known = last.current.get(draft.id);
    const said = isBlank(draft) ? "" : JSON.stringify(wishOf(draft, seq));
    if (said === (known?.said ?? "") || heard.current.has(draft)) return true;
    // Words on their way are the server's already; what is typed behind them is kept once they left.
    if (isLeaving(draft.id)) return true;
    setKeeping("keeping");
    const done = await keeps(draft.id, keepAtServer({ place, draft, seq, known }));
    if (done === "left-already" && isLeaving(draft.id)) return true;
    if (done === "left-already") onLeft(draft.id, known?.words ?? null);
    else if (done === "draft-changed") onChanged(draft.id);
    else {
      last.current.set(draft.id, done.now);
      if (!done.reached) return false;
    }
    if ((known?.said ?? "") === "" || said === "")
      void client.invalidateQueries({ queryKey: ["compositions", place.desk], exact: true });
    return true;
  };
  const keep = async (): Promise<void> => {
    const clientKept = await keepSide("client");
    const desk = await keepSide("desk");
    const isEmpty = isBlank(pair.client) && isBlank(pair.desk);
    setKeeping(isEmpty ? "nothing" : clientKept && desk ? "kept" : "here");
  };
  useAttempts(keep, { pair, stayed });

  return {
    ...{ keeping, leaves, stays },
    /** What the server has of a draft already: it need not be sent there as it is. */
    known: (draft: Draft, updated: number) => {
      const said = JSON.stringify(wishOf(draft, seq));
      last.current.set(draft.id, { said, words: draft, updated });
      heard.current.add(draft);
      isBack(draft.id);
    },
    /** What another tab of this browser writes: it is kept from there. */
    hear: (other: Pair) => {
      for (const draft of [other.client, other.desk]) hearOf(draft, { heard, heardIds, last });
    },
    /** Keeps a draft that leaves its box, so that it is found again. */
    setAside: (draft: Draft, forId: string) => setAside({ place, draft, seq }, forId),
    /** Throws a draft away, here and at the server; what was set aside comes back. */
    discard: async ({ id }: Draft): Promise<void> => {
      last.current.set(id, { said: "", words: null, updated: null });
      await discardComposition(place, id);
      await client.invalidateQueries({ queryKey: ["compositions", place.desk] });
    },
    isHeard: (id: string): boolean => heardIds.current.has(id),
    /** It was sent: there is nothing to keep of it any more. */
    forget: (id: string) => last.current.delete(id),
    /** What the server has of it; `undefined`: nothing that this browser knows of. */
    atServer: (id: string): AtServer | undefined => last.current.get(id),
  };
}

/**
 * Tries to keep what is written a moment after the last stroke, and when the network is back: one
 * attempt at a time, for two would each write over the other's version and one be refused as written
 * elsewhere.
 */
function useAttempts(
  keep: () => Promise<void>,
  { pair, stayed }: { readonly pair: Pair; readonly stayed: number },
): void {
  const [turn] = useState(inTurn);
  const keepNow = useEffectEvent(keep);
  const attempt = useEffectEvent(() => void turn(() => keepNow()));
  useEffect(() => {
    const timer = setTimeout(() => attempt(), PAUSE);
    return () => clearTimeout(timer);
  }, [pair, stayed]);
  useEffect(() => onBack(() => attempt()), []);
}

interface Heard {
  readonly heard: RefObject<WeakSet<Draft>>;
  readonly heardIds: RefObject<Set<string>>;
  readonly last: RefObject<Map<string, AtServer>>;
}

function hearOf(draft: Draft, { heard, heardIds, last }: Heard): void {
  heard.current.add(draft);
  // Where nothing is written yet, whoever writes first keeps it.
  if (!isBlank(draft)) heardIds.current.add(draft.id);
  last.current.delete(draft.id);
}

/** Keeps what is written in this browser with every stroke, and that a side was emptied. */
function useKeptHere(
  { place, pair }: Pick<Kept, "place" | "pair">,
  isHeard: (draft: Draft) => boolean,
): void {
  const before = useRef(pair);
  const keepHere = useEffectEvent(() => {
    // What another tab wrote is kept already, and may be newer there by now.
    const isKept = (side: Side): boolean =>
      isHeard(pair[side]) || (isBlank(pair[side]) && isBlank(before.current[side]));
    if (!isKept("client") || !isKept("desk")) keepPair(place, pair);
    before.current = pair;
  });
  useEffect(() => keepHere(), [pair]);
}

function setAside({ place, draft, seq }: Omit<ToServer, "known">, forId: string): void {
  if (!isBlank(draft) && draft.id !== forId)
    void keepComposition(place, draft.id, wishOf(draft, seq));
}

interface ToServer {
  readonly place: Place;
  readonly draft: Draft;
  readonly seq: number;
  readonly known: AtServer | undefined;
}

/** Keeps one draft at the server, or takes it away there; what the server has of it then. */
async function keepAtServer({
  place,
  draft,
  seq,
  known,
}: ToServer): Promise<
  "left-already" | "draft-changed" | { readonly reached: boolean; readonly now: AtServer }
> {
  const over = known?.updated ?? null;
  if (isBlank(draft)) {
    const gone = await discardComposition(place, draft.id);
    const isLost = !gone.ok && gone.problem.status === 0;
    const before = known ?? { said: "", words: null, updated: null };
    return { reached: !isLost, now: isLost ? before : { said: "", words: null, updated: null } };
  }
  const wish = wishOf(draft, seq);
  const said = JSON.stringify(wish);
  const answer = await keepComposition(place, draft.id, over === null ? wish : { ...wish, over });
  if (answer.ok)
    return { reached: true, now: { said, words: draft, updated: answer.value.updated } };
  const { code, status } = answer.problem;
  if (code === "left-already" || code === "draft-changed") return code;
  // It may have been kept all the same: the next attempt is made over whatever is there.
  if (status === 0)
    return {
      reached: false,
      now: { said: known?.said ?? "", words: known?.words ?? null, updated: null },
    };
  return { reached: true, now: { said, words: draft, updated: over } };
}
