import { parentPort, workerData } from "node:worker_threads";
import { calendarsOf } from "../../core/policy/bind.ts";
import { formPdf } from "../../site/form/paper.ts";
import { manualPdf } from "../../site/manual/document.ts";
import type { PdfWish } from "./wish.ts";

// A thread of its own: it draws the one PDF that it was started for.
const wish = workerData as PdfWish;
const { form } = wish;
const bytes =
  form === undefined
    ? await manualPdf({ ...wish, calendars: calendarsOf(wish.version.policy, []) })
    : await formPdf({ ...wish, form });
if (bytes === null) throw new Error(`the manual has no form ${form}`);
parentPort?.postMessage(bytes);
