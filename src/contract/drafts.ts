import { z } from "zod";
import { instant, messageText } from "./primitives.ts";

/** A reply that is proposed and was sent to nobody. */
export const replyDraft = z
  .strictObject({ id: z.uuid(), text: z.string(), made: instant, byName: z.string() })
  .meta({ id: "ReplyDraft" });

export const replyDrafts = z
  .strictObject({ drafts: z.array(replyDraft) })
  .meta({ id: "ReplyDrafts" });

export const replyDraftWished = z
  .strictObject({ text: messageText })
  .meta({ id: "ReplyDraftWished" });

export type ReplyDraft = z.infer<typeof replyDraft>;
export type ReplyDrafts = z.infer<typeof replyDrafts>;
