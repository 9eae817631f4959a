import { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { createHmac, timingSafeEqual } from "node:crypto";
import { cursor } from "../../contract/primitives.ts";
import { refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import type { Plazo } from "../../desk/plazo.ts";

/** What every list takes: where the page begins, and how long it is at most. */
export const pageQuery = z.object({
  cursor: cursor.optional().meta({
    description: "`next` of the page before, with the same filters; none: the first page",
  }),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** What a cursor is not of: how long the page is, and in which language it is said. */
const besides = new Set(["cursor", "limit", "lang"]);

const TAG = 12;

/**
 * Where the page that is asked for begins: the place that the list itself gave; null: at the
 * beginning. Refuses `cursor-foreign`: a cursor that was altered, or is of another list, another
 * desk or other filters.
 */
export function pageWanted(
  context: Context,
  plazo: Plazo,
): { readonly place: string | null } | Refusal<"cursor-foreign"> {
  const given = context.req.query("cursor");
  if (given === undefined) return { place: null };
  const bytes = Buffer.from(given, "base64url");
  const place = bytes.subarray(TAG).toString("utf8");
  const tag = tagOf(context, plazo, place);
  const isOurs =
    bytes.length > TAG &&
    bytes.toString("base64url") === given &&
    timingSafeEqual(tag, bytes.subarray(0, TAG));
  return isOurs ? { place } : refuse("cursor-foreign", { field: "cursor" });
}

/** The cursor of the page after this one, which the answer's `Link` leads to (RFC 8288); null: there is none. */
export function nextPage(context: Context, plazo: Plazo, place: string | null): string | null {
  if (place === null) return null;
  const next = Buffer.concat([tagOf(context, plazo, place), Buffer.from(place)]).toString(
    "base64url",
  );
  const { pathname, searchParams } = new URL(context.req.url);
  searchParams.set("cursor", next);
  context.header("Link", `<${pathname}?${searchParams}>; rel="next"`);
  return next;
}

/** What ties a place to its list, desk and filters, so that it means nothing elsewhere. */
function tagOf(context: Context, { settings }: Plazo, place: string): Buffer {
  const { pathname, searchParams } = new URL(context.req.url);
  const filters = [...searchParams]
    .flatMap(([name, value]) => (besides.has(name) ? [] : [JSON.stringify([name, value])]))
    .toSorted();
  return createHmac("sha256", settings.secret)
    .update(JSON.stringify(["cursor", pathname, filters, place]))
    .digest()
    .subarray(0, TAG);
}
