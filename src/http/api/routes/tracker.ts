import { createRoute } from "@hono/zod-openapi";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { z } from "zod";
import { trackerPage } from "../../../contract/tracker.ts";
import { isRefusal } from "../../../core/refusal.ts";
import { exportTracker } from "../../../desk/tracker/export-tracker.ts";
import { listTracker } from "../../../desk/tracker/list-tracker.ts";
import { languageOf } from "../../language.ts";
import { answers, atDesk } from "../describe.ts";
import { nextPage, pageQuery, pageWanted } from "../page.ts";
import { presentTracker } from "../present-tracker.ts";
import { forMember } from "../session.ts";
import type { ApiEnv, ApiParts } from "../session.ts";

const filter = z.object({
  portal: z.string().max(200).optional(),
  category: z.string().max(200).optional(),
});

const list = createRoute({
  method: "get",
  path: "/desks/{desk}/tracker",
  operationId: "listTracker",
  summary: "The tracker that the manual promises, newest first",
  request: { params: atDesk, query: filter.extend(pageQuery.shape) },
  responses: answers(trackerPage, "Tickets in the tracker's columns"),
});

const csv = createRoute({
  method: "get",
  path: "/desks/{desk}/tracker.csv",
  operationId: "exportTracker",
  summary: "The whole tracker as a CSV file, in the reader's words",
  request: { params: atDesk, query: filter.extend({ lang: z.enum(["es", "en"]).optional() }) },
  responses: {
    200: { description: "A file", content: { "text/csv": { schema: z.string() } } },
  },
});

/** The tracker, in pages and as a file. */
export function mountTracker(api: OpenAPIHono<ApiEnv>, { plazo }: ApiParts): void {
  api.openapi(list, (context) => {
    const { desk } = context.req.valid("param");
    return forMember(context, { plazo, desk, action: "ticket.read" }, async () => {
      const after = pageWanted(context, plazo);
      if (isRefusal(after)) return after;
      const { portal, category, limit } = context.req.valid("query");
      const cursor = after.place ?? undefined;
      const page = await listTracker(plazo, desk, given({ portal, category, limit, cursor }));
      if (isRefusal(page)) return page;
      const next = nextPage(context, plazo, page.next);
      return context.json({ ...presentTracker(page), next }, 200);
    });
  });

  api.openapi(csv, (context) => {
    const { desk } = context.req.valid("param");
    return forMember(context, { plazo, desk, action: "ticket.read" }, async () => {
      const { portal, category } = context.req.valid("query");
      const language = languageOf(context);
      const pieces = await exportTracker(plazo, desk, { ...given({ portal, category }), language });
      if (isRefusal(pieces)) return pieces;
      const name = language === "es" ? "seguimiento" : "tracker";
      return new Response(ReadableStream.from(pieces).pipeThrough(new TextEncoderStream()), {
        headers: {
          "Content-Type": "text/csv; charset=utf-8",
          "Content-Disposition": `attachment; filename="${name}-${desk}.csv"`,
          "Cache-Control": "no-store",
        },
      });
    });
  });
}

type Given<Query> = { [Name in keyof Query]?: Exclude<Query[Name], undefined> };

/** Only what was said. */
function given<Query extends object>(query: Query): Given<Query> {
  const said = Object.entries(query).filter(([, value]) => value !== undefined);
  return Object.fromEntries(said) as Given<Query>;
}
