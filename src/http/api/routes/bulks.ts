import { createRoute } from "@hono/zod-openapi";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { z } from "zod";
import { bulk, bulkBegun, bulkPlan, bulkWished } from "../../../contract/bulk.ts";
import { holdingOf, may } from "../../../core/access/may.ts";
import { bulkRights } from "../../../core/bulk/act.ts";
import type { BulkAct } from "../../../core/bulk/act.ts";
import { isRefusal, refuse } from "../../../core/refusal.ts";
import type { Refusal } from "../../../core/refusal.ts";
import { beginBulk, readBulkOf, stopBulk, undoBulk } from "../../../desk/bulk/bulks.ts";
import { foliosOf, planBulk } from "../../../desk/bulk/plan-bulk.ts";
import { foliosFound } from "../../../desk/search/search-rows.ts";
import { filterOf } from "../../../desk/views/filter-of.ts";
import { languageOf } from "../../language.ts";
import { answers, atDesk, body } from "../describe.ts";
import { bulkActOf, presentBulk, presentPlan } from "../present-bulk.ts";
import { forMember, staffOf } from "../session.ts";
import type { ApiEnv, ApiParts, Seeing } from "../session.ts";

const atBulk = atDesk.extend({ id: z.uuid() });

const plan = createRoute({
  method: "post",
  path: "/desks/{desk}/bulk-plans",
  operationId: "planBulk",
  summary: "What an act would come to with each of many tickets; nothing is done",
  request: { params: atDesk, body: body(bulkWished) },
  responses: answers(bulkPlan, "To which it would be done, and why not to the others"),
});

const begin = createRoute({
  method: "post",
  path: "/desks/{desk}/bulks",
  operationId: "beginBulk",
  summary: "Does an act to each of many tickets, each by its own command",
  request: { params: atDesk, body: body(bulkBegun) },
  responses: answers(bulk, "As it stands"),
});

const read = createRoute({
  method: "get",
  path: "/desks/{desk}/bulks/{id}",
  operationId: "readBulk",
  summary: "How far one's own act on many is, and which tickets were left as they are",
  request: { params: atBulk },
  responses: answers(bulk, "As it stands"),
});

const stop = createRoute({
  method: "post",
  path: "/desks/{desk}/bulks/{id}/stop",
  operationId: "stopBulk",
  summary: "Stops one's own act on many: what is left stays as it is",
  request: { params: atBulk },
  responses: answers(bulk, "As it stands"),
});

const undo = createRoute({
  method: "post",
  path: "/desks/{desk}/bulks/{id}/undo",
  operationId: "undoBulk",
  summary: "Leads each ticket back to how it was, but for those that somebody changed since",
  request: { params: atBulk },
  responses: answers(bulk, "The act on many that does so"),
});

/** Acts on many tickets: looked at first, then done one by one, stopped, and taken back. */
export function mountBulks(api: OpenAPIHono<ApiEnv>, { plazo }: ApiParts): void {
  const wants = { plazo, action: "ticket.bulk" } as const;

  api.openapi(plan, (context) => {
    const { desk } = context.req.valid("param");
    return forMember(context, { ...wants, desk }, async (member) => {
      const { does, on } = context.req.valid("json");
      const act = mayDo(await bulkActOf(plazo, desk, does), member);
      if (isRefusal(act)) return act;
      const filter =
        "filter" in on ? await filterOf(plazo, desk, { ...on.filter, me: member.userId }) : null;
      if (isRefusal(filter)) return filter;
      const q = "filter" in on ? (on.filter.q ?? "") : "";
      const meant =
        "folios" in on
          ? { folios: on.folios, more: false }
          : q === ""
            ? await foliosOf(plazo, desk, filter ?? {})
            : await foliosFound(plazo, desk, { q, me: member.userId });
      if (isRefusal(meant)) return meant;
      const { folios, more } = meant;
      const planned = await planBulk(plazo, desk, { by: staffOf(member), act, folios });
      const language = languageOf(context);
      return context.json(presentPlan(planned, { act, more, language }), 200);
    });
  });

  api.openapi(begin, (context) => {
    const { desk } = context.req.valid("param");
    return forMember(context, { ...wants, desk }, async (member) => {
      const { does, ...wish } = context.req.valid("json");
      const act = mayDo(await bulkActOf(plazo, desk, does), member);
      if (isRefusal(act)) return act;
      const begun = await beginBulk(plazo, desk, { ...wish, act, by: staffOf(member) });
      if (isRefusal(begun)) return begun;
      return context.json(presentBulk(begun, languageOf(context)), 200);
    });
  });

  for (const [route, work] of [
    [read, readBulkOf],
    [stop, stopBulk],
  ] as const)
    api.openapi(route, (context) => {
      const { desk, id } = context.req.valid("param");
      return forMember(context, { ...wants, desk }, async ({ userId }) => {
        const done = await work(plazo, desk, { id, member: userId });
        if (isRefusal(done)) return done;
        return context.json(presentBulk(done, languageOf(context)), 200);
      });
    });

  api.openapi(undo, (context) => {
    const { desk, id } = context.req.valid("param");
    return forMember(context, { ...wants, desk }, async (member) => {
      const done = await undoBulk(plazo, desk, { id, by: staffOf(member) });
      if (isRefusal(done)) return done;
      return context.json(presentBulk(done, languageOf(context)), 200);
    });
  });
}

function mayDo(act: BulkAct | Refusal, member: Seeing): BulkAct | Refusal {
  if (isRefusal(act)) return act;
  const action = bulkRights[act.do];
  return may(holdingOf(member), action, member.sees)
    ? act
    : refuse("role-may-not", { facts: { action } });
}
