import type { Pool } from "pg";
import { settle } from "./settle.ts";
import type { Touched } from "./touched.ts";

/** The channel on which processes tell one another what was committed. */
export const channel = "plazo_live";

/** Milliseconds between two tellings of one desk: what is committed meanwhile is told together. */
export const tellEvery = 100;

/** Tells every process that a desk wrote something; never what. */
export type Tell = (desk: string, touched: readonly Touched[]) => void;

interface Waiting {
  readonly touched: Set<Touched>;
}

/**
 * Tells of what was committed by a statement of its own, after the commit: `NOTIFY` within a
 * transaction holds a lock until it is on the disk, and all that write would wait for one another.
 * The first is told at once, whatever follows within a tenth of a second together. One that is lost
 * delays what screens show until they look by themselves.
 */
export function makeTell(pool: Pick<Pool, "query">): Tell {
  const desks = new Map<string, Waiting>();
  const send = (desk: string, touched: readonly Touched[]): void => {
    const said = JSON.stringify({ desk, of: "touched", touched });
    void settle(pool.query("select pg_notify($1, $2)", [channel, said]));
  };
  const turn = (desk: string): void => {
    const waiting = desks.get(desk);
    if (waiting === undefined) return;
    if (waiting.touched.size === 0) {
      desks.delete(desk);
      return;
    }
    send(desk, [...waiting.touched]);
    waiting.touched.clear();
    setTimeout(turn, tellEvery, desk).unref();
  };
  return (desk, touched) => {
    const waiting = desks.get(desk);
    if (waiting !== undefined) {
      for (const what of touched) waiting.touched.add(what);
      return;
    }
    desks.set(desk, { touched: new Set() });
    send(desk, touched);
    setTimeout(turn, tellEvery, desk).unref();
  };
}
