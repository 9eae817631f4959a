import { createRoute } from "@hono/zod-openapi";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { z } from "zod";
import {
  calendarException,
  exceptionPublished,
  portalOwner,
  portalOwners,
  portalWritten,
} from "../../../contract/register.ts";
import { isRefusal } from "../../../core/refusal.ts";
import { publishException } from "../../../desk/policies/publish-exception.ts";
import { listPortalOwners, setPortalOwner } from "../../../desk/register/portal-owners.ts";
import { answers, atDesk, body } from "../describe.ts";
import { forMember } from "../session.ts";
import type { ApiEnv, ApiParts } from "../session.ts";

const list = createRoute({
  method: "get",
  path: "/desks/{desk}/portals",
  operationId: "listPortalOwners",
  summary: "Who owns each portal, and until when their support is paid",
  request: { params: atDesk, query: z.object({ after: z.string().max(200).optional() }) },
  responses: answers(portalOwners, "Portals"),
});

const write = createRoute({
  method: "post",
  path: "/desks/{desk}/portals",
  operationId: "setPortalOwner",
  summary:
    "Writes down a portal's owner; what was held for their support is admitted when it is valid",
  request: { params: atDesk, body: body(portalOwner) },
  responses: answers(portalWritten, "What was admitted"),
});

const publish = createRoute({
  method: "post",
  path: "/desks/{desk}/exceptions",
  operationId: "publishException",
  summary: "A holiday, short or extra day of a calendar, in force from now on",
  request: { params: atDesk, body: body(calendarException) },
  responses: answers(exceptionPublished, "When it was published"),
});

/** The register of portals, and the dated exceptions of calendars. */
export function mountRegister(api: OpenAPIHono<ApiEnv>, { plazo }: ApiParts): void {
  api.openapi(list, (context) => {
    const { desk } = context.req.valid("param");
    const { after } = context.req.valid("query");
    return forMember(context, { plazo, desk, action: "desk.read" }, async () => {
      const portals = await listPortalOwners(plazo, desk, after === undefined ? {} : { after });
      return context.json({ portals }, 200);
    });
  });

  api.openapi(write, (context) => {
    const { desk } = context.req.valid("param");
    return forMember(context, { plazo, desk, action: "register.write" }, async () => {
      const admitted = await setPortalOwner(plazo, desk, context.req.valid("json"));
      return context.json({ admitted: [...admitted] }, 200);
    });
  });

  api.openapi(publish, (context) => {
    const { desk } = context.req.valid("param");
    return forMember(context, { plazo, desk, action: "register.write" }, async (member) => {
      const exception = context.req.valid("json");
      const published = await publishException(plazo, desk, { exception, by: member.userId });
      if (isRefusal(published)) return published;
      return context.json({ published: published.published }, 200);
    });
  });
}
