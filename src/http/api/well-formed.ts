import type { MiddlewareHandler } from "hono";
import type { WrongDatum } from "../../words/wrong-data.ts";
import { problem } from "../problems.ts";
import { wrongDataResponse } from "./refused.ts";

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
      if (nothing.test(text) || half.test(text)) {
        const sent = await context.req.json<unknown>().then(
          (value) => value,
          () => null,
        );
        const wrong = illFormedIn(sent);
        return wrong.length === 0
          ? problem(context, "invalid-request")
          : wrongDataResponse(context, wrong);
      }
    }
    return next();
  };
}

/** The fields of what was sent that hold such characters, at most ten. */
function illFormedIn(sent: unknown): WrongDatum[] {
  const found: WrongDatum[] = [];
  const walk = (value: unknown, path: readonly string[]): void => {
    if (found.length === 10 || path.length > 20) return;
    if (typeof value === "string") {
      if (!isText(value)) found.push({ code: "not_text", path, message: "" });
    } else if (typeof value === "object" && value !== null)
      for (const [key, inside] of Object.entries(value))
        walk(isText(key) ? inside : key, [...path, isText(key) ? key : key.toWellFormed()]);
  };
  walk(sent, []);
  return found;
}

const isText = (value: string): boolean => value.isWellFormed() && !value.includes("\0");
