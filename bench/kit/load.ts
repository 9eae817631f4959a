import { fork } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { join } from "node:path";

/** How much is asked of a load generator: so many at once, so many in all. */
export interface Load {
  readonly clients: number;
  readonly count: number;
}

/** A load generator in a process of its own. */
export interface Generator {
  /** Runs a load and gives how many a second were done. Throws where one of them failed. */
  run(load: Load): Promise<number>;
  end(): void;
}

type Answer = { readonly rate: number } | { readonly failed: string };

/** Starts a load generator: a file of the bench that calls `generate`. */
export async function startGenerator(file: string, args: readonly string[]): Promise<Generator> {
  const child = fork(join(import.meta.dirname, "..", file), args, { stdio: "inherit" });
  await answerOf(child);
  return {
    async run(load) {
      const answer = answerOf(child);
      child.send(load);
      return (await answer).rate;
    },
    end: () => child.disconnect(),
  };
}

function answerOf(child: ChildProcess): Promise<{ readonly rate: number }> {
  return new Promise((done, failed) => {
    const gone = (): void => failed(new Error("the load generator ended"));
    child.once("exit", gone);
    child.once("message", (answer: Answer) => {
      child.off("exit", gone);
      if ("rate" in answer) done(answer);
      else failed(new Error(answer.failed));
    });
  });
}

/** What a load generator does: it prepares `count` things, outside the measure, and does each in turn. */
export interface Work<Thing> {
  readonly prepare: (load: Load) => Promise<readonly Thing[]>;
  /** Gives one client, with a connection of its own, and how to let go of it. */
  readonly client: () => Promise<{ do(thing: Thing): Promise<void>; close(): Promise<void> }>;
}

/** Answers each load that the parent process sends with its rate. */
export function generate<Thing>(work: Work<Thing>): void {
  const send = (answer: Answer): void => void process.send?.(answer);
  process.on("message", (load: Load) => {
    measure(work, load).then(
      (rate) => send({ rate }),
      (fault: unknown) => send({ failed: String(fault instanceof Error ? fault.stack : fault) }),
    );
  });
  // The parent is done, or gone: what is kept for the run is let go of on the way out.
  process.once("disconnect", () => process.exit(0));
  send({ rate: 0 });
}

async function measure<Thing>(work: Work<Thing>, load: Load): Promise<number> {
  const things = await work.prepare(load);
  const clients = await Promise.all(Array.from({ length: load.clients }, () => work.client()));
  let next = 0;
  const began = performance.now();
  await Promise.all(
    clients.map(async (client) => {
      for (let thing = things[next++]; thing !== undefined; thing = things[next++])
        await client.do(thing);
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  await Promise.all(clients.map((client) => client.close()));
  return load.count / seconds;
}
