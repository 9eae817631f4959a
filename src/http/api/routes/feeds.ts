import { createRoute } from "@hono/zod-openapi";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { z } from "zod";
import { feedMade, feeds, feedWished } from "../../../contract/feeds.ts";
import { holdingOf, may } from "../../../core/access/may.ts";
import { isRefusal, refuse } from "../../../core/refusal.ts";
import { endFeed, feedsOf, makeFeed } from "../../../desk/feeds/feeds.ts";
import type { Feed } from "../../../desk/feeds/feeds.ts";
import { byOf } from "../by.ts";
import { answers, atDesk, body } from "../describe.ts";
import { forMember } from "../session.ts";
import type { ApiEnv, ApiParts } from "../session.ts";

const list = createRoute({
  method: "get",
  path: "/desks/{desk}/feeds",
  operationId: "listFeeds",
  summary: "One's own calendars of what falls due",
  request: { params: atDesk },
  responses: answers(feeds, "Calendars, without their links"),
});

const make = createRoute({
  method: "post",
  path: "/desks/{desk}/feeds",
  operationId: "makeFeed",
  summary: "Makes a calendar of what falls due; its link is said this once",
  request: { params: atDesk, body: body(feedWished) },
  responses: answers(feedMade, "The calendar with its link"),
});

const end = createRoute({
  method: "post",
  path: "/desks/{desk}/feeds/{id}/revocation",
  operationId: "endFeed",
  summary: "Ends one's own calendar at once",
  request: { params: atDesk.extend({ id: z.uuid() }) },
  responses: answers(feeds, "As it stands"),
});

/** One's own calendars of what falls due, for programs elsewhere. */
export function mountFeeds(api: OpenAPIHono<ApiEnv>, { plazo }: ApiParts): void {
  const wants = { plazo, action: "feed.own", narrows: true } as const;
  const standing = async (desk: string, owner: string) => ({
    feeds: (await feedsOf(plazo, desk, owner)).map(presentFeed),
  });

  api.openapi(list, (context) => {
    const { desk } = context.req.valid("param");
    return forMember(context, { ...wants, desk }, async ({ userId }) =>
      context.json(await standing(desk, userId), 200),
    );
  });

  api.openapi(make, (context) => {
    const { desk } = context.req.valid("param");
    return forMember(context, { ...wants, desk }, async (member) => {
      const wish = context.req.valid("json");
      if (wish.reach === "desk" && !may(holdingOf(member), "feed.desk", member.sees))
        return refuse("role-may-not", { facts: { action: "feed.desk" } });
      const made = await makeFeed(plazo, desk, { ...wish, by: byOf(context, member) });
      if (isRefusal(made)) return made;
      return context.json({ made: presentFeed(made.made), url: made.url }, 200);
    });
  });

  api.openapi(end, (context) => {
    const { desk, id } = context.req.valid("param");
    return forMember(context, { ...wants, desk }, async (member) => {
      const ended = await endFeed(plazo, desk, { id, by: byOf(context, member) });
      return isRefusal(ended) ? ended : context.json(await standing(desk, member.userId), 200);
    });
  });
}

function presentFeed({ owner: _owner, language: _language, ...shown }: Feed) {
  return shown;
}
