import { Hono } from "hono";
import type { Context } from "hono";
import { readForm } from "../../channels/web-form/read-form.ts";
import type { FormValues } from "../../channels/web-form/read-form.ts";
import { isRefusal } from "../../core/refusal.ts";
import { readArticles, readableArticles } from "../../desk/articles/article.ts";
import type { ReadableArticle } from "../../desk/articles/article.ts";
import { answerArticle, articleActed, articlesSeen, isVisit } from "../../desk/articles/offers.ts";
import { mostWords, shownOnce } from "../../site/article/answer.ts";
import { offers } from "../../site/article/offers.ts";
import { control } from "../../site/form/names.ts";
import { hrefFor } from "../../site/reader.ts";
import { tokenRate } from "../api/token-rate.ts";
import { firstOf } from "../arriving.ts";
import { deskOf } from "../desk-of.ts";
import type { DeskHere } from "../desk-of.ts";
import type { Env } from "../env.ts";
import { offeredBy, shownByType, visitorOf } from "../form-help.ts";
import { readerOf } from "../language.ts";
import type { SiteParts } from "../parts.ts";
import { networkOf } from "../peer.ts";
import { problem } from "../problems.ts";

const bounds = { fields: 80, fieldBytes: 16_000, files: 0, bodyBytes: 32 * 1024 };

/** What one network may note: an office of a hundred people who write at once, and no program that goes on. */
const rate = { limit: 600, within: 600_000 };

/** What a reader says of an article, or does with it from a form: each is a POST, and sets no cookie. */
export function articleActRoutes(parts: SiteParts): Hono<Env> {
  const app = new Hono<Env>();
  const tooMany = tokenRate(rate, () => performance.now());
  const act =
    (work: (asked: Asked) => Promise<Response>) =>
    async (context: Context<Env>): Promise<Response> => {
      const turned = tooMany(context, networkOf(context));
      if (turned !== null) return turned;
      const desk = await deskOf(context, parts);
      if (desk === null) return problem(context, "not-found");
      const values = await readForm(context.req.raw, { bounds, take: () => Promise.resolve() });
      if (isRefusal(values)) return problem(context, values.refused);
      const all = await readArticles(parts.plazo, desk.id, desk.bound);
      const reader = readerOf(context, firstOf(values, control.language));
      const articles = readableArticles(all, "public");
      return work({ context, parts, desk: { ...desk, reader }, values, articles });
    };
  app.post("/d/:desk/articulos/sugeridos", act(offer));
  app.post("/d/:desk/articulos/:id/abierto", act(opened));
  app.post("/d/:desk/articulos/:id/resuelto", act(solved));
  app.post("/d/:desk/articulos/:id/opinion", act(opinion));
  return app;
}

interface Asked {
  readonly context: Context<Env>;
  readonly parts: SiteParts;
  readonly desk: DeskHere;
  readonly values: FormValues;
  readonly articles: readonly ReadableArticle[];
}

/** The writing of one of the desk's forms that a request is of; null: of none. */
function writingOf({ desk, values, context }: Asked) {
  const key = firstOf(values, "visita") ?? "";
  const form = firstOf(values, "formulario") ?? "";
  const isForm = desk.bound.policy.policy.forms.some(({ id }) => id === form);
  return isVisit(key) && isForm ? { form, visit: { key, visitor: visitorOf(context) } } : null;
}

async function offer(asked: Asked): Promise<Response> {
  const { context, parts, desk, values, articles } = asked;
  const writing = writingOf(asked);
  if (writing === null) return problem(context, "invalid-request");
  const { form, visit } = writing;
  const answers = (values.get("respuesta") ?? []).slice(0, 60).map((said): [string, string] => {
    const [field = "", ...value] = said.split("=");
    return [field, value.join("=")];
  });
  const given = Object.fromEntries(answers);
  const offered = offeredBy(articles, {
    ...{ form, answers: given, severity: null, language: desk.reader.language },
    words: (firstOf(values, "palabras") ?? "").slice(0, 4_000),
  });
  const ids = [...offered.map(({ id }) => id), ...shownByType(articles, form, given)];
  await articlesSeen(parts.plazo, desk.id, { visit, form, articles: [...new Set(ids)] });
  const { policy } = desk.bound.policy;
  const shown = { visit: visit.key, form, articles: offered };
  return context.html(offers(policy, desk.reader, shown));
}

async function opened(asked: Asked): Promise<Response> {
  const { context, parts, desk } = asked;
  const writing = writingOf(asked);
  const article = articleIn(asked);
  if (writing === null || article === undefined) return problem(context, "not-found");
  await articleActed(parts.plazo, desk.id, { ...writing, did: "opened", article: article.id });
  return context.body(null, 204);
}

async function solved(asked: Asked): Promise<Response> {
  const { context, parts, desk } = asked;
  const writing = writingOf(asked);
  const article = articleIn(asked);
  if (writing === null || article === undefined) return problem(context, "not-found");
  await articleActed(parts.plazo, desk.id, { ...writing, did: "solved", article: article.id });
  const path = `/d/${desk.id}/articulos/${article.id}`;
  return context.redirect(hrefFor(desk.reader, path, { resuelto: "si" }), 303);
}

async function opinion(asked: Asked): Promise<Response> {
  const { context, parts, desk, values } = asked;
  const article = articleIn(asked);
  if (article === undefined) return problem(context, "not-found");
  const said = shownOnce(firstOf(values, "sirvio"));
  if (said === null || said === "palabras") return problem(context, "invalid-request");
  const words = (firstOf(values, "palabras") ?? "").trim().slice(0, mostWords);
  await answerArticle(parts.plazo, desk.id, {
    ...{ visitor: visitorOf(context), article: article.id, version: article.published },
    ...{ language: desk.reader.language, helpful: said === "si" },
    words: words === "" ? null : words,
  });
  const path = `/d/${desk.id}/articulos/${article.id}`;
  const answered = { opinion: words === "" ? said : "palabras" };
  return context.redirect(`${hrefFor(desk.reader, path, answered)}#opinion`, 303);
}

function articleIn({ context, articles }: Asked): ReadableArticle | undefined {
  return articles.find(({ id }) => id === context.req.param("id"));
}
