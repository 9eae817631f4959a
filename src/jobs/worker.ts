import { setTimeout as sleep } from "node:timers/promises";
import type { Plazo } from "../desk/plazo.ts";
import { settle } from "../store/settle.ts";
import { keepFigures } from "./figures.ts";
import { indexLate, indexSearch } from "./index-search.ts";
import { foundWork, runOnce } from "./run.ts";
import type { Round, RoundLimits } from "./run.ts";
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
  // Beside the rest: none of these delays a deadline or a mail.
  const beside = async (round: (look: number) => Promise<Beside>, pause: number): Promise<void> => {
    for (let look = 1; !state.stopped; look += 1) {
      const done = await settle(round(look));
      if ("fault" in done) onFault?.(done.fault);
      else for (const fault of done.value.faults) onFault?.(fault);
      if ("value" in done && done.value.more) continue;
      await settle(sleep(pause, undefined, { signal: waking.signal }));
    }
  };
  const working = [
    work(),
    beside(async () => tellOthers(plazo, limits), every),
    beside((look) => makeFound(plazo, limits, look), every),
    beside(async () => measure(plazo, limits), 2 * every),
  ];
  return {
    async stop() {
      state.stopped = true;
      waking.abort();
      await Promise.all(working);
    },
  };
}

/** What a round beside the rest came to; `more`: it found so much that there may be more. */
interface Beside {
  readonly faults: readonly Error[];
  readonly more: boolean;
}

/** An endpoint of others that stalls. */
async function tellOthers(plazo: Plazo, limits: RoundLimits): Promise<Beside> {
  const round = await sendWebhooks(plazo, limits);
  return { faults: round.faults, more: sentSomething(round) };
}

/** What is found a moment later. */
async function makeFound(plazo: Plazo, limits: RoundLimits, look: number): Promise<Beside> {
  const isLate = look % lateEvery === 0;
  const { faults } = await (isLate ? indexLate(plazo) : indexSearch(plazo, limits));
  return { faults, more: false };
}

/** What the figures count: a board is a second behind, and filing writes nothing for it. */
async function measure(plazo: Plazo, limits: RoundLimits): Promise<Beside> {
  const { faults, measured, told } = await keepFigures(plazo, limits);
  return { faults, more: measured + told > 0 };
}
