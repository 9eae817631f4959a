import type { Context } from "hono";
import type { By } from "../../desk/register/by.ts";
import type { Env } from "../env.ts";
import { sourceOf } from "../peer.ts";
import type { ApiEnv, Seeing } from "./session.ts";

/** Whoever asks, as the audit says it: by which way in, and from which address. */
export function byOf(context: Context<ApiEnv>, { userId, name, through }: Seeing): By {
  const way = through === undefined ? "workspace" : "api";
  return { who: userId, name, way, source: sourceOf(context as unknown as Context<Env>) };
}
