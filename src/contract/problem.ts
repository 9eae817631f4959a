import { z } from "zod";

/**
 * RFC 9457 problem details: `code` is the refusal's, `title` and `detail` are its words. `clause`: the
 * clauses of the manual that say no, and `assumed` the reading that was taken of them.
 */
export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    code: z.string(),
    clause: z.array(z.string()).optional(),
    assumed: z.string().optional(),
    field: z.string().optional(),
    facts: z.record(z.string(), z.unknown()).optional(),
    errors: z
      .array(
        z.object({
          code: z.string(),
          field: z.string().optional(),
          clause: z.array(z.string()).optional(),
          assumed: z.string().optional(),
          detail: z.string(),
        }),
      )
      .optional(),
    request: z.string().optional(),
  })
  .meta({ id: "Problem" });

export type Problem = z.infer<typeof problem>;
