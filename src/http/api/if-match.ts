import { z } from "@hono/zod-openapi";

/** The version that whoever changes something has seen (RFC 9110 §13.1.1). */
export const ifMatch = z.object({
  "if-match": z
    .string()
    .regex(/^"\d{1,9}"$/u)
    .optional()
    .meta({ description: "The ETag as it was seen: refused with 409 when others wrote since" }),
});

/** The version in an `If-Match`; none: whatever it is now. */
export function versionSeen(header: string | undefined): { readonly seen?: number } {
  return header === undefined ? {} : { seen: Number(header.slice(1, -1)) };
}
