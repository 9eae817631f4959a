import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Problem } from "../../contract/problem.ts";
import type { Language } from "../../core/policy/text.ts";
import type { Refusal } from "../../core/refusal.ts";
import { deskRefusalInWords } from "../../words/desk-refusals.ts";
import { problemWords } from "../../words/problems.ts";
import { isWorded, refusalInWords } from "../../words/refusals.ts";
import { sayWrongData } from "../../words/wrong-data.ts";
import type { WrongDatum } from "../../words/wrong-data.ts";
import { languageOf } from "../language.ts";

/** Statuses of refusals that are not the policy's: the rest are 422. */
export const refusalStatuses: Readonly<Record<string, ContentfulStatusCode>> = {
  "not-signed-in": 401,
  "live-full": 429,
  "token-refused": 401,
  "role-may-not": 403,
  "confirm-again": 403,
  "not-a-member": 404,
  "scope-missing": 403,
  "sign-in-again": 403,
  "person-needed": 403,
  "no-such-token": 404,
  "no-such-webhook": 404,
  "no-such-view": 404,
  "opinion-not-asked": 409,
  "no-such-bulk": 404,
  "view-name-taken": 409,
  "bulk-undone-already": 409,
  "bulk-started": 409,
  "no-such-feed": 404,
  "no-such-draft": 404,
  "no-such-article": 404,
  "article-taken": 409,
  "article-meanwhile": 409,
  "no-such-composition": 404,
  "no-such-error-code": 404,
  "error-code-meanwhile": 409,
  "sat-unreachable": 502,
  "sat-unclear": 502,
  "no-such-canned": 404,
  "reply-departing": 409,
  "left-already": 409,
  "draft-changed": 409,
  "canned-meanwhile": 409,
  "not-replayable": 409,
  "cursor-foreign": 400,
  "idempotency-key-wrong": 400,
  "idempotency-under-way": 409,
  "idempotency-answer-lost": 409,
  "no-such-desk": 404,
  "no-such-ticket": 404,
  "no-such-clock": 404,
  "no-such-message": 404,
  "no-such-mailbox": 404,
  "no-such-mail": 404,
  "mail-decided": 409,
  "no-such-file": 404,
  "no-such-policy": 404,
  "no-tracker": 404,
  "no-such-follower": 404,
  "no-such-organisation": 404,
  "no-such-call": 404,
  "call-not-owed": 409,
  "no-such-contact": 404,
  "changed-in-register": 409,
  "no-draft": 404,
  "no-such-backtest": 404,
  "changed-meanwhile": 409,
  "not-sendable-again": 409,
  "sent-again-already": 409,
  "version-meanwhile": 409,
  "draft-meanwhile": 409,
  "backtest-busy": 409,
};

/** A refusal as problem+json (RFC 9457): its code, its words in the reader's language, its clause; `as`: a status that the request itself calls for. */
export function refusalResponse(
  context: Context,
  refusal: Refusal,
  as?: ContentfulStatusCode,
): Response {
  const language = languageOf(context);
  const status = as ?? refusalStatuses[refusal.refused] ?? 422;
  const { field, facts } = refusal;
  const body: Problem = {
    type: `/problems/${refusal.refused}`,
    title: inWords(refusal, language),
    status,
    code: refusal.refused,
    ...sourceOf(refusal),
    ...(field === undefined ? {} : { field }),
    ...(facts === undefined ? {} : { facts }),
  };
  return context.body(JSON.stringify(body), status, { "Content-Type": "application/problem+json" });
}

/** All that is wrong with a form, at once: the first as the problem itself, each among its errors. */
export function refusalsResponse(context: Context, refusals: readonly Refusal[]): Response {
  const [first] = refusals;
  if (first === undefined) throw new Error("nothing was refused");
  const language = languageOf(context);
  const errors = refusals.map((refusal) => ({
    code: refusal.refused,
    ...(refusal.field === undefined ? {} : { field: refusal.field }),
    ...sourceOf(refusal),
    detail: inWords(refusal, language),
  }));
  const status = refusalStatuses[first.refused] ?? 422;
  const body: Problem = {
    type: `/problems/${first.refused}`,
    title: inWords(first, language),
    status,
    code: first.refused,
    ...sourceOf(first),
    ...(first.field === undefined ? {} : { field: first.field }),
    errors,
  };
  return context.body(JSON.stringify(body), status, { "Content-Type": "application/problem+json" });
}

/** Data that is not as its schema says: each field by its name, with what is wrong with it. */
export function wrongDataResponse(context: Context, wrong: readonly WrongDatum[]): Response {
  const language = languageOf(context);
  const [title] = problemWords[language]["invalid-request"];
  const errors = sayWrongData(wrong, language);
  const code = "invalid-request";
  const body: Problem = { type: `/problems/${code}`, title, status: 400, code, errors };
  return context.body(JSON.stringify(body), 400, { "Content-Type": "application/problem+json" });
}

/** The clauses of the manual that say no, and the reading that was taken of them. */
function sourceOf({ clause, assumed }: Refusal): Pick<Problem, "clause" | "assumed"> {
  return {
    ...(clause === undefined || clause.length === 0 ? {} : { clause: [...clause] }),
    ...(assumed === undefined ? {} : { assumed }),
  };
}

/** A refusal in the reader's words; one that has none says its code. */
export function inWords(refusal: Refusal, language: Language): string {
  if (isWorded(refusal)) return refusalInWords(refusal, language);
  return deskRefusalInWords(refusal, language) ?? refusal.refused;
}
