import { createHash } from "node:crypto";
import { Worker } from "node:worker_threads";
import type { PdfWish } from "./wish.ts";

/** PDFs kept in memory at most; the longest unread goes first. One is some 80 KB. */
const keptAtMost = 40;

/** A PDF with the tag of its bytes, by which a browser knows that it has it already (RFC 9110 §8.8.3). */
export interface Drawn {
  readonly etag: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What a PDF depends on, and nothing else: the same key is the same bytes. */
function keyOf({ version, before, standing, path, language, url, form }: PdfWish): string {
  const end = standing.is === "superseded" ? standing.until : null;
  const parts = [version.desk, version.number, version.hash, version.effective, before?.hash];
  return JSON.stringify([...parts, standing.is === "in-force", end, path, language, url, form]);
}

/**
 * The PDFs of manuals, each drawn once, in a thread of its own: drawing one takes half a second of a
 * core, and requests do not wait for those of others. Several that ask for one at once get the same.
 */
export function manualPdfs(): (wish: PdfWish) => Promise<Drawn> {
  const kept = new Map<string, Promise<Drawn>>();
  const inTurn = turns();
  return (wish) => {
    const key = keyOf(wish);
    const forget = (): void => void kept.delete(key);
    const drawn =
      kept.get(key) ??
      inTurn((over) => draw(wish, { over, forget })).then((bytes) => tagged(bytes));
    kept.delete(key);
    kept.set(key, drawn);
    const [oldest] = kept.keys();
    if (kept.size > keptAtMost && oldest !== undefined) kept.delete(oldest);
    return drawn;
  };
}

function tagged(bytes: Uint8Array<ArrayBuffer>): Drawn {
  const hash = createHash("sha256").update(bytes).digest("hex");
  return { etag: `"${hash.slice(0, 32)}"`, bytes };
}

/** One that is not drawn is forgotten, so that whoever asks next has it tried again. */
function draw(
  wish: PdfWish,
  { over, forget }: { readonly over: () => void; readonly forget: () => void },
): Promise<Uint8Array<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("draw.ts", import.meta.url), { workerData: wish });
    worker.once("message", (bytes: Uint8Array<ArrayBuffer>) => resolve(bytes));
    const fail = (fault: unknown): void => {
      forget();
      reject(fault instanceof Error ? fault : new Error(String(fault)));
    };
    worker.once("error", fail);
    worker.once("exit", (code) => {
      over();
      if (code !== 0) fail(new Error(`no PDF was drawn, the thread ended with ${code}`));
    });
  });
}

/** One thread at a time: many versions asked for at once take their turns, not the machine. */
function turns(): <T>(work: (over: () => void) => Promise<T>) => Promise<T> {
  let free: Promise<void> = Promise.resolve();
  return (work) => {
    const before = free;
    const { promise, resolve } = Promise.withResolvers<void>();
    free = promise;
    return before.then(() => work(resolve));
  };
}
