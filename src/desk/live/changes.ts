import { hearNotices } from "../../store/live.ts";
import type { Hearing, Notice } from "../../store/live.ts";
import type { Plazo } from "../plazo.ts";

/** What changed at a desk, as its open screens are told: never what it says. */
export type Change = Notice;

/** Hears what is committed, by whatever process, and tells it to whoever subscribed to that desk. */
export interface Changes {
  /** Calls `hear` for each change at a desk until the returned function is called; also where some may have been missed. */
  subscribe(desk: string, hear: (change: Change) => void): () => void;
  close(): Promise<void>;
}

/** One connection to the database for all subscribers of this process, made with the first of them. */
export function openChanges({ db }: Pick<Plazo, "db">): Changes {
  const subscribers = new Map<string, Set<(change: Change) => void>>();
  let hearing: Hearing | null = null;
  const tell = (change: Change): void => {
    const desks = change.of === "all" ? [...subscribers.keys()] : [change.desk];
    for (const desk of desks) for (const hear of subscribers.get(desk) ?? []) hear(change);
  };
  return {
    subscribe(desk, hear) {
      hearing ??= hearNotices(db, tell);
      const hearers = subscribers.get(desk) ?? new Set();
      subscribers.set(desk, hearers.add(hear));
      return () => {
        hearers.delete(hear);
        if (hearers.size === 0) subscribers.delete(desk);
      };
    },
    async close() {
      await hearing?.close();
    },
  };
}
