import { feedMade, feeds } from "../../contract/feeds.ts";
import type { FeedMade, Feeds, FeedWished } from "../../contract/feeds.ts";
import { request } from "./request.ts";
import type { Answer } from "./request.ts";

const at = (desk: string): string => `/desks/${encodeURIComponent(desk)}/feeds`;

/** One's own calendars. */
export function listFeeds(desk: string, signal: AbortSignal): Promise<Answer<Feeds>> {
  return request(at(desk), feeds, { signal });
}

/** Makes a calendar; its answer says the link this once. */
export function makeFeed(desk: string, body: FeedWished): Promise<Answer<FeedMade>> {
  return request(at(desk), feedMade, { method: "POST", body });
}

/** Ends a calendar at once. */
export function endFeed(desk: string, id: string): Promise<Answer<Feeds>> {
  return request(`${at(desk)}/${id}/revocation`, feeds, { method: "POST" });
}
