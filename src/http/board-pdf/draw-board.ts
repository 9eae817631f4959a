import { Worker } from "node:worker_threads";
import type { BoardPaper } from "../../site/board/report.ts";

/** The last that was asked for; settled when it is drawn, or was not. */
let last: Promise<unknown> = Promise.resolve();

/**
 * The report of a board as a PDF, drawn in a thread of its own, one after the other: requests do not
 * wait for it, and many asked for at once take their turns, not the machine.
 */
export function drawBoard(paper: BoardPaper): Promise<Uint8Array<ArrayBuffer>> {
  const drawn = last.then(() => draw(paper));
  last = Promise.allSettled([drawn]);
  return drawn;
}

function draw(workerData: BoardPaper): Promise<Uint8Array<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("draw.ts", import.meta.url), { workerData });
    worker.once("message", (bytes: Uint8Array<ArrayBuffer>) => resolve(bytes));
    worker.once("error", reject);
    worker.once("exit", (code) => {
      if (code !== 0) reject(new Error(`no report was drawn, the thread ended with ${code}`));
    });
  });
}
