import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { discardComposition, keepComposition } from "../api/compositions.ts";
import type { Place } from "../api/desk.ts";
import { isBlank, keepPair, wishOf } from "./draft.ts";
import type { Draft, Pair, Side } from "./draft.ts";

/** How far what is written is kept: nowhere yet, in this browser, at the server. */
export type Keeping = "nothing" | "here" | "keeping" | "kept";

/** Milliseconds after the last stroke before a draft goes to the server. */
const PAUSE = 700;

interface Kept {
  readonly place: Place;
  readonly pair: Pair;
  readonly seq: number;
  /** The server says that a side was sent already, from elsewhere. */
  readonly onLeft: (id: string) => void;
}

/**
 * Keeps both sides of what is written: in this browser with every stroke, and at the server a moment
 * after the last one; what could not be kept there is tried again when the network is back.
 */
export function useKept({ place, pair, seq, onLeft }: Kept) {
  const client = useQueryClient();
  const last = useRef(new Map<string, string>());
  const [keeping, setKeeping] = useState<Keeping>("nothing");
  useEffect(() => keepPair(place, pair));

  const keepSide = async (side: Side): Promise<boolean> => {
    const draft: Draft = pair[side];
    const known = last.current.get(draft.id);
    const said = isBlank(draft) ? "" : JSON.stringify(wishOf(draft, seq));
    if (said === (known ?? "")) return true;
    setKeeping("keeping");
    const answer =
      said === ""
        ? await discardComposition(place, draft.id)
        : await keepComposition(place, draft.id, wishOf(draft, seq));
    if (answer.ok) last.current.set(draft.id, said);
    else if (answer.problem.code === "left-already" && said !== "") onLeft(draft.id);
    else if (answer.problem.status === 0) return false;
    else last.current.set(draft.id, said);
    if ((known ?? "") === "" || said === "")
      void client.invalidateQueries({ queryKey: ["compositions", place.desk], exact: true });
    return true;
  };
  const keep = useEffectEvent(async () => {
    const clientKept = await keepSide("client");
    const desk = await keepSide("desk");
    const isEmpty = isBlank(pair.client) && isBlank(pair.desk);
    setKeeping(isEmpty ? "nothing" : clientKept && desk ? "kept" : "here");
  });
  useEffect(() => {
    const timer = setTimeout(() => void keep(), PAUSE);
    return () => clearTimeout(timer);
  }, [pair]);
  useEffect(() => {
    const again = (): void => void keep();
    window.addEventListener("online", again);
    return () => window.removeEventListener("online", again);
  }, []);

  return {
    keeping,
    /** What the server has of a draft already: it need not be sent there as it is. */
    known: (draft: Draft) => last.current.set(draft.id, JSON.stringify(wishOf(draft, seq))),
    /** It was sent: there is nothing to keep of it any more. */
    forget: (id: string) => last.current.delete(id),
    has: (id: string): boolean => (last.current.get(id) ?? "") !== "",
  };
}
