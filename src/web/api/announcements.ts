import { announcement, announcements } from "../../contract/announcements.ts";
import type { Announcement, Announcements, Announcing } from "../../contract/announcements.ts";
import { request } from "./request.ts";
import type { Answer } from "./request.ts";

const at = (desk: string): string => `/desks/${encodeURIComponent(desk)}/announcements`;

/** What is announced and not over. */
export function listAnnouncements(
  desk: string,
  signal: AbortSignal,
): Promise<Answer<Announcements>> {
  return request(at(desk), announcements, { signal });
}

/** Announces a process ahead. */
export function announce(desk: string, body: Announcing): Promise<Answer<Announcement>> {
  return request(at(desk), announcement, { method: "POST", body, once: true });
}

/** Cancels what was announced. */
export function cancelAnnouncement(desk: string, id: string): Promise<Answer<Announcement>> {
  return request(`${at(desk)}/${encodeURIComponent(id)}/cancel`, announcement, {
    method: "POST",
    body: {},
  });
}
