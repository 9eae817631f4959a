import { z } from "zod";
import { cannedReplies, cannedReply, cannedVersions } from "../../contract/canned.ts";
import type {
  CannedReplies,
  CannedReply,
  CannedVersions,
  CannedWish,
} from "../../contract/canned.ts";
import { request } from "./request.ts";
import type { Answer } from "./request.ts";

const at = (desk: string): string => `/desks/${encodeURIComponent(desk)}/canned-replies`;

/** Prepared answers: the desk's and one's own. */
export function listCanned(desk: string, signal: AbortSignal): Promise<Answer<CannedReplies>> {
  return request(at(desk), cannedReplies, { signal });
}

/** Keeps a prepared answer, or another version of it. */
export function keepCanned(
  desk: string,
  id: string,
  body: CannedWish,
): Promise<Answer<CannedReply>> {
  return request(`${at(desk)}/${id}`, cannedReply, { method: "PUT", body });
}

/** Takes a prepared answer out of use. */
export function removeCanned(desk: string, id: string): Promise<Answer<{ id: string }>> {
  return request(`${at(desk)}/${id}/removal`, z.strictObject({ id: z.uuid() }), { method: "POST" });
}

/** How a prepared answer was before. */
export function listCannedVersions(
  desk: string,
  id: string,
  signal: AbortSignal,
): Promise<Answer<CannedVersions>> {
  return request(`${at(desk)}/${id}/versions`, cannedVersions, { signal });
}
