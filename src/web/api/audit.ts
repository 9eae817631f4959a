import type { z } from "zod";
import { auditEntries } from "../../contract/register.ts";
import { request } from "./request.ts";
import type { Answer } from "./request.ts";

export type AuditEntries = z.infer<typeof auditEntries>;

/** Who changed and who took away what, the newest first. */
export function listAudit(
  desk: string,
  cursor: string | null,
  signal: AbortSignal,
): Promise<Answer<AuditEntries>> {
  const query = cursor === null ? "" : `?cursor=${cursor}`;
  return request(`/desks/${encodeURIComponent(desk)}/audit${query}`, auditEntries, { signal });
}
