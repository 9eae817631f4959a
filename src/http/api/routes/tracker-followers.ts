import { createRoute } from "@hono/zod-openapi";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { z } from "zod";
import {
  followTracker as followBody,
  trackerFollower,
  trackerFollowers,
  trackerFollowing,
  trackerStopped,
} from "../../../contract/tracker.ts";
import { holdingOf, may } from "../../../core/access/may.ts";
import { isRefusal, refuse } from "../../../core/refusal.ts";
import type { Refusal } from "../../../core/refusal.ts";
import { addressKey } from "../../../desk/register/address-key.ts";
import { followTracker, stopFollowing } from "../../../desk/tracker/follow-tracker.ts";
import { findFollower, followingNow, listFollowers } from "../../../desk/tracker/list-followers.ts";
import { languageOf } from "../../language.ts";
import { answers, atDesk, body } from "../describe.ts";
import { nextPage, pageQuery, pageWanted } from "../page.ts";
import { presentFollower, presentFollowing } from "../present-tracker.ts";
import { forMember } from "../session.ts";
import type { ApiEnv, ApiParts, Seeing } from "../session.ts";

const mine = createRoute({
  method: "get",
  path: "/desks/{desk}/tracker/following",
  operationId: "readTrackerFollowing",
  summary: "What whoever asks follows, and what the next digest brings",
  request: { params: atDesk },
  responses: answers(trackerFollowing, "What is followed"),
});

const list = createRoute({
  method: "get",
  path: "/desks/{desk}/tracker/followers",
  operationId: "listTrackerFollowers",
  summary: "Who follows the tracker, by name",
  request: { params: atDesk, query: pageQuery },
  responses: answers(trackerFollowers, "Followers"),
});

const follow = createRoute({
  method: "post",
  path: "/desks/{desk}/tracker/followers",
  operationId: "followTracker",
  summary: "Follows the tracker oneself; an administrator may add an address from outside",
  request: { params: atDesk, body: body(followBody) },
  responses: answers(trackerFollower, "Whoever follows now"),
});

const stop = createRoute({
  method: "post",
  path: "/desks/{desk}/tracker/followers/{id}/stop",
  operationId: "stopFollowingTracker",
  summary: "Stops following; an administrator may stop anybody's",
  request: { params: atDesk.extend({ id: z.uuid() }) },
  responses: answers(trackerStopped, "Whether it was followed until then"),
});

/** Who follows the tracker. */
export function mountTrackerFollowers(api: OpenAPIHono<ApiEnv>, { plazo }: ApiParts): void {
  api.openapi(mine, (context) => {
    const { desk } = context.req.valid("param");
    return forMember(context, { plazo, desk, action: "ticket.read" }, async (member) =>
      context.json(presentFollowing(await followingNow(plazo, desk, recipientOf(member))), 200),
    );
  });

  api.openapi(list, (context) => {
    const { desk } = context.req.valid("param");
    return forMember(context, { plazo, desk, action: "staff.read" }, async () => {
      const after = pageWanted(context, plazo);
      if (isRefusal(after)) return after;
      const { limit } = context.req.valid("query");
      const page = await listFollowers(plazo, desk, { after: after.place, limit });
      const next = nextPage(context, plazo, page.next);
      return context.json({ followers: page.followers.map(presentFollower), next }, 200);
    });
  });

  api.openapi(follow, (context) => {
    const { desk } = context.req.valid("param");
    return forMember(context, { plazo, desk, action: "tracker.follow" }, async (member) => {
      const { portal, outsider } = context.req.valid("json");
      if (outsider !== null && !may(holdingOf(member), "tracker.share")) return mayNot(member);
      const followed = await followTracker(plazo, desk, {
        recipient: outsider === null ? recipientOf(member) : addressKey(outsider.address),
        name: outsider?.name ?? member.name,
        language: outsider?.language ?? languageOf(context),
        portal,
        by: outsider === null ? "follower" : "desk",
      });
      return isRefusal(followed) ? followed : context.json(presentFollower(followed), 200);
    });
  });

  api.openapi(stop, (context) => {
    const { desk, id } = context.req.valid("param");
    return forMember(context, { plazo, desk, action: "tracker.follow" }, async (member) => {
      const follower = await findFollower(plazo, desk, id);
      if (follower === undefined) return refuse("no-such-follower");
      const isOwn = follower.recipient === recipientOf(member);
      if (!isOwn && !may(holdingOf(member), "tracker.share")) return mayNot(member);
      const by = isOwn ? "follower" : "desk";
      return context.json({ stopped: await stopFollowing(plazo, desk, { id, by }) }, 200);
    });
  });
}

function recipientOf({ userId }: Seeing): string {
  return `staff:${userId}`;
}

function mayNot({ role }: Seeing): Refusal<"role-may-not"> {
  const named = typeof role === "string" ? { role } : {};
  return refuse("role-may-not", { facts: { ...named, action: "tracker.share" } });
}
