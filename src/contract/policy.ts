import { z } from "zod";
import { folio, instant, text } from "./primitives.ts";

/** The versions of a desk's policy, the newest first, and how many open tickets each binds. */
export const policyVersions = z
  .strictObject({
    versions: z.array(
      z.strictObject({
        number: z.int(),
        effective: instant,
        reason: z.string(),
        author: z.string(),
        open: z.int(),
      }),
    ),
  })
  .meta({ id: "PolicyVersions" });

/** What becomes of one promise of a ticket that is moved; `missed`: by the new promise, at once. */
export const limitChange = z
  .strictObject({
    clock: z.string(),
    label: text,
    before: instant.nullable(),
    after: instant.nullable(),
    missed: z.boolean(),
  })
  .meta({ id: "LimitChange" });

/** What moving one ticket to another version would change. */
export const rebindingPreview = z
  .strictObject({ changes: z.array(limitChange) })
  .meta({ id: "RebindingPreview" });

/** What moving a version's open tickets would change; `refused`: why a ticket cannot be moved, in words. */
export const movePreview = z
  .strictObject({
    tickets: z.array(
      z.strictObject({
        folio,
        subject: z.string(),
        changes: z.array(limitChange),
        refused: z.string().nullable(),
      }),
    ),
    next: z.int().nullable(),
  })
  .meta({ id: "MovePreview" });

/** The next few tickets of a version are moved to another; `after`: where the last batch said to go on. */
export const moveWished = z
  .strictObject({
    to: z.int().min(1),
    reason: z.string().trim().min(1).max(2_000),
    after: z.int().min(0).default(0),
  })
  .meta({ id: "MoveWished" });

/** What a batch came to: those that cannot be moved stay, with the reason in words. */
export const moved = z
  .strictObject({
    moved: z.array(folio),
    stayed: z.array(z.strictObject({ folio, refused: z.string() })),
    next: z.int().nullable(),
  })
  .meta({ id: "Moved" });

export type PolicyVersions = z.infer<typeof policyVersions>;
export type LimitChange = z.infer<typeof limitChange>;
export type RebindingPreview = z.infer<typeof rebindingPreview>;
export type MovePreview = z.infer<typeof movePreview>;
export type Moved = z.infer<typeof moved>;
