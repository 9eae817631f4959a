import { createRoute } from "@hono/zod-openapi";
import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import { z } from "zod";
import { savedViews, viewChanged, viewCounts, viewWished } from "../../../contract/views.ts";
import type { SavedViews, ViewFilter } from "../../../contract/views.ts";
import { holdingOf, may } from "../../../core/access/may.ts";
import { isRefusal } from "../../../core/refusal.ts";
import { countViews } from "../../../desk/views/count-views.ts";
import { alterView, dropView, keepView, viewsOf } from "../../../desk/views/views.ts";
import type { SavedView, ViewChange, ViewKeeper } from "../../../desk/views/views.ts";
import { byOf } from "../by.ts";
import { answers, atDesk, body } from "../describe.ts";
import { forMember } from "../session.ts";
import type { ApiEnv, ApiParts, Seeing } from "../session.ts";

const atView = atDesk.extend({ id: z.uuid() });

const list = createRoute({
  method: "get",
  path: "/desks/{desk}/views",
  operationId: "listViews",
  summary: "Lists that were kept under a name: the desk's shared ones, and one's own",
  request: { params: atDesk },
  responses: answers(savedViews, "Views, in their order"),
});

const count = createRoute({
  method: "get",
  path: "/desks/{desk}/view-counts",
  operationId: "countViews",
  summary: "How many open tickets each view holds, counted up to 1,000",
  request: { params: atDesk },
  responses: answers(viewCounts, "Counts by the view's id"),
});

const keep = createRoute({
  method: "post",
  path: "/desks/{desk}/views",
  operationId: "keepView",
  summary: "Keeps a list under a name: for oneself, or for the desk",
  request: { params: atDesk, body: body(viewWished) },
  responses: answers(savedViews, "Views as they stand"),
});

const alter = createRoute({
  method: "post",
  path: "/desks/{desk}/views/{id}",
  operationId: "changeView",
  summary: "Renames, moves, shares or alters a view",
  request: { params: atView, body: body(viewChanged) },
  responses: answers(savedViews, "Views as they stand"),
});

const remove = createRoute({
  method: "post",
  path: "/desks/{desk}/views/{id}/remove",
  operationId: "removeView",
  summary: "Removes a view",
  request: { params: atView },
  responses: answers(savedViews, "Views as they stand"),
});

/** Saved views: lists of the queue under a name. */
export function mountViews(api: OpenAPIHono<ApiEnv>, { plazo }: ApiParts): void {
  const wants = { plazo, action: "view.keep", narrows: true } as const;

  api.openapi(list, (context) => {
    const { desk } = context.req.valid("param");
    return forMember(context, { ...wants, desk }, async (member) =>
      context.json(await standing({ plazo }, desk, member), 200),
    );
  });

  api.openapi(count, (context) => {
    const { desk } = context.req.valid("param");
    return forMember(context, { ...wants, desk }, async ({ userId, sees }) => {
      const who = { me: userId, ...(sees === "all" ? {} : { seenBy: userId }) };
      return context.json({ counts: await countViews(plazo, desk, who) }, 200);
    });
  });

  api.openapi(keep, (context) => {
    const { desk } = context.req.valid("param");
    return forMember(context, { ...wants, desk }, async (member) => {
      const { filter, ...wish } = context.req.valid("json");
      const keeper = keeperOf(context, member);
      const kept = await keepView(plazo, desk, { ...keeper, ...wish, filter: wordsOf(filter) });
      return isRefusal(kept) ? kept : context.json(await standing({ plazo }, desk, member), 200);
    });
  });

  api.openapi(alter, (context) => {
    const { desk, id } = context.req.valid("param");
    return forMember(context, { ...wants, desk }, async (member) => {
      const { filter, ...said } = context.req.valid("json");
      const change: ViewChange = {
        ...said,
        ...(filter === undefined ? {} : { filter: wordsOf(filter) }),
      };
      const done = await alterView(plazo, desk, { ...keeperOf(context, member), id, change });
      return isRefusal(done) ? done : context.json(await standing({ plazo }, desk, member), 200);
    });
  });

  api.openapi(remove, (context) => {
    const { desk, id } = context.req.valid("param");
    return forMember(context, { ...wants, desk }, async (member) => {
      const done = await dropView(plazo, desk, { ...keeperOf(context, member), id });
      return isRefusal(done) ? done : context.json(await standing({ plazo }, desk, member), 200);
    });
  });
}

function keeperOf(context: Context<ApiEnv>, member: Seeing): ViewKeeper {
  return { by: byOf(context, member), mayShare: mayShare(member) };
}

function mayShare(member: Seeing): boolean {
  return may(holdingOf(member), "view.share", member.sees);
}

/** Of people of another company the desk's shared lists are none of their business (FI-1). */
async function standing(
  { plazo }: Pick<ApiParts, "plazo">,
  desk: string,
  member: Seeing,
): Promise<SavedViews> {
  const views = await viewsOf(plazo, desk, member.userId);
  const seen = member.sees === "all" ? views : views.filter(({ shared }) => !shared);
  return { views: seen.map((view) => presentView(view, member)) };
}

function presentView(
  { id, name, shared, owner, ownerName, filter }: SavedView,
  member: Seeing,
): SavedViews["views"][number] {
  const mine = shared ? mayShare(member) : owner === member.userId;
  const said = filter as unknown as ViewFilter;
  return { id, name, shared, owner: { id: owner, name: ownerName }, mine, filter: said };
}

function wordsOf(filter: ViewFilter): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(filter).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
