import { createRoute } from "@hono/zod-openapi";
import type { OpenAPIHono } from "@hono/zod-openapi";
import {
  badAnswers,
  satisfactionOfTicket,
  satisfactionSetting,
  setSatisfaction,
} from "../../../contract/board.ts";
import type { SatisfactionAnswerView, SatisfactionSettingView } from "../../../contract/board.ts";
import { isRefusal } from "../../../core/refusal.ts";
import {
  answersOf,
  listBadAnswers,
  lookAtAnswers,
  satisfactionSetting as readSetting,
  setSatisfaction as keepSetting,
} from "../../../desk/satisfaction/settings.ts";
import { byOf } from "../by.ts";
import { answers, atDesk, atTicket, body } from "../describe.ts";
import { nextPage, pageQuery, pageWanted } from "../page.ts";
import { forMember } from "../session.ts";
import type { ApiEnv, ApiParts } from "../session.ts";

const setting = createRoute({
  method: "get",
  path: "/desks/{desk}/satisfaction",
  operationId: "readSatisfactionSetting",
  summary: "Whether clients are asked if they are content",
  request: { params: atDesk },
  responses: answers(satisfactionSetting, "The setting"),
});

const set = createRoute({
  method: "post",
  path: "/desks/{desk}/satisfaction",
  operationId: "setSatisfaction",
  summary: "Starts or stops asking clients, from now on",
  request: { params: atDesk, body: body(setSatisfaction) },
  responses: answers(satisfactionSetting, "The setting"),
});

const bad = createRoute({
  method: "get",
  path: "/desks/{desk}/satisfaction/bad",
  operationId: "listBadAnswers",
  summary: "Answers of clients who are not content, the newest first",
  request: { params: atDesk, query: pageQuery },
  responses: answers(badAnswers, "Answers"),
});

const ofTicket = createRoute({
  method: "get",
  path: "/desks/{desk}/tickets/{folio}/satisfaction",
  operationId: "readSatisfactionOfTicket",
  summary: "What the client was asked about a ticket, and what they answered",
  request: { params: atTicket },
  responses: answers(satisfactionOfTicket, "Answers"),
});

const look = createRoute({
  method: "post",
  path: "/desks/{desk}/tickets/{folio}/satisfaction",
  operationId: "lookAtSatisfaction",
  summary: "Says that somebody has looked at what the client answered",
  request: { params: atTicket },
  responses: answers(satisfactionOfTicket, "Answers"),
});

/** What clients say of how they were attended. */
export function mountSatisfaction(api: OpenAPIHono<ApiEnv>, { plazo }: ApiParts): void {
  api.openapi(setting, (context) => {
    const { desk } = context.req.valid("param");
    return forMember(context, { plazo, desk, action: "board.read" }, async () =>
      context.json(presentSetting(await readSetting(plazo, desk)), 200),
    );
  });

  api.openapi(set, (context) => {
    const { desk } = context.req.valid("param");
    return forMember(context, { plazo, desk, action: "satisfaction.set" }, async (member) => {
      const { on } = context.req.valid("json");
      const kept = await keepSetting(plazo, desk, { on, by: byOf(context, member) });
      return context.json(presentSetting(kept), 200);
    });
  });

  api.openapi(bad, (context) => {
    const { desk } = context.req.valid("param");
    return forMember(context, { plazo, desk, action: "satisfaction.look" }, async () => {
      const after = pageWanted(context, plazo);
      if (isRefusal(after)) return after;
      const { limit } = context.req.valid("query");
      const page = await listBadAnswers(plazo, desk, { place: after.place, limit });
      const found = page.answers.map(({ folio, subject, ...row }) => ({
        folio,
        subject,
        answer: presentAnswer(row),
      }));
      return context.json({ answers: found, next: nextPage(context, plazo, page.next) }, 200);
    });
  });

  api.openapi(ofTicket, (context) => {
    const { desk, folio } = context.req.valid("param");
    return forMember(context, { plazo, desk, action: "ticket.read", folio }, async () => {
      const rows = await answersOf(plazo, desk, folio);
      return isRefusal(rows) ? rows : context.json({ answers: rows.map(presentAnswer) }, 200);
    });
  });

  api.openapi(look, (context) => {
    const { desk, folio } = context.req.valid("param");
    const wants = { plazo, desk, action: "satisfaction.look", folio } as const;
    return forMember(context, wants, async ({ name }) => {
      const rows = await lookAtAnswers(plazo, desk, { folio, by: name });
      return isRefusal(rows) ? rows : context.json({ answers: rows.map(presentAnswer) }, 200);
    });
  });
}

function presentSetting({
  since,
  changed,
  changedBy,
}: Omit<SatisfactionSettingView, "on">): SatisfactionSettingView {
  return { on: since !== null, since, changed, changedBy };
}

function presentAnswer(row: SatisfactionAnswerView): SatisfactionAnswerView {
  const { solution, asked, score, words, answered, changed, seen, seenBy } = row;
  return { solution, asked, score, words, answered, changed, seen, seenBy };
}
