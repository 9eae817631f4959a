import type { Context, MiddlewareHandler } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { isRefusal, refuse } from "../../core/refusal.ts";
import { beginOnce, doneOnce, keepAnswer, letGo } from "../../desk/integrations/once.ts";
import type { OnceAnswer, OnceHeld } from "../../desk/integrations/once.ts";
import type { Plazo } from "../../desk/plazo.ts";
import { refusalResponse } from "./refused.ts";
import { principalOf } from "./session.ts";
import type { ApiEnv } from "./session.ts";

/** Answers that are longer are not kept: their request is let go of, or said to be done. */
const longest = 256 * 1024;

/**
 * Does each POST with an Idempotency-Key once (draft-ietf-httpapi-idempotency-key-header): the same
 * request again is given the same answer, and says so in `Idempotency-Replayed`. A request that was
 * refused and wrote nothing lets go of its key, so that it can be mended and sent with the same one.
 */
export function doneOnceOnly(plazo: Plazo): MiddlewareHandler<ApiEnv> {
  return async (context, next) => {
    const given = context.req.header("idempotency-key");
    const [, desk] = /\/desks\/([^/]+)\//u.exec(context.req.path) ?? [];
    if (given === undefined || context.req.method !== "POST" || desk === undefined) return next();
    const key = keyIn(given);
    if (key === null) return refusalResponse(context, refuse("idempotency-key-wrong"));
    const begun = await beginOnce(plazo, desk, {
      principal: principalOf(context),
      key,
      asks: await asked(context),
      again: isFiling(context),
    });
    if (isRefusal(begun)) {
      if (begun.refused === "idempotency-under-way") context.header("Retry-After", "1");
      return refusalResponse(context, begun);
    }
    if ("answer" in begun) return replayed(context, begun.answer);
    await doneOnce(begun.held, next);
    await settle(context, plazo, begun.held);
    return undefined;
  };
}

/** The key, with or without the quotation marks of a structured string (RFC 8941 §3.3.3); null: it cannot be one. */
export function keyIn(given: string): string | null {
  const bare = /^"(.*)"$/u.exec(given)?.[1] ?? given;
  return /^[!-~]{1,255}$/u.test(bare) ? bare : null;
}

/** A filing has its own token, made of the key: done again it finds the ticket that it made. */
function isFiling(context: Context): boolean {
  return /\/desks\/[^/]+\/tickets$/u.test(context.req.path);
}

async function asked(context: Context): Promise<string> {
  const { method, url } = context.req;
  const { pathname, search } = new URL(url);
  const type = context.req.header("content-type") ?? "";
  // A file's bytes go by once: its name and its length stand for them.
  const body = type.startsWith("application/json")
    ? await context.req.text()
    : (context.req.header("content-length") ?? "");
  return `${method} ${pathname}${search}\n${body}`;
}

async function settle(context: Context, plazo: Plazo, held: OnceHeld): Promise<void> {
  const { res } = context;
  const type = res.headers.get("content-type") ?? "";
  const isKept = type.startsWith("application/json") || type.startsWith("application/problem+json");
  if (!isKept || res.status >= 500) {
    await letGo(plazo, held);
    return;
  }
  if (!res.ok && (await letGo(plazo, held))) return;
  const body = await res.clone().text();
  if (body.length > longest) return;
  await keepAnswer(plazo, held, { status: res.status, body, type, etag: res.headers.get("etag") });
}

function replayed(context: Context, answer: OnceAnswer): Response {
  context.header("Idempotency-Replayed", "true");
  context.header("Content-Type", answer.type);
  if (answer.etag !== null) context.header("ETag", answer.etag);
  return context.body(answer.body, answer.status as ContentfulStatusCode);
}
