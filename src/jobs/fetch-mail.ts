import { setTimeout as sleep } from "node:timers/promises";
import { usualRhythm, watchMailbox } from "../channels/email/imap/watch-mailbox.ts";
import type { Watched, Watching } from "../channels/email/imap/watch-mailbox.ts";
import { tellSilence } from "../desk/mailboxes/tell-silence.ts";
import type { Plazo } from "../desk/plazo.ts";
import { fetchedMailboxes } from "../store/mailboxes.ts";
import { settle } from "../store/settle.ts";
import { acrossDesks } from "../store/transaction.ts";
import type { Worker } from "./worker.ts";

/** How mail is fetched by this process. */
export type Fetching = Pick<Watching, "takeIn" | "network" | "onTrouble"> &
  Partial<Pick<Watching, "patience" | "rhythm">> & {
    /** The desks that this process serves; null: all there are. */
    readonly desks: readonly string[] | null;
    /** Milliseconds between two looks at which mailboxes there are. */
    readonly every?: number;
    /** Told of a look that failed as a whole: it is tried again. */
    readonly onFault: (fault: Error) => void;
  };

/**
 * Fetches the mail of every mailbox until it is stopped. A mailbox that is added, changed or removed
 * is seen within seconds; any number of processes share them, each mailbox in one's hands at a time.
 */
export function startFetching(plazo: Plazo, fetching: Fetching): Worker {
  const { every = 2_000, rhythm = usualRhythm, onFault } = fetching;
  const stopping = new AbortController();
  const watching: Watching = {
    ...fetching,
    plazo,
    rhythm,
    tokens: new Map(),
    holder: plazo.effects.random.id(),
    stopping: stopping.signal,
  };
  const watches = new Map<string, Watch>();
  const look = async (): Promise<void> => {
    const found = await acrossDesks(plazo.db, (tx) => fetchedMailboxes(tx));
    const served = found.filter(({ desk }) => fetching.desks?.includes(desk) ?? true);
    const current = new Map(served.map((one) => [keyOf(one), one.version]));
    // Whoever waits for mail with settings that are no more lets go at once.
    for (const [key, { version, stop }] of watches) if (current.get(key) !== version) stop.abort();
    for (const one of served) if (!watches.has(keyOf(one))) begin(one);
    await tellSilence(plazo);
  };
  const begin = (one: Watched): void => {
    const stop = new AbortController();
    const signal = AbortSignal.any([stopping.signal, stop.signal]);
    const watch = async (): Promise<void> => {
      const ended = await settle(watchMailbox({ ...watching, stopping: signal }, one));
      if ("fault" in ended) onFault(ended.fault);
      watches.delete(keyOf(one));
    };
    watches.set(keyOf(one), { version: one.version, stop, ended: watch() });
  };
  const looking = (async () => {
    while (!stopping.signal.aborted) {
      const looked = await settle(look());
      if ("fault" in looked) onFault(looked.fault);
      await settle(sleep(every, undefined, { signal: stopping.signal }));
    }
  })();
  return {
    async stop() {
      stopping.abort();
      await looking;
      await Promise.all([...watches.values()].map(({ ended }) => ended));
    },
  };
}

/** A mailbox that is being watched with a version of its settings. */
interface Watch {
  readonly version: number;
  readonly stop: AbortController;
  readonly ended: Promise<void>;
}

function keyOf({ desk, id }: Watched): string {
  return `${desk}/${id}`;
}
