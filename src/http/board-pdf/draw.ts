import { parentPort, workerData } from "node:worker_threads";
import { boardPdf } from "../../site/board/report.ts";
import type { BoardPaper } from "../../site/board/report.ts";

// A thread of its own: it draws the one report that it was started for.
parentPort?.postMessage(await boardPdf(workerData as BoardPaper));
