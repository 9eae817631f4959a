import { Hono } from "hono";
import type { Description } from "../../contract/api-description.ts";
import type { Env } from "../env.ts";
import { readerOf } from "../language.ts";

/** `/docs/api`: the documentation of the API, and `/openapi.json`: what it is made of. Both are read by anybody: they say nothing of a desk. */
export function apiDocsRoutes(describe: () => Description): Hono<Env> {
  const app = new Hono<Env>();
  let described: Description | null = null;
  const drawn = new Map<string, string>();
  app.get("/openapi.json", (context) => context.json((described ??= describe())));
  app.get("/docs/api", async (context) => {
    const reader = readerOf(context);
    const key = `${reader.language} ${reader.chosen}`;
    const known = drawn.get(key);
    if (known !== undefined) return context.html(known);
    const { apiDocsPage } = await import("../../site/api-docs/api-docs.ts");
    const page = String(await apiDocsPage(reader, (described ??= describe())));
    drawn.set(key, page);
    return context.html(page);
  });
  app.get("/api/v1/docs", (context) => context.redirect("/docs/api", 302));
  return app;
}
