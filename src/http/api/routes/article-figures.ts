import { createRoute } from "@hono/zod-openapi";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { z } from "zod";
import { articleReport, ticketArticles } from "../../../contract/articles.ts";
import type { Text } from "../../../core/policy/text.ts";
import { inLanguage } from "../../../core/policy/text.ts";
import { isRefusal } from "../../../core/refusal.ts";
import { articleAddress, articlesForTicket } from "../../../desk/articles/of-ticket.ts";
import { articleReport as readReport, articlesInHealth } from "../../../desk/articles/report.ts";
import type { ArticleInHealth } from "../../../desk/articles/report.ts";
import { csvLine, csvStart } from "../../../words/csv.ts";
import { articleReportWords } from "../../../words/workspace/article-report.ts";
import { languageOf } from "../../language.ts";
import { answers, atDesk, atTicket } from "../describe.ts";
import { forMember } from "../session.ts";
import type { ApiEnv, ApiParts } from "../session.ts";

const days = z.object({ days: z.coerce.number().int().min(1).max(366).default(30) });

const report = createRoute({
  method: "get",
  path: "/desks/{desk}/article-report",
  operationId: "readArticleReport",
  summary: "What offering articles in the form spared, with its n",
  request: { params: atDesk, query: days },
  responses: answers(
    articleReport,
    "Writings of a form in which articles were seen, opened, said to solve it",
  ),
});

const csv = createRoute({
  method: "get",
  path: "/desks/{desk}/article-report.csv",
  operationId: "exportArticleReport",
  summary: "The same for each article, as a CSV file in the reader's words",
  request: { params: atDesk, query: days.extend({ lang: z.enum(["es", "en"]).optional() }) },
  responses: {
    200: { description: "A file", content: { "text/csv": { schema: z.string() } } },
  },
});

const forTicket = createRoute({
  method: "get",
  path: "/desks/{desk}/tickets/{folio}/articles",
  operationId: "listTicketArticles",
  summary: "Articles that may answer a ticket, and those that its replies lead to",
  request: { params: atTicket, query: z.object({ q: z.string().max(200).optional() }) },
  responses: answers(ticketArticles, "Articles, the likeliest first"),
});

/** What articles spared. */
export function mountArticleFigures(api: OpenAPIHono<ApiEnv>, { plazo }: ApiParts): void {
  const figures = { plazo, action: "article.figures" } as const;
  const titles = async (desk: string): Promise<ReadonlyMap<string, ArticleInHealth>> => {
    const all = await articlesInHealth(plazo, desk);
    return new Map(isRefusal(all) ? [] : all.map((one) => [one.id, one]));
  };
  const titleIn = (known: ReadonlyMap<string, ArticleInHealth>, id: string): Text =>
    known.get(id)?.latestContent.title ?? { es: id };

  api.openapi(report, (context) => {
    const { desk } = context.req.valid("param");
    return forMember(context, { ...figures, desk }, async () => {
      const read = await readReport(plazo, desk, context.req.valid("query").days);
      const known = await titles(desk);
      const { from, to, all, filed } = read;
      const byArticle = read.byArticle.map((one) => ({
        ...one,
        title: titleIn(known, one.article),
      }));
      return context.json({ from, to, all, byArticle, filed }, 200);
    });
  });

  api.openapi(csv, (context) => {
    const { desk } = context.req.valid("param");
    return forMember(context, { ...figures, desk }, async () => {
      const language = languageOf(context);
      const w = articleReportWords[language];
      const read = await readReport(plazo, desk, context.req.valid("query").days);
      const known = await titles(desk);
      const lines = [
        csvLine([w.article, w.seen, w.opened, w.solved, w.spared, w.returned, w.pending]),
        ...[...read.byArticle, { article: "", ...read.all }].map(
          ({ article, seen, opened, solved, spared, returned, pending }) =>
            csvLine([
              article === "" ? w.all : inLanguage(titleIn(known, article), language),
              ...[seen, opened, solved, spared, returned, pending].map(String),
            ]),
        ),
      ];
      return new Response(csvStart + lines.join(""), {
        headers: {
          "Content-Type": "text/csv; charset=utf-8",
          "Content-Disposition": `attachment; filename="${w.file}-${desk}.csv"`,
          "Cache-Control": "no-store",
        },
      });
    });
  });
}

/** Which articles may answer a ticket. */
export function mountTicketArticles(api: OpenAPIHono<ApiEnv>, { plazo }: ApiParts): void {
  api.openapi(forTicket, (context) => {
    const { desk, folio } = context.req.valid("param");
    const wants = { plazo, desk, folio, action: "article.read" } as const;
    return forMember(context, wants, async () => {
      const { q = "" } = context.req.valid("query");
      const read = await articlesForTicket(plazo, { desk, folio }, q);
      if (isRefusal(read)) return read;
      const shown = ({
        article: { id, content },
        why,
      }: Pick<(typeof read.suggested)[number], "article" | "why">) => ({
        ...{ id, why, title: content.title, audience: content.audience, body: content.body },
        address: articleAddress(plazo, desk, id),
      });
      const { language, used } = read;
      const found = read.found.map((article) => shown({ article, why: "words" }));
      return context.json(
        { language, suggested: read.suggested.map(shown), found, used: [...used] },
        200,
      );
    });
  });
}
