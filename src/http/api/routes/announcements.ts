import { createRoute } from "@hono/zod-openapi";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { z } from "zod";
import { announcement, announcements, announcing } from "../../../contract/announcements.ts";
import { isRefusal } from "../../../core/refusal.ts";
import { announce } from "../../../desk/announcements/announce.ts";
import { cancel } from "../../../desk/announcements/cancel.ts";
import { listAnnouncements } from "../../../desk/announcements/list.ts";
import { pageNow } from "../../now.ts";
import { answers, atDesk, body } from "../describe.ts";
import { forMember } from "../session.ts";
import type { ApiEnv, ApiParts } from "../session.ts";

const list = createRoute({
  method: "get",
  path: "/desks/{desk}/announcements",
  operationId: "listAnnouncements",
  summary: "Processes that are announced and not over, those that end first first",
  request: { params: atDesk },
  responses: answers(announcements, "Announcements"),
});

const make = createRoute({
  method: "post",
  path: "/desks/{desk}/announcements",
  operationId: "announce",
  summary: "Announces a process ahead: while it goes on, its ground of urgency is open",
  request: { params: atDesk, body: body(announcing) },
  responses: answers(announcement, "What was announced"),
});

const end = createRoute({
  method: "post",
  path: "/desks/{desk}/announcements/{id}/cancel",
  operationId: "cancelAnnouncement",
  summary: "Cancels what was announced; its ground of urgency closes at once",
  request: { params: atDesk.extend({ id: z.uuid() }) },
  responses: answers(announcement, "What was cancelled"),
});

/** The announced processes of a desk (RD-15c). */
export function mountAnnouncements(api: OpenAPIHono<ApiEnv>, { plazo }: ApiParts): void {
  api.openapi(list, (context) => {
    const { desk } = context.req.valid("param");
    return forMember(context, { plazo, desk, action: "desk.read" }, async () => {
      const found = await listAnnouncements(plazo, desk, { staff: true });
      return context.json({ announcements: [...found], now: pageNow(plazo) }, 200);
    });
  });

  api.openapi(make, (context) => {
    const { desk } = context.req.valid("param");
    return forMember(context, { plazo, desk, action: "ticket.write" }, async (member) => {
      const by = { kind: "agent", name: member.name } as const;
      const done = await announce(plazo, desk, { ...context.req.valid("json"), by });
      return isRefusal(done) ? done : context.json(done.announcement, 200);
    });
  });

  api.openapi(end, (context) => {
    const { desk, id } = context.req.valid("param");
    return forMember(context, { plazo, desk, action: "ticket.write" }, async (member) => {
      const done = await cancel(plazo, desk, { id, by: member.name });
      return isRefusal(done) ? done : context.json(done, 200);
    });
  });
}
