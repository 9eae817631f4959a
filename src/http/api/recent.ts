import type { Context } from "hono";
import { refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import { isRecent } from "../staff/proving.ts";
import type { ApiEnv, ApiParts } from "./session.ts";

/** What lets a program in or out is given by somebody who has just shown who they are; null: they have. */
export async function notRecent(
  context: Context<ApiEnv>,
  auth: ApiParts["auth"],
): Promise<Refusal<"sign-in-again"> | null> {
  const session = await auth.session(context.req.raw.headers);
  return session !== null && isRecent(session) ? null : refuse("sign-in-again");
}
