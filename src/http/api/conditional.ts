import type { Context } from "hono";

/** The version of a ticket or of a draft as an entity tag (RFC 9110 §8.8.3). */
export function etagOf(version: number): string {
  return `"${version}"`;
}

/**
 * The answer to who has this version already: 304, without a body (RFC 9110 §13.1.2); null: they have
 * not. Weak and strong tags are compared alike, as a GET does.
 */
export function unchanged(context: Context, version: number): Response | null {
  const etag = etagOf(version);
  context.header("ETag", etag);
  const wanted = context.req.header("if-none-match");
  if (wanted === undefined) return null;
  const tags = wanted.split(",").map((tag) => tag.trim().replace(/^W\//u, ""));
  return tags.includes(etag) || tags.includes("*") ? context.body(null, 304) : null;
}
