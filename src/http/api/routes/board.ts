import { createRoute } from "@hono/zod-openapi";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { z } from "zod";
import {
  board,
  boardMail,
  boardNow,
  boardQuery,
  markQuery,
  setBoardMail,
} from "../../../contract/board.ts";
import { ticketPage } from "../../../contract/ticket.ts";
import type { Board } from "../../../core/figures/board.ts";
import { figureIds } from "../../../core/figures/figure.ts";
import { isPart } from "../../../core/figures/mark.ts";
import { isRefusal, refuse } from "../../../core/refusal.ts";
import { markedPage } from "../../../desk/figures/marked-tickets.ts";
import { readBoard, readNow } from "../../../desk/figures/read-board.ts";
import type { BoardQuestion } from "../../../desk/figures/read-board.ts";
import {
  boardMailOf,
  previewWeek,
  setBoardMail as keepBoardMail,
} from "../../../desk/figures/weekly-mail.ts";
import { csvOf } from "../../../words/figures/csv.ts";
import { boardWords } from "../../../words/figures/board.ts";
import { linkPlace } from "../../../words/mail/fill.ts";
import { mailHtml } from "../../../words/mail/html.ts";
import { drawBoard } from "../../board-pdf/draw-board.ts";
import { languageOf } from "../../language.ts";
import { answers, atDesk, body } from "../describe.ts";
import { nextPage, pageQuery, pageWanted } from "../page.ts";
import { presentRow } from "../present.ts";
import { forMember } from "../session.ts";
import type { ApiEnv, ApiParts } from "../session.ts";

const lang = { lang: z.enum(["es", "en"]).optional() };

const read = createRoute({
  method: "get",
  path: "/desks/{desk}/board",
  operationId: "readBoard",
  summary: "Every figure of the desk, for a period and for now",
  request: { params: atDesk, query: boardQuery },
  responses: answers(board, "The figures"),
});

const now = createRoute({
  method: "get",
  path: "/desks/{desk}/board/now",
  operationId: "readBoardNow",
  summary: "What is at risk now, and the forecast for the rest of today",
  request: { params: atDesk, query: boardQuery.pick({ severity: true, level: true }) },
  responses: answers(boardNow, "The figures"),
});

const marked = createRoute({
  method: "get",
  path: "/desks/{desk}/board/tickets",
  operationId: "listMarkedTickets",
  summary: "The tickets that a mark of the board counts, the newest first",
  request: { params: atDesk, query: markQuery.extend(pageQuery.shape) },
  responses: answers(ticketPage, "Tickets"),
});

const file = createRoute({
  method: "get",
  path: "/desks/{desk}/board/file",
  operationId: "exportFigure",
  summary: "A figure as a CSV file, in the reader's words",
  request: {
    params: atDesk,
    query: boardQuery.extend({ figure: z.enum(figureIds), ...lang }),
  },
  responses: {
    200: { description: "A file", content: { "text/csv": { schema: z.string() } } },
  },
});

const report = createRoute({
  method: "get",
  path: "/desks/{desk}/board/report",
  operationId: "readBoardReport",
  summary: "The report of a period as a tagged PDF",
  request: { params: atDesk, query: boardQuery.extend(lang) },
  responses: {
    200: { description: "A file", content: { "application/pdf": { schema: z.string() } } },
  },
});

const mail = createRoute({
  method: "get",
  path: "/desks/{desk}/board/mail",
  operationId: "readBoardMail",
  summary: "Whether the week's figures come by mail to whoever asks",
  request: { params: atDesk },
  responses: answers(boardMail, "The wish"),
});

const setMail = createRoute({
  method: "post",
  path: "/desks/{desk}/board/mail",
  operationId: "setBoardMail",
  summary: "Starts or stops the week's figures by mail, to whoever asks",
  request: { params: atDesk, body: body(setBoardMail) },
  responses: answers(boardMail, "The wish"),
});

const preview = createRoute({
  method: "get",
  path: "/desks/{desk}/board/mail/preview",
  operationId: "previewBoardMail",
  summary: "The mail of the week that is just over, as it would leave now",
  request: { params: atDesk, query: z.object(lang) },
  responses: {
    200: { description: "A page", content: { "text/html": { schema: z.string() } } },
  },
});

