import { searchPage } from "../../contract/search.ts";
import type { SearchPage } from "../../contract/search.ts";
import { request } from "./request.ts";
import type { Answer } from "./request.ts";

/** What the desk has of what was written, the best first. */
export function search(desk: string, q: string, signal: AbortSignal): Promise<Answer<SearchPage>> {
  const query = new URLSearchParams({ q, limit: "12" });
  return request(`/desks/${encodeURIComponent(desk)}/search?${query}`, searchPage, { signal });
}
