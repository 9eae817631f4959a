import type { Context } from "hono";
import type { Plazo } from "../../desk/plazo.ts";
import type { Opened } from "../../desk/tickets/as-client.ts";
import type { Answering } from "../../site/ticket/answer.ts";
import { readCookie } from "../client/cookies.ts";
import type { Env } from "../env.ts";
import { fileLimits } from "../parts.ts";

/** What the path opens, by its own token, or by the session of whoever is signed in. */
export function openedBy(context: Context<Env>, plazo: Pick<Plazo, "settings">): Opened {
  const desk = context.req.param("desk") ?? "";
  const folio = context.req.param("folio");
  if (folio === undefined) return { desk, capability: context.req.param("capability") ?? "" };
  const session = readCookie(context, plazo, { cookie: "session", desk });
  return { desk, capability: { folio: folio.slice(0, 40), session: session ?? "" } };
}

/** An answer that nothing has been written in. */
export function emptyAnswer(submission: string): Answering {
  return { text: "", kept: [], errors: [], submission, fileBytes: fileLimits.fileBytes };
}
