import { createRoute } from "@hono/zod-openapi";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { z } from "zod";
import {
  moved,
  movePreview,
  moveWished,
  policyVersions,
  rebindingPreview,
} from "../../../contract/policy.ts";
import { isRefusal } from "../../../core/refusal.ts";
import { moveTickets, previewMove } from "../../../desk/policies/move-tickets.ts";
import { setAside } from "../../../desk/policies/set-aside.ts";
import { versionsInUse } from "../../../desk/policies/versions-in-use.ts";
import { previewRebinding } from "../../../desk/tickets/rebind.ts";
import { languageOf } from "../../language.ts";
import { answers, atDesk, atTicket, body } from "../describe.ts";
import { presentMoved, presentMovePreview } from "../present-policy.ts";
import { forMember, staffOf } from "../session.ts";
import type { ApiEnv, ApiParts } from "../session.ts";

const number = z.coerce.number().int().min(1).max(2_147_483_647);
const atVersion = atDesk.extend({ number });

const list = createRoute({
  method: "get",
  path: "/desks/{desk}/policies",
  operationId: "listPolicies",
  summary: "The versions of the desk's policy, and how many open tickets each binds",
  request: { params: atDesk },
  responses: answers(policyVersions, "Versions, newest first"),
});

const previewOne = createRoute({
  method: "get",
  path: "/desks/{desk}/tickets/{folio}/rebinding",
  operationId: "previewRebinding",
  summary: "What moving a ticket to another version of the policy would change; nothing is written",
  request: { params: atTicket, query: z.object({ policy: number }) },
  responses: answers(rebindingPreview, "The promises that change"),
});

const previewAll = createRoute({
  method: "get",
  path: "/desks/{desk}/policies/{number}/moves",
  operationId: "previewMove",
  summary: "What moving a version's open tickets to another would change; nothing is written",
  request: {
    params: atVersion,
    query: z.object({ to: number, after: z.coerce.number().int().min(0).default(0) }),
  },
  responses: answers(movePreview, "Some of the tickets, and what changes in each"),
});

const move = createRoute({
  method: "post",
  path: "/desks/{desk}/policies/{number}/moves",
  operationId: "moveTickets",
  summary: "Moves the next few open tickets of a version to another",
  request: { params: atVersion, body: body(moveWished) },
  responses: answers(moved, "What was moved, and where to go on"),
});

/** The versions of the policy, and the move of open tickets from one to another. */
export function mountPolicies(api: OpenAPIHono<ApiEnv>, { plazo }: ApiParts): void {
  api.openapi(list, (context) => {
    const { desk } = context.req.valid("param");
    return forMember(context, { plazo, desk, action: "desk.read" }, async () => {
      const found = await versionsInUse(plazo, desk);
      const versions = found.map(({ hash: _hash, ...version }) => version);
      const different = await setAside(plazo, desk);
      const aside = different === null ? null : { file: different.file, seen: different.seen };
      return context.json({ versions, aside }, 200);
    });
  });

  api.openapi(previewOne, (context) => {
    const place = context.req.valid("param");
    const { desk } = place;
    const { policy } = context.req.valid("query");
    return forMember(context, { plazo, desk, action: "ticket.rebind" }, async (member) => {
      const changes = await previewRebinding(plazo, place, { by: staffOf(member), policy });
      return isRefusal(changes) ? changes : context.json({ changes: [...changes] }, 200);
    });
  });

  api.openapi(previewAll, (context) => {
    const { desk, number: from } = context.req.valid("param");
    const { to, after } = context.req.valid("query");
    return forMember(context, { plazo, desk, action: "ticket.rebind" }, async (member) => {
      const seen = await previewMove(plazo, desk, { by: staffOf(member), from, to, after });
      if (isRefusal(seen)) return seen;
      return context.json(presentMovePreview(seen, languageOf(context)), 200);
    });
  });

  api.openapi(move, (context) => {
    const { desk, number: from } = context.req.valid("param");
    return forMember(context, { plazo, desk, action: "ticket.rebind" }, async (member) => {
      const wish = { ...context.req.valid("json"), by: staffOf(member), from };
      const done = await moveTickets(plazo, desk, wish);
      if (isRefusal(done)) return done;
      return context.json(presentMoved(done, languageOf(context)), 200);
    });
  });
}
