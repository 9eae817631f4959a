import { setTimeout as sleep } from "node:timers/promises";
import type { Plazo } from "../desk/plazo.ts";
import { settle } from "../store/settle.ts";
import { keepFigures } from "./figures.ts";
import { indexLate, indexSearch } from "./index-search.ts";
import { foundWork, runOnce } from "./run.ts";
import type { Round } from "./run.ts";
import { sendWebhooks, sentSomething } from "./send-webhooks.ts";
import { tidy } from "./tidy.ts";

/** A worker that runs until it is stopped. */
export interface Worker {
  /** Finishes what it holds and begins nothing more. */
  stop(): Promise<void>;
}

export interface WorkerOptions {
  /** Milliseconds between two looks while nothing is due. */
  readonly every?: number;
  /** Told of every round that did something or failed. */
  readonly onRound?: (round: Round) => void;
  /** Told of a look that failed as a whole (the database is away): it is tried again. */
  readonly onFault?: (fault: Error) => void;
}

const tidyEvery = 600_000;

/** Every so many looks at what is not found yet, one goes further back. */
const lateEvery = 60;

/**
 * Starts a worker: it looks for due tickets and messages, works until there are none, and looks
 * again. A look is two indexed reads. Any number of workers, in any number of processes, share the
 * work: rows are taken with locks that the others skip.
 */
export function startWorker(plazo: Plazo, options: WorkerOptions = {}): Worker {
  const { every = 500, onRound, onFault } = options;
  const waking = new AbortController();
  const state = { stopped: false, tidied: 0 };
  const limits = { batch: 100, stopped: () => state.stopped };
  const look = async (): Promise<boolean> => {
    const round = await settle(runOnce(plazo, limits));
    if ("fault" in round) {
      onFault?.(round.fault);
      return false;
    }
    const worked = foundWork(round.value);
    if (worked || round.value.aside.length > 0 || round.value.faults.length > 0)
      onRound?.(round.value);
    return worked;
  };
  const work = async (): Promise<void> => {
    while (!state.stopped) {
      if (await look()) continue;
      if (performance.now() - state.tidied > tidyEvery || state.tidied === 0) {
        state.tidied = performance.now();
        const tidied = await settle(tidy(plazo));
        if ("fault" in tidied) onFault?.(tidied.fault);
      }
      await settle(sleep(every, undefined, { signal: waking.signal }));
    }
  };
  // Beside the rest: an endpoint of others that stalls delays no deadline and no mail.
  const tellOthers = async (): Promise<void> => {
    while (!state.stopped) {
      const round = await settle(sendWebhooks(plazo, limits));
      if ("fault" in round) onFault?.(round.fault);
      else for (const fault of round.value.faults) onFault?.(fault);
      if ("value" in round && sentSomething(round.value)) continue;
      await settle(sleep(every, undefined, { signal: waking.signal }));
    }
  };
  // Beside the rest as well: what is found a moment later delays nothing that was promised.
  const makeFound = async (): Promise<void> => {
    for (let look = 0; !state.stopped; look += 1) {
      const isLate = look % lateEvery === lateEvery - 1;
      const round = await settle(isLate ? indexLate(plazo) : indexSearch(plazo, limits));
      if ("fault" in round) onFault?.(round.fault);
      else for (const fault of round.value.faults) onFault?.(fault);
      await settle(sleep(every, undefined, { signal: waking.signal }));
    }
  };
  // And what the figures count: a board is a second behind, and filing writes nothing for it.
  const measure = async (): Promise<void> => {
    while (!state.stopped) {
      const round = await settle(keepFigures(plazo, limits));
      if ("fault" in round) onFault?.(round.fault);
      else for (const fault of round.value.faults) onFault?.(fault);
      if ("value" in round && round.value.measured + round.value.told > 0) continue;
      await settle(sleep(2 * every, undefined, { signal: waking.signal }));
    }
  };
  const working = [work(), tellOthers(), makeFound(), measure()];
  return {
    async stop() {
      state.stopped = true;
      waking.abort();
      await Promise.all(working);
    },
  };
}
