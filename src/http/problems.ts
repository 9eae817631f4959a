import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { problemWords } from "../words/problems.ts";
import type { ProblemCode } from "../words/problems.ts";
import { problemPage } from "../site/problem.ts";
import { isForLater } from "./arriving.ts";
import type { Arrived } from "./arriving.ts";
import { languageOf, readerOf } from "./language.ts";

/** The status of each problem with a request itself. */
export const problemStatuses: Readonly<Record<ProblemCode, ContentfulStatusCode>> = {
  "not-found": 404,
  "origin-refused": 403,
  "content-type-refused": 415,
  "body-too-large": 413,
  "malformed-body": 400,
  "invalid-request": 400,
  "rate-limited": 429,
  overloaded: 503,
  unavailable: 503,
  fault: 500,
};

/** Seconds after which somebody who was turned away may come back. */
const retryAfter = { overloaded: 5, unavailable: 15 } as const;

/** The status of a form that comes back with what was written in it: to be corrected, or, where the desk could not keep all of it now, to be sent again later. */
export function refusedStatus(context: Context, arrived: Pick<Arrived, "refusals">): 422 | 503 {
  if (!isForLater(arrived)) return 422;
  context.header("Retry-After", String(retryAfter.unavailable));
  return 503;
}

/** Whether whoever asks is a program: then the answer is problem+json (RFC 9457), else a page. */
export function wantsJson(context: Context): boolean {
  if (/^\/(api|openapi\.json|livez|readyz|metrics)(\/|$)/u.test(context.req.path)) return true;
  const accept = context.req.header("accept") ?? "";
  return accept.includes("json") && !accept.includes("text/html");
}

/** The answer to a request that goes wrong, in the reader's language, with the request's reference; `field`: what of it is wrong, as its reader knows it. */
export function problem(
  context: Context,
  code: ProblemCode,
  { field, desk }: { readonly field?: string; readonly desk?: string } = {},
): Response | Promise<Response> {
  const status = problemStatuses[code];
  const request: unknown = context.get("requestId");
  const at = field === undefined ? {} : { field };
  const reference = typeof request === "string" ? request : "";
  if (code === "overloaded" || code === "unavailable") {
    context.header("Retry-After", String(retryAfter[code]));
  }
  if (!wantsJson(context)) {
    const home = desk === undefined ? {} : { desk };
    const sent = code === "unavailable" ? sentIn(context) : {};
    return context.html(
      problemPage({ reader: readerOf(context), code, reference, ...at, ...home, ...sent }),
      status,
    );
  }
  const [title, detail] = problemWords[languageOf(context)][code];
  const body = {
    type: `/problems/${code}`,
    title,
    status,
    detail,
    code,
    ...at,
    request: reference,
  };
  return context.body(JSON.stringify(body), status, { "Content-Type": "application/problem+json" });
}

/** The form that the request brought, where it was read before things went wrong. */
function sentIn(context: Context): Pick<Parameters<typeof problemPage>[0], "sent"> {
  const values: ReadonlyMap<string, readonly string[]> | undefined = context.get("sent");
  const { pathname, search } = new URL(context.req.url);
  return values === undefined ? {} : { sent: { action: pathname + search, values } };
}
