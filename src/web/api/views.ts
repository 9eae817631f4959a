import { savedViews, viewCounts } from "../../contract/views.ts";
import type { SavedViews, ViewChanged, ViewCounts, ViewWished } from "../../contract/views.ts";
import { request } from "./request.ts";
import type { Answer } from "./request.ts";

const at = (desk: string): string => `/desks/${encodeURIComponent(desk)}`;

/** The desk's shared views, and one's own. */
export function listViews(desk: string, signal: AbortSignal): Promise<Answer<SavedViews>> {
  return request(`${at(desk)}/views`, savedViews, { signal });
}

/** How many open tickets each holds. */
export function countViews(desk: string, signal: AbortSignal): Promise<Answer<ViewCounts>> {
  return request(`${at(desk)}/view-counts`, viewCounts, { signal });
}

/** Keeps a list under a name. */
export function keepView(desk: string, wish: ViewWished): Promise<Answer<SavedViews>> {
  return request(`${at(desk)}/views`, savedViews, { method: "POST", body: wish, once: true });
}

/** Renames, moves, shares or alters a view. */
export function changeView(
  desk: string,
  id: string,
  change: ViewChanged,
): Promise<Answer<SavedViews>> {
  return request(`${at(desk)}/views/${id}`, savedViews, { method: "POST", body: change });
}

/** Removes a view. */
export function removeView(desk: string, id: string): Promise<Answer<SavedViews>> {
  return request(`${at(desk)}/views/${id}/remove`, savedViews, { method: "POST", body: {} });
}
