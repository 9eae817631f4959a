import { createRoute } from "@hono/zod-openapi";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { presence, showing } from "../../../contract/presence.ts";
import type { Presence } from "../../../contract/presence.ts";
import { showTicket, viewersOf } from "../../../desk/live/viewers.ts";
import type { Viewer } from "../../../desk/live/viewers.ts";
import { answers, atDesk, body } from "../describe.ts";
import { forMember } from "../session.ts";
import type { ApiEnv, ApiParts } from "../session.ts";

const read = createRoute({
  method: "get",
  path: "/desks/{desk}/presence",
  operationId: "readPresence",
  summary: "Who has which ticket open, and who writes an answer",
  request: { params: atDesk },
  responses: answers(presence, "Those seen within the last half minute"),
});

const show = createRoute({
  method: "post",
  path: "/desks/{desk}/presence",
  operationId: "showTicket",
  summary: "The reader has a ticket open, or none any more; said again within half a minute",
  request: { params: atDesk, body: body(showing) },
  responses: answers(presence, "Who has that ticket open, the reader among them"),
});

/** Who looks at what. Nobody who sees only what is assigned to them is told who else works (FI-1). */
export function mountPresence(api: OpenAPIHono<ApiEnv>, { plazo }: ApiParts): void {
  api.openapi(read, (context) => {
    const { desk } = context.req.valid("param");
    return forMember(context, { plazo, desk, action: "ticket.read" }, async () =>
      context.json(presented(await viewersOf(plazo, desk, null)), 200),
    );
  });

  api.openapi(show, (context) => {
    const { desk } = context.req.valid("param");
    const { screen, folio, writing } = context.req.valid("json");
    const wanted = { plazo, desk, action: "presence.show", narrows: true } as const;
    return forMember(context, folio === null ? wanted : { ...wanted, folio }, async (member) => {
      const { userId: id, name, sees } = member;
      await showTicket(plazo, desk, { by: { id, name }, screen, folio, writing });
      const told = folio === null || sees !== "all" ? [] : [folio];
      return context.json(presented(await viewersOf(plazo, desk, told)), 200);
    });
  });
}

function presented(seen: ReadonlyMap<string, readonly Viewer[]>): Presence {
  return { tickets: Object.fromEntries([...seen].map(([folio, there]) => [folio, [...there]])) };
}
