import { createHmac } from "node:crypto";
import type { Language } from "../../core/policy/text.ts";
import { sha256 } from "../../store/digest.ts";
import { putAnswer } from "../../store/article-answers.ts";
import { noteAct, noteFiled, noteSeen } from "../../store/article-offers.ts";
import type { VisitKeys } from "../../store/article-offers.ts";
import { inDesk } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";

/** Who writes a form, as the request shows it: nothing of it is kept but keyed hashes. */
export interface Visit {
  /** What `visitOf` gives of the form's own token. */
  readonly key: string;
  readonly visitor: Visitor;
}

/** A browser as the network shows it. */
export interface Visitor {
  readonly network: string;
  readonly browser: string;
}

/** Bytes of the hashes by which a visit and a visitor are known again. */
const LENGTH = 16;

/**
 * Whoever asks, as a hash with the installation's key of their network and browser: known again for two
 * days, at one desk, and by nobody who has the database alone.
 */
function visitorKey({ settings }: Plazo, desk: string, { network, browser }: Visitor): Buffer {
  const said = `article-visitor\n${desk}\n${network}\n${browser.slice(0, 400)}`;
  return createHmac("sha256", settings.secret).update(said).digest().subarray(0, LENGTH);
}

/**
 * One writing of a form, in a word that can stand in an address: made of the form's token, which
 * cannot be told from it and opens what was attached.
 */
export function visitOf(submission: string): string {
  return sha256(`article-visit\n${submission}`).subarray(0, LENGTH).toString("base64url");
}

/** Whether a text from outside can be a visit at all. */
export function isVisit(text: string): boolean {
  return /^[\w-]{22}$/u.test(text);
}

function keysOf(plazo: Plazo, desk: string, { key, visitor }: Visit): VisitKeys {
  const visit = Buffer.from(key, "base64url").subarray(0, LENGTH);
  return { visit, visitor: visitorKey(plazo, desk, visitor) };
}

/** Notes that articles were shown to somebody who writes a form. */
export async function articlesSeen(
  plazo: Plazo,
  desk: string,
  shown: { readonly visit: Visit; readonly form: string; readonly articles: readonly string[] },
): Promise<void> {
  const { visit, form, articles } = shown;
  if (articles.length === 0) return;
  await inDesk(plazo.db, desk, async (tx) =>
    noteSeen(tx, keysOf(plazo, desk, visit), { form, articles, at: await tx.now() }),
  );
}

/** Notes that somebody who writes a form opened an article, or says that it solved what they were about to ask. */
export async function articleActed(
  plazo: Plazo,
  desk: string,
  act: {
    readonly visit: Visit;
    readonly did: "opened" | "solved";
    readonly form: string;
    readonly article: string;
  },
): Promise<void> {
  const { visit, ...rest } = act;
  await inDesk(plazo.db, desk, async (tx) =>
    noteAct(tx, keysOf(plazo, desk, visit), { ...rest, at: await tx.now() }),
  );
}

/** Notes that somebody sent a request: whatever they were offered before did not spare it. Apart from the filing itself, which waits for nothing. */
export async function requestSent(plazo: Plazo, desk: string, visit: Visit): Promise<void> {
  await inDesk(plazo.db, desk, async (tx) =>
    noteFiled(tx, keysOf(plazo, desk, visit), await tx.now()),
  );
}

/** Keeps whether an article helped, and the reader's words: one answer of each browser, the last. */
export async function answerArticle(
  plazo: Plazo,
  desk: string,
  answer: {
    readonly visitor: Visitor;
    readonly article: string;
    readonly version: number;
    readonly language: Language;
    readonly helpful: boolean;
    readonly words: string | null;
  },
): Promise<void> {
  const { visitor, ...said } = answer;
  await inDesk(plazo.db, desk, async (tx) => {
    const record = { id: plazo.effects.random.id(), ...said, at: await tx.now() };
    await putAnswer(tx, record, visitorKey(plazo, desk, visitor));
  });
}
