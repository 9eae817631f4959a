import { z } from "zod";
import { instant } from "./primitives.ts";

const words = z.string().max(50_000);
const ids = z.array(z.string().min(1).max(80)).max(50);

/** What a prepared answer, or whatever is written to a ticket, does besides its words. */
export const cannedAct = z
  .discriminatedUnion("act", [
    z.strictObject({
      act: z.literal("assign"),
      to: z
        .string()
        .max(80)
        .nullable()
        .meta({ description: "A member's id, `me` for whoever uses it, or nobody" }),
    }),
    z.strictObject({ act: z.literal("classify"), severity: z.string().min(1).max(60) }),
    z.strictObject({
      act: z.literal("route"),
      to: z.string().min(1).max(60),
      reason: z.string().trim().max(2_000).exactOptional(),
    }),
    z.strictObject({
      act: z.literal("wait"),
      note: z.string().trim().max(2_000).exactOptional(),
    }),
    z.strictObject({
      act: z.literal("schedule"),
      after: z.int().min(1).max(525_600).meta({ description: "Minutes from when the words leave" }),
      note: z.string().trim().max(2_000).exactOptional(),
    }),
    z.strictObject({ act: z.literal("resume") }),
    z.strictObject({ act: z.literal("note"), text: z.string().trim().min(1).max(50_000) }),
    z.strictObject({
      act: z.literal("close"),
      reason: z.enum(["out-of-scope", "spam", "duplicate", "by-agent"]),
    }),
  ])
  .meta({ id: "CannedAct" });

/** A prepared answer: words with places to fill in, and what is done to the ticket with them. */
export const canned = z
  .strictObject({
    name: z.string().trim().min(1).max(120),
    mode: z.enum(["reply", "ask", "note", "solve", "none"]),
    text: words,
    cause: words,
    remedy: words,
    acts: z.array(cannedAct).max(10),
    forms: ids,
    severities: ids,
    kinds: ids,
    language: z.enum(["es", "en"]).nullable(),
  })
  .meta({ id: "Canned" });

export const cannedReply = z
  .strictObject({
    id: z.uuid(),
    /** The desk's, or the reader's own. */
    shared: z.boolean(),
    content: canned,
    version: z.int(),
    changed: instant,
    changedBy: z.string(),
    uses: z.int(),
    /** Whether whoever reads this may change it. */
    mine: z.boolean(),
  })
  .meta({ id: "CannedReply" });

export const cannedReplies = z
  .strictObject({ replies: z.array(cannedReply) })
  .meta({ id: "CannedReplies" });

/** `version`: the one that was changed; 0 makes a new answer. */
export const cannedWish = z
  .strictObject({ shared: z.boolean(), version: z.int().min(0), content: canned })
  .meta({ id: "CannedWish" });

export const cannedVersions = z
  .strictObject({
    versions: z.array(
      z.strictObject({
        version: z.int(),
        content: canned,
        changed: instant,
        changedBy: z.string(),
      }),
    ),
  })
  .meta({ id: "CannedVersions" });

export type CannedReply = z.infer<typeof cannedReply>;
export type CannedReplies = z.infer<typeof cannedReplies>;
export type CannedWish = z.infer<typeof cannedWish>;
export type CannedVersions = z.infer<typeof cannedVersions>;
