import { createRoute } from "@hono/zod-openapi";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { portalOwner, portalOwners, portalWritten } from "../../../contract/register.ts";
import { isRefusal } from "../../../core/refusal.ts";
import { listPortalOwners, setPortalOwner } from "../../../desk/register/portal-owners.ts";
import { byOf } from "../by.ts";
import { answers, atDesk, body } from "../describe.ts";
import { nextPage, pageQuery, pageWanted } from "../page.ts";
import { forMember } from "../session.ts";
import type { ApiEnv, ApiParts } from "../session.ts";

const list = createRoute({
  method: "get",
  path: "/desks/{desk}/portals",
  operationId: "listPortalOwners",
  summary: "Who owns each portal, and until when their support is paid",
  request: { params: atDesk, query: pageQuery },
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

/** The register of portals. */
export function mountRegister(api: OpenAPIHono<ApiEnv>, { plazo }: ApiParts): void {
  api.openapi(list, (context) => {
    const { desk } = context.req.valid("param");
    return forMember(context, { plazo, desk, action: "register.read" }, async () => {
      const page = pageWanted(context, plazo);
      if (isRefusal(page)) return page;
      const { limit } = context.req.valid("query");
      const portals = await listPortalOwners(plazo, desk, { after: page.place ?? "", limit });
      const last = portals.length < limit ? undefined : portals.at(-1);
      return context.json({ portals, next: nextPage(context, plazo, last?.portal ?? null) }, 200);
    });
  });

  api.openapi(write, (context) => {
    const { desk } = context.req.valid("param");
    return forMember(context, { plazo, desk, action: "register.write" }, async (member) => {
      const by = byOf(context, member);
      const admitted = await setPortalOwner(plazo, desk, { ...context.req.valid("json"), by });
      if (isRefusal(admitted)) return admitted;
      return context.json({ admitted: [...admitted] }, 200);
    });
  });
}
