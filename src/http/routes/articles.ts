import { Hono } from "hono";
import type { Context } from "hono";
import { isRefusal } from "../../core/refusal.ts";
import { readArticles, readableArticles } from "../../desk/articles/article.ts";
import { readArticleFile, showsFile } from "../../desk/articles/files.ts";
import { isVisit } from "../../desk/articles/offers.ts";
import { articlePage, solvedPage, withdrawnPage } from "../../site/article/article.ts";
import type { ArticlesPage } from "../../site/article/article.ts";
import { articlesPage } from "../../site/article/list.ts";
import { articleFileResponse } from "../file-response.ts";
import { deskOf } from "../desk-of.ts";
import type { DeskHere } from "../desk-of.ts";
import type { Env } from "../env.ts";
import { shownOnce } from "../../site/article/answer.ts";
import type { SiteParts } from "../parts.ts";
import { problem } from "../problems.ts";

/** `/d/<desk>/articulos`, an article below it, and the files that it shows (CC-19). A GET notes nothing. */
export function articleRoutes(parts: SiteParts): Hono<Env> {
  const app = new Hono<Env>();
  app.get("/d/:desk/articulos", async (context) => {
    const desk = await deskOf(context, parts);
    const page = desk === null ? null : await pageOf(desk, parts);
    if (page === null || page.articles.length === 0) return problem(context, "not-found");
    const query = (context.req.query("q") ?? "").trim().slice(0, 200);
    return context.html(articlesPage({ ...page, query }));
  });
  app.get("/d/:desk/articulos/archivos/:id", (context) => file(context, parts));
  app.get("/d/:desk/articulos/:id", (context) => one(context, parts));
  return app;
}

async function pageOf(desk: DeskHere, { plazo }: SiteParts): Promise<ArticlesPage> {
  const { reader, here, bound } = desk;
  const articles = readableArticles(await readArticles(plazo, desk.id, bound), "public");
  return { reader, here, version: bound.policy, articles };
}

async function one(context: Context<Env>, parts: SiteParts): Promise<Response> {
  const desk = await deskOf(context, parts);
  const id = context.req.param("id") ?? "";
  if (desk === null) return problem(context, "not-found");
  const page = await pageOf(desk, parts);
  const article = page.articles.find((known) => known.id === id);
  if (article === undefined) {
    const all = await readArticles(parts.plazo, desk.id, desk.bound);
    const was = all.find((known) => known.id === id);
    const isGone = was?.state === "withdrawn" && was.latestContent.audience === "public";
    return isGone ? context.html(withdrawnPage(page), 410) : problem(context, "not-found");
  }
  if (context.req.query("resuelto") === "si") return context.html(solvedPage(page));
  const visit = context.req.query("v") ?? "";
  const answering = {
    visit: isVisit(visit) ? visit : null,
    form: context.req.query("de")?.slice(0, 60) ?? null,
    said: shownOnce(context.req.query("opinion")),
  };
  return context.html(articlePage({ ...page, answering }, article));
}

/** A file that some article shows to everybody. */
async function file(context: Context<Env>, parts: SiteParts): Promise<Response> {
  const desk = await deskOf(context, parts);
  const id = context.req.param("id") ?? "";
  if (desk === null) return problem(context, "not-found");
  const all = await readArticles(parts.plazo, desk.id, desk.bound);
  if (!showsFile(readableArticles(all, "public"), id)) return problem(context, "not-found");
  const found = await readArticleFile(parts.plazo, desk.id, id);
  return isRefusal(found) ? problem(context, "not-found") : articleFileResponse(found);
}
