import { parentPort, workerData } from "node:worker_threads";
import { calendarsOf } from "../../core/policy/bind.ts";
import { manualPdf } from "../../site/manual/document.ts";
import type { PdfWish } from "./wish.ts";

// A thread of its own: it draws the one PDF that it was started for.
const wish = workerData as PdfWish;
const calendars = calendarsOf(wish.version.policy, []);
const bytes = await manualPdf({ ...wish, calendars });
parentPort?.postMessage(bytes);
