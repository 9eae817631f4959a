import { Gauge } from "prom-client";
import type { Registry } from "prom-client";
import { openChanges } from "../../desk/live/changes.ts";
import type { Changes } from "../../desk/live/changes.ts";
import { openWatch } from "../../desk/live/watch.ts";
import type { Watch } from "../../desk/live/watch.ts";
import type { Plazo } from "../../desk/plazo.ts";
import { openStreams, turns } from "./streams.ts";
import type { Streams, StreamLimits } from "./streams.ts";

/** What open screens are kept up to date with, once in each process. */
export interface Live {
  readonly changes: Changes;
  /** What the screens of a desk's people are told of, one look for all of them. */
  readonly watch: Watch;
  readonly streams: Streams;
  /** Does something at each beat, until the returned function is called. */
  onBeat(work: () => void): () => void;
  /** Beats now, for all at once: tests that drive the clock do. */
  beat(): void;
  /** Ends every stream, so that a server that stops need not wait for them. */
  close(): Promise<void>;
}

/** Milliseconds between beats: a third of the silence after which somebody counts as gone. */
export const beatEvery = 20_000;

/** Opens what is live: nothing is connected, and no timer runs, until somebody looks. */
export function openLive(plazo: Pick<Plazo, "db">, limits?: StreamLimits): Live {
  const streams = openStreams(limits);
  const changes = openChanges(plazo);
  const works = new Set<() => void>();
  let timer: NodeJS.Timeout | null = null;
  let turn = 0;
  const takeTurn = (): void => {
    turn += 1;
    streams.beat(turn);
    if (turn % turns === 0) for (const work of works) work();
  };
  const beat = (): void => {
    streams.beat();
    for (const work of works) work();
  };
  return {
    changes,
    watch: openWatch(plazo, changes),
    streams,
    beat,
    onBeat(work) {
      timer ??= setInterval(takeTurn, beatEvery / turns).unref();
      works.add(work);
      return () => works.delete(work);
    },
    async close() {
      if (timer !== null) clearInterval(timer);
      streams.close();
      await changes.close();
    },
  };
}

/** Counts the open streams among the figures of the process. */
export function countStreams(registry: Registry, { streams }: Pick<Live, "streams">): void {
  registry.registerMetric(
    new Gauge({
      name: "plazo_live_streams",
      help: "Streams of events that are open: chats, and screens of the desk's people",
      registers: [],
      collect() {
        this.set(streams.count());
      },
    }),
  );
}
