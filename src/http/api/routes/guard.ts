import { createRoute } from "@hono/zod-openapi";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { guardAsked, guardTurn } from "../../../contract/guard.ts";
import type { GuardTurn } from "../../../contract/guard.ts";
import { isRefusal } from "../../../core/refusal.ts";
import { keepTurn, leaveGuard, nextTurn } from "../../../desk/guard/guard.ts";
import type { OnTurn } from "../../../desk/guard/guard.ts";
import { answers, atDesk, body } from "../describe.ts";
import { forMember } from "../session.ts";
import type { ApiEnv, ApiParts } from "../session.ts";

const next = createRoute({
  method: "post",
  path: "/desks/{desk}/guard/next",
  operationId: "nextOnGuard",
  summary: "The next due ticket that nobody is at, reserved for whoever asks",
  request: { params: atDesk, body: body(guardAsked) },
  responses: answers(guardTurn, "The ticket, or none"),
});

const keep = createRoute({
  method: "post",
  path: "/desks/{desk}/guard/keep",
  operationId: "keepOnGuard",
  summary: "Keeps the ticket that one has on guard from others for longer",
  request: { params: atDesk },
  responses: answers(guardTurn, "The ticket, or none"),
});

const leave = createRoute({
  method: "post",
  path: "/desks/{desk}/guard/leave",
  operationId: "leaveGuard",
  summary: "Goes off guard: what one had is free at once",
  request: { params: atDesk },
  responses: answers(guardTurn, "None"),
});

/** Being on guard: the next due ticket, one at a time. */
export function mountGuard(api: OpenAPIHono<ApiEnv>, { plazo }: ApiParts): void {
  const wants = { plazo, action: "ticket.guard" } as const;

  api.openapi(next, (context) => {
    const { desk } = context.req.valid("param");
    return forMember(context, { ...wants, desk }, async ({ userId: member, level }) => {
      const given = await nextTurn(plazo, desk, { member, level, ...context.req.valid("json") });
      return isRefusal(given) ? given : context.json(presentTurn(given), 200);
    });
  });

  for (const [route, work] of [
    [keep, keepTurn],
    [leave, leaveGuard],
  ] as const)
    api.openapi(route, (context) => {
      const { desk } = context.req.valid("param");
      return forMember(context, { ...wants, desk }, async ({ userId }) =>
        context.json(presentTurn(await work(plazo, desk, userId)), 200),
      );
    });
}

function presentTurn({ turn, now }: OnTurn): GuardTurn {
  if (turn === null) return { turn, now };
  const { folio, taken, until } = turn;
  return { turn: { folio, taken, until }, now };
}
