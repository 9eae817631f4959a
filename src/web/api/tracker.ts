import {
  trackerFollower,
  trackerFollowers,
  trackerFollowing,
  trackerPage,
  trackerStopped,
} from "../../contract/tracker.ts";
import type {
  FollowTracker,
  TrackerFollower,
  TrackerFollowers,
  TrackerFollowing,
  TrackerPage,
} from "../../contract/tracker.ts";
import { request } from "./request.ts";
import type { Answer } from "./request.ts";

const at = (desk: string): string => `/desks/${encodeURIComponent(desk)}/tracker`;

/** What a tracker's address narrows it to. */
export interface TrackerSearch {
  readonly portal?: string | undefined;
  readonly category?: string | undefined;
}

function queryOf({ portal, category }: TrackerSearch): URLSearchParams {
  const query = new URLSearchParams();
  if (portal !== undefined) query.set("portal", portal);
  if (category !== undefined) query.set("category", category);
  return query;
}

/** A page of the tracker, newest first. */
export function listTracker(
  desk: string,
  { search, cursor }: { readonly search: TrackerSearch; readonly cursor: string | null },
  signal: AbortSignal,
): Promise<Answer<TrackerPage>> {
  const query = queryOf(search);
  if (cursor !== null) query.set("cursor", cursor);
  return request(`${at(desk)}?${query}`, trackerPage, { signal });
}

/** Where the tracker is downloaded from, in a language. */
export function trackerFile(desk: string, search: TrackerSearch, language: string): string {
  const query = queryOf(search);
  query.set("lang", language);
  return `/api/v1${at(desk)}.csv?${query}`;
}

/** What whoever asks follows. */
export function readFollowing(
  desk: string,
  signal: AbortSignal,
): Promise<Answer<TrackerFollowing>> {
  return request(`${at(desk)}/following`, trackerFollowing, { signal });
}

/** Who follows the tracker, by name. */
export function listFollowers(
  desk: string,
  cursor: string | null,
  signal: AbortSignal,
): Promise<Answer<TrackerFollowers>> {
  const query = cursor === null ? "" : `?cursor=${encodeURIComponent(cursor)}`;
  return request(`${at(desk)}/followers${query}`, trackerFollowers, { signal });
}

/** Follows the tracker, or has somebody from outside follow it. */
export function followTracker(desk: string, body: FollowTracker): Promise<Answer<TrackerFollower>> {
  return request(`${at(desk)}/followers`, trackerFollower, { method: "POST", body });
}

/** Stops following. */
export function stopFollowing(desk: string, id: string): Promise<Answer<{ stopped: boolean }>> {
  return request(`${at(desk)}/followers/${id}/stop`, trackerStopped, { method: "POST", body: {} });
}
