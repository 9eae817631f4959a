import { createRoute } from "@hono/zod-openapi";
import type { OpenAPIHono } from "@hono/zod-openapi";
import {
  calendarException,
  calendarExceptions,
  exceptionPreview,
  exceptionPublished,
  exceptionWished,
} from "../../../contract/calendar.ts";
import { isRefusal, refuse } from "../../../core/refusal.ts";
import type { Refusal } from "../../../core/refusal.ts";
import { listExceptions } from "../../../desk/policies/list-exceptions.ts";
import { previewException } from "../../../desk/policies/preview-exception.ts";
import { publishException } from "../../../desk/policies/publish-exception.ts";
import { answers, atDesk, body } from "../describe.ts";
import { presentExceptions } from "../present-policy.ts";
import { nextPage, pageQuery, pageWanted } from "../page.ts";
import { forMember } from "../session.ts";
import type { ApiEnv, ApiParts } from "../session.ts";

const list = createRoute({
  method: "get",
  path: "/desks/{desk}/exceptions",
  operationId: "listExceptions",
  summary: "The desk's calendars, and the dated exceptions published of them, newest first",
  request: { params: atDesk, query: pageQuery },
  responses: answers(calendarExceptions, "Calendars and exceptions"),
});

const preview = createRoute({
  method: "post",
  path: "/desks/{desk}/exceptions/preview",
  operationId: "previewException",
  summary: "Which limits of open tickets an exception would move, and to when; nothing is written",
  request: { params: atDesk, body: body(exceptionWished) },
  responses: answers(exceptionPreview, "What would move, of the tickets looked at"),
});

const publish = createRoute({
  method: "post",
  path: "/desks/{desk}/exceptions",
  operationId: "publishException",
  summary: "A holiday, short or extra day of a calendar, in force from now on",
  request: { params: atDesk, body: body(calendarException) },
  responses: answers(exceptionPublished, "When it was published, and its number"),
});

/** The dated exceptions of calendars: what was published, what one would move, publishing it. */
export function mountCalendar(api: OpenAPIHono<ApiEnv>, { plazo }: ApiParts): void {
  api.openapi(list, (context) => {
    const { desk } = context.req.valid("param");
    const { limit } = context.req.valid("query");
    return forMember(context, { plazo, desk, action: "desk.read" }, async () => {
      const page = pageWanted(context, plazo);
      if (isRefusal(page)) return page;
      const before = page.place === null ? {} : { before: Number(page.place) };
      const found = await listExceptions(plazo, desk, { ...before, limit });
      if (isRefusal(found)) return found;
      const place = found.next === null ? null : String(found.next);
      return context.json(presentExceptions(found, nextPage(context, plazo, place)), 200);
    });
  });

  api.openapi(preview, (context) => {
    const { desk } = context.req.valid("param");
    return forMember(context, { plazo, desk, action: "calendar.publish" }, async () => {
      const { after, overnight, ...exception } = context.req.valid("json");
      const crossing = crossesUnsaid(exception.open, overnight);
      if (crossing !== null) return crossing;
      const seen = await previewException(plazo, desk, { exception, after });
      return isRefusal(seen) ? seen : context.json({ ...seen, moved: [...seen.moved] }, 200);
    });
  });

  api.openapi(publish, (context) => {
    const { desk } = context.req.valid("param");
    return forMember(context, { plazo, desk, action: "calendar.publish" }, async (member) => {
      const { overnight, ...exception } = context.req.valid("json");
      const crossing = crossesUnsaid(exception.open, overnight);
      if (crossing !== null) return crossing;
      const published = await publishException(plazo, desk, { exception, by: member.userId });
      return isRefusal(published) ? published : context.json(published, 200);
    });
  });
}

/** Hours that end before they begin are a slip more often than a night: a night is said. */
function crossesUnsaid(
  open: readonly (readonly [string, string])[],
  overnight: boolean | undefined,
): Refusal<"hours-cross-midnight"> | null {
  const crossing = open.find(([from, to]) => to <= from);
  if (crossing === undefined || overnight === true) return null;
  const [from, to] = crossing;
  return refuse("hours-cross-midnight", { field: "open", facts: { from, to } });
}