/** The supervisor's board: figures, what is behind each of them, and as files. */
export function mountBoard(api: OpenAPIHono<ApiEnv>, parts: ApiParts): void {
  const { plazo } = parts;
  api.openapi(read, (context) => {
    const { desk } = context.req.valid("param");
    return forMember(context, { plazo, desk, action: "board.read" }, async () => {
      const found = await readBoard(plazo, desk, questionOf(context.req.valid("query")));
      return isRefusal(found) ? found : context.json(board.parse(found), 200);
    });
  });

  api.openapi(now, (context) => {
    const { desk } = context.req.valid("param");
    return forMember(context, { plazo, desk, action: "board.read" }, async () => {
      const found = await readNow(plazo, desk, given(context.req.valid("query")));
      return isRefusal(found) ? found : context.json(found, 200);
    });
  });

  api.openapi(marked, (context) => {
    const { desk } = context.req.valid("param");
    return forMember(context, { plazo, desk, action: "board.read" }, async () => {
      const after = pageWanted(context, plazo);
      if (isRefusal(after)) return after;
      const { weeks, until, cursor: _, limit, ...said } = context.req.valid("query");
      if (!isPart(said.figure, said.part)) return refuse("invalid-request", { field: "part" });
      const mark = given(said) as typeof said & Given<typeof said>;
      const page = await markedPage(plazo, desk, {
        mark,
        weeks,
        ...(until === undefined ? {} : { until }),
        cursor: after.place,
        limit,
      });
      if (isRefusal(page)) return page;
      const next = nextPage(context, plazo, page.next);
      return context.json({ tickets: page.rows.map(presentRow), next, now: page.now }, 200);
    });
  });

  mountFiles(api, parts);
  mountMail(api, parts);
}

function mountFiles(api: OpenAPIHono<ApiEnv>, { plazo }: ApiParts): void {
  api.openapi(file, (context) => {
    const { desk } = context.req.valid("param");
    return forMember(context, { plazo, desk, action: "board.read" }, async () => {
      const { figure, lang: _, ...wanted } = context.req.valid("query");
      const found = await readBoard(plazo, desk, questionOf(wanted));
      if (isRefusal(found)) return found;
      const name = `${figure}-${desk}-${found.period.from}.csv`;
      return new Response(csvOf(figure, found, languageOf(context)), {
        headers: {
          "Content-Type": "text/csv; charset=utf-8",
          "Content-Disposition": `attachment; filename="${name}"`,
          "Cache-Control": "no-store",
        },
      });
    });
  });

  api.openapi(report, (context) => {
    const { desk } = context.req.valid("param");
    return forMember(context, { plazo, desk, action: "board.read" }, async () => {
      const { lang: _, ...wanted } = context.req.valid("query");
      const found = await readBoard(plazo, desk, questionOf(wanted));
      if (isRefusal(found)) return found;
      const language = languageOf(context);
      const bytes = await drawBoard({ board: found, language, url: plazo.settings.url });
      return new Response(bytes, {
        headers: {
          "Content-Type": "application/pdf",
          "Content-Disposition": `attachment; filename="${reportName(found, language)}"`,
          "Cache-Control": "no-store",
        },
      });
    });
  });
}

function mountMail(api: OpenAPIHono<ApiEnv>, { plazo }: ApiParts): void {
  api.openapi(mail, (context) => {
    const { desk } = context.req.valid("param");
    return forMember(context, { plazo, desk, action: "board.mail" }, async ({ userId }) => {
      const wish = await boardMailOf(plazo, desk, userId);
      return isRefusal(wish) ? wish : context.json(wish, 200);
    });
  });

  api.openapi(setMail, (context) => {
    const { desk } = context.req.valid("param");
    return forMember(context, { plazo, desk, action: "board.mail" }, async ({ userId }) => {
      const wish = await keepBoardMail(plazo, desk, {
        staff: userId,
        ...context.req.valid("json"),
      });
      return isRefusal(wish) ? wish : context.json(wish, 200);
    });
  });

  api.openapi(preview, (context) => {
    const { desk } = context.req.valid("param");
    return forMember(context, { plazo, desk, action: "board.mail" }, async ({ userId }) => {
      const language = languageOf(context);
      const found = await previewWeek(plazo, desk, { staff: userId, language });
      if (isRefusal(found)) return found;
      const { content, link } = found.payload;
      const html = mailHtml({ ...content, subject: found.subject, language });
      return new Response(html.replaceAll(linkPlace, link ?? ""), {
        headers: {
          "Content-Type": "text/html; charset=utf-8",
          // The mail's own style, and nothing else: no script, nothing fetched.
          "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
          "Cache-Control": "no-store",
        },
      });
    });
  });
}

/** Which board a query means. */
function questionOf(query: z.infer<typeof boardQuery>): BoardQuestion {
  const { weeks, ...rest } = query;
  return { weeks, ...given(rest) };
}

type Given<Query> = { [Name in keyof Query]?: Exclude<Query[Name], undefined> };

/** Only what was said. */
function given<Query extends object>(query: Query): Given<Query> {
  const said = Object.entries(query).filter(([, value]) => value !== undefined && value !== "");
  return Object.fromEntries(said) as Given<Query>;
}

/** What a report is called where it is saved. */
function reportName({ desk, period }: Board, language: "es" | "en"): string {
  return `${boardWords[language].title.toLowerCase()}-${desk.id}-${period.from}.pdf`;
}
