import type { Context } from "hono";
import { readForm } from "../../channels/web-form/read-form.ts";
import { isRefusal } from "../../core/refusal.ts";
import { MINUTE } from "../../core/time/instant.ts";
import type { Plazo } from "../../desk/plazo.ts";
import { lackOf, secondFactorOf } from "../../desk/staff/second-factor.ts";
import type { Lack, SecondFactor } from "../../desk/staff/second-factor.ts";
import { firstOf } from "../arriving.ts";
import type { Env } from "../env.ts";
import { problem } from "../problems.ts";
import type { Cookies, Session, StaffAuth } from "./auth.ts";

/** What the pages of proof are made of. */
export interface ProvingParts {
  readonly plazo: Plazo;
  readonly auth: StaffAuth;
}

/** Milliseconds for which a proof counts as given just now. */
const recent = 10 * MINUTE;

/** Whether a session's owner has proved themselves just now: asked for before what changes who can get in. */
export function isRecent({ confirmed }: Pick<Session, "confirmed">): boolean {
  return Date.now() - confirmed < recent;
}

/** A session, with what its owner has for a second proof and what the session lacks. */
export interface Standing {
  readonly session: Session;
  readonly factor: SecondFactor;
  readonly lack: Lack;
}

/** Who asks, however far they have proved themselves; `null`: nobody is signed in. */
export async function standingOf(
  { plazo, auth }: ProvingParts,
  headers: Headers,
): Promise<Standing | null> {
  const session = await auth.session(headers);
  if (session === null) return null;
  const factor = await secondFactorOf(plazo, session.userId);
  const lack = session.assurance === "two" ? "nothing" : lackOf(factor);
  return { session, factor, lack };
}

const bounds = { fields: 20, fieldBytes: 8_000, files: 0, bodyBytes: 32 * 1024 };

/** What was typed into a form of these pages; a response where it cannot be read. */
export async function typedInto(
  context: Context<Env>,
): Promise<((name: string) => string) | Response> {
  const values = await readForm(context.req.raw, { bounds, take: () => Promise.resolve() });
  if (isRefusal(values)) return problem(context, values.refused);
  return (name) => firstOf(values, name) ?? "";
}

/** A path of the workspace to go to after signing in; anything else, a foreign address above all, is its start. */
export function ownPath(next: string | undefined): string {
  return next !== undefined && /^\/app(\/[\w\-./?=&%]*)?$/u.test(next) && !next.includes("//")
    ? next
    : "/app";
}

/** Sets cookies on a response. */
export function withCookies(response: Response, cookies: Cookies): Response {
  for (const cookie of cookies) response.headers.append("Set-Cookie", cookie);
  return response;
}

/** Where to go to give what is lacking, and come back. */
export function lackPath(lack: Exclude<Lack, "nothing">, next: string): string {
  const path = lack === "proof" ? "/app/segundo-factor" : "/app/segundo-factor/activar";
  return `${path}?next=${encodeURIComponent(next)}`;
}
