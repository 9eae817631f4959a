import { Hono } from "hono";
import { articlePage, articlesPage, readable } from "../../site/article/article.ts";
import { deskOf } from "../desk-of.ts";
import type { Env } from "../env.ts";
import type { SiteParts } from "../parts.ts";
import { problem } from "../problems.ts";

/** `/d/<desk>/articulos` and `/d/<desk>/articulos/<id>`: the articles of the manual in force (CC-19). */
export function articleRoutes(parts: SiteParts): Hono<Env> {
  const app = new Hono<Env>();
  app.get("/d/:desk/articulos", async (context) => {
    const desk = await deskOf(context, parts);
    if (desk === null || readable(desk.bound.policy.policy).length === 0)
      return problem(context, "not-found");
    const { reader, here, bound } = desk;
    return context.html(articlesPage({ reader, here, version: bound.policy }));
  });
  app.get("/d/:desk/articulos/:id", async (context) => {
    const desk = await deskOf(context, parts);
    const id = context.req.param("id");
    const article =
      desk === null ? undefined : readable(desk.bound.policy.policy).find((one) => one.id === id);
    if (desk === null || article === undefined) return problem(context, "not-found");
    const { reader, here, bound } = desk;
    return context.html(articlePage({ reader, here, version: bound.policy }, article));
  });
  return app;
}
