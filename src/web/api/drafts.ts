import { replyDrafts } from "../../contract/drafts.ts";
import type { ReplyDrafts } from "../../contract/drafts.ts";
import type { Place } from "./desk.ts";
import { request } from "./request.ts";
import type { Answer } from "./request.ts";

const at = ({ desk, folio }: Place): string =>
  `/desks/${encodeURIComponent(desk)}/tickets/${encodeURIComponent(folio)}/drafts`;

/** The replies that are proposed for a ticket. */
export function listDrafts(place: Place, signal: AbortSignal): Promise<Answer<ReplyDrafts>> {
  return request(at(place), replyDrafts, { signal });
}

/** Takes a proposed reply away. */
export function endDraft(place: Place, id: string): Promise<Answer<ReplyDrafts>> {
  return request(`${at(place)}/${id}/end`, replyDrafts, { method: "POST" });
}
