import type { Context } from "hono";
import { typeOf } from "../core/article/content.ts";
import { suggest } from "../core/article/suggest.ts";
import type { Wanted } from "../core/article/suggest.ts";
import { classifyIntake } from "../core/intake/classify.ts";
import type { FormRule } from "../core/policy/form-rule.ts";
import { readArticles, readableArticles } from "../desk/articles/article.ts";
import type { ReadableArticle } from "../desk/articles/article.ts";
import { articlesSeen, requestSent, visitOf } from "../desk/articles/offers.ts";
import type { Visitor } from "../desk/articles/offers.ts";
import type { Plazo } from "../desk/plazo.ts";
import { mostOffered } from "../site/article/offers.ts";
import type { FormPage, FormState } from "../site/form/state.ts";
import type { DeskHere } from "./desk-of.ts";
import type { Env } from "./env.ts";
import type { SiteParts } from "./parts.ts";
import { networkOf } from "./peer.ts";

/** What may answer a request before it is sent. */
export type FormHelp = NonNullable<FormPage["help"]>;

/** Whoever asks, as their request shows them. */
export function visitorOf(context: Context<Env>): Visitor {
  return { network: networkOf(context), browser: context.req.header("user-agent") ?? "" };
}

/** Kinds of answer whose words are looked at: never who asks. */
const heard: ReadonlySet<string> = new Set(["text", "line", "subject"]);

/** The articles for a form: all that can be read, and with `offers` those that may answer what was written. */
export async function helpFor(
  { plazo }: SiteParts,
  { id, bound, reader }: DeskHere,
  {
    form,
    state,
    offers,
  }: { readonly form: FormRule; readonly state: FormState; readonly offers: boolean },
): Promise<FormHelp> {
  const all = readableArticles(await readArticles(plazo, id, bound), "public");
  const visit = visitOf(state.submission);
  if (!offers || all.length === 0) return { all, offered: [], visit };
  const { values } = state;
  const words = form.fields.map(({ id: field, kind }) =>
    heard.has(kind) ? (values[field] ?? "") : "",
  );
  const { severity } = classifyIntake(bound.policy.policy, {
    fields: values,
    channel: "form",
    kind: form.kind,
  });
  const wanted = {
    ...{ form: form.id, answers: values, severity, words: words.join("\n") },
    language: reader.language,
  };
  return { all, offered: offeredBy(all, wanted), visit };
}

/** What the words of a request find, at most three: what its type finds stands under the answer that says it. */
export function offeredBy(
  articles: readonly ReadableArticle[],
  wanted: Wanted,
): readonly ReadableArticle[] {
  const found = suggest(articles, wanted, 3 * mostOffered).filter(({ byWords }) => byWords);
  return found.slice(0, mostOffered).map(({ article }) => article);
}

/** What stands under the answers that were chosen, at most three under each. */
export function shownByType(
  articles: readonly ReadableArticle[],
  form: string,
  answers: Readonly<Record<string, string>>,
): readonly string[] {
  return Object.values(answers).flatMap((value) =>
    articles
      .filter(({ content }) => content.types.includes(typeOf(form, value)))
      .slice(0, mostOffered)
      .map(({ id }) => id),
  );
}

/** Notes what a form that came back shows. */
export function noteShown(
  context: Context<Env>,
  plazo: Plazo,
  {
    desk,
    form,
    help,
    answers,
  }: {
    readonly desk: string;
    readonly form: string;
    readonly help: FormHelp;
    readonly answers: Readonly<Record<string, string>>;
  },
): Promise<void> {
  const visit = { key: help.visit, visitor: visitorOf(context) };
  const shown = [...help.offered.map(({ id }) => id), ...shownByType(help.all, form, answers)];
  return articlesSeen(plazo, desk, { visit, form, articles: [...new Set(shown)] });
}

/**
 * Notes that a request came, for the figures of what articles spare. Where this process has shown no
 * article of the desk there is nothing to note, and nothing is asked of the database.
 */
export async function noteSent(
  context: Context<Env>,
  plazo: Plazo,
  { desk, submission }: { readonly desk: string; readonly submission: string },
): Promise<void> {
  const known = plazo.caches.articles.get(desk);
  if (known === undefined || known.all.length === 0) return;
  await requestSent(plazo, desk, { key: visitOf(submission), visitor: visitorOf(context) });
}
