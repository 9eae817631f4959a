import type { Context } from "hono";
import { refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import { isRecent } from "../staff/proving.ts";
import type { ApiEnv, ApiParts } from "./session.ts";

/**
 * Before what changes who gets in, or what goes out: whoever asks has proved themselves some minutes ago, or is sent to
 * do so again (`confirm-again`). `null`: they have.
 */
export async function confirmedOnly(
  context: Context<ApiEnv>,
  { auth }: Pick<ApiParts, "auth">,
): Promise<Refusal<"confirm-again"> | null> {
  const session = await auth.session(context.req.raw.headers);
  return session !== null && isRecent(session) ? null : refuse("confirm-again");
}
