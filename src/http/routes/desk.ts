import { Hono } from "hono";
import { inLanguage } from "../../core/policy/text.ts";
import { isRefusal } from "../../core/refusal.ts";
import { readArticles, readableArticles } from "../../desk/articles/article.ts";
import { listDesks } from "../../desk/desks/open-desk.ts";
import { currentPolicy } from "../../desk/policies/current-policy.ts";
import { deskHome, desksPage } from "../../site/home.ts";
import { deskOf } from "../desk-of.ts";
import type { Env } from "../env.ts";
import { readerOf } from "../language.ts";
import type { SiteParts } from "../parts.ts";
import { problem } from "../problems.ts";

/** `/`: the desks. `/d/<desk>/`: a desk's home. */
export function deskRoutes(parts: SiteParts): Hono<Env> {
  const app = new Hono<Env>();
  app.get("/", async (context) => {
    const reader = readerOf(context);
    const desks = (await listDesks(parts.plazo)).filter(({ id }) => parts.serves(id));
    const bound = await Promise.all(desks.map(({ id }) => currentPolicy(parts.plazo, id)));
    const shown = bound.flatMap((one) => {
      if (isRefusal(one)) return [];
      const { id, name, about } = one.policy.policy.desk;
      const words = about === null ? "" : inLanguage(about, reader.language);
      return [{ id, name: inLanguage(name, reader.language), about: words }];
    });
    return context.html(desksPage(reader, shown));
  });
  app.get("/d/:desk", (context) => {
    const { search } = new URL(context.req.url);
    return context.redirect(`/d/${encodeURIComponent(context.req.param("desk"))}/${search}`, 308);
  });
  app.get("/d/:desk/", async (context) => {
    const desk = await deskOf(context, parts);
    if (desk === null) return problem(context, "not-found");
    const { reader, here, bound } = desk;
    const { policy: version, calendars } = bound;
    const articles = readableArticles(await readArticles(parts.plazo, desk.id, bound), "public");
    const home = { reader, policy: version.policy, version, calendars, here, articles };
    return context.html(deskHome(home));
  });
  return app;
}
