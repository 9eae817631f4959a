import type { Context } from "hono";
import type { Answering } from "../../site/ticket/answer.ts";
import type { Env } from "../env.ts";
import { fileLimits } from "../parts.ts";

/** What the path opens. */
export function openedBy(context: Context<Env>): {
  readonly desk: string;
  readonly capability: string;
} {
  return {
    desk: context.req.param("desk") ?? "",
    capability: context.req.param("capability") ?? "",
  };
}

/** An answer that nothing has been written in. */
export function emptyAnswer(submission: string): Answering {
  return { text: "", kept: [], errors: [], submission, fileBytes: fileLimits.fileBytes };
}
