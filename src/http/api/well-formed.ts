import type { MiddlewareHandler } from "hono";
import { problem } from "../problems.ts";

/** U+0000 as JSON writes it: an escape whose backslash is not itself escaped. */
const nothing = /(?<!\\)(?:\\\\)*\\u0000/u;

/** Half of a surrogate pair, of which RFC 8259 §8.2 says that what comes of it cannot be foretold. */
const half =
  /(?<!\\)(?:\\\\)*(?:\\ud[89ab][0-9a-f]{2}(?!\\ud[c-f])|(?<!\\ud[89ab][0-9a-f]{2})\\ud[c-f][0-9a-f]{2})/iu;

/** Refuses text that no database holds, in an address or in JSON, before a route reads it. */
export function wellFormedOnly(): MiddlewareHandler {
  return async (context, next) => {
    if (context.req.url.includes("%00")) return problem(context, "invalid-request");
    if (context.req.header("content-type")?.startsWith("application/json") === true) {
      const text = await context.req.text();
      if (nothing.test(text) || half.test(text)) return problem(context, "invalid-request");
    }
    return next();
  };
}
