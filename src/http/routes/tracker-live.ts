import { Hono } from "hono";
import { followsByLink } from "../../desk/tracker/as-follower.ts";
import type { Env } from "../env.ts";
import { openFollowerStreams } from "../live/follower-streams.ts";
import type { Live } from "../live/live.ts";
import type { SiteParts } from "../parts.ts";
import { networkOf } from "../peer.ts";
import { problem } from "../problems.ts";

/**
 * `/d/<desk>/seguimiento/<token>/vivo`: says that something in the tracker changed, to the page that
 * the link opens. The right to it is the page's own, in the address that the page has already.
 */
export function trackerLiveRoutes(parts: SiteParts, live: Live): Hono<Env> {
  const app = new Hono<Env>();
  const streams = openFollowerStreams(parts.plazo, live);
  app.get("/d/:desk/seguimiento/:token/vivo", async (context) => {
    const { desk, token } = context.req.param();
    if (!parts.serves(desk)) return problem(context, "not-found");
    const follower = await followsByLink(parts.plazo, desk, token);
    if (follower === null) return problem(context, "not-found");
    const stream = streams.open(desk, follower, networkOf(context));
    return stream ?? problem(context, "rate-limited");
  });
  return app;
}
