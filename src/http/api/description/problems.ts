import { problemStatuses } from "../../problems.ts";
import { refusalStatuses } from "../refused.ts";
import type { Answer, Operation, Shared } from "../../../contract/api-description.ts";

const meanings: Readonly<Record<number, string>> = {
  400: "The request cannot be read; `errors` names each field",
  401: "Nobody is signed in, or the token is not good",
  403: "The role or the token's scopes do not allow it",
  404: "No such thing at this desk, or none that whoever asks may see",
  409: "Somebody else changed it first, or the same request is under way",
  412: "Somebody else did something since the version in If-Match; `facts` says what",
  413: "The body is too large",
  415: "The content is not of a type that this address takes",
  422: "The desk refuses it, with the clause of its manual that says so",
  429: "The token has asked too often; Retry-After says when to come back",
  503: "Not now: Retry-After says when to come back",
};

const content = {
  "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } },
};

/** The codes of a status; those of 422 are every other refusal there is. */
function codesOf(status: number): readonly string[] {
  const all = { ...problemStatuses, ...refusalStatuses };
  const codes = Object.entries(all).flatMap(([code, of]) => (of === status ? [code] : []));
  return status === 412 ? ["changed-meanwhile"] : codes;
}

function answer(status: number): Answer {
  const isLater = status === 429 || status === 503;
  const description = meanings[status] ?? "";
  const codes = codesOf(status);
  return {
    description,
    ...(codes.length === 0 ? {} : { "x-codes": codes }),
    content,
    ...(isLater
      ? { headers: { "Retry-After": { description: "Seconds", schema: { type: "integer" } } } }
      : {}),
  };
}

/** The answers that operations share, by their names. */
export function sharedProblems(): Readonly<Record<string, Answer>> {
  return Object.fromEntries(
    Object.keys(meanings).map((status) => [`Problem${status}`, answer(Number(status))]),
  );
}

/** The problems that an operation may answer with, by status. */
export function problemsOf(
  method: string,
  { parameters = [] }: Pick<Operation, "parameters">,
): Readonly<Record<string, Shared>> {
  const has = (name: string): boolean => parameters.some((one) => one.name === name);
  const statuses = [
    ...[400, 401, 403, 404, 409, 422, 429, 503],
    ...(method === "get" ? [] : [413, 415]),
    ...(has("if-match") ? [412] : []),
  ];
  return Object.fromEntries(
    statuses.map((status) => [String(status), { $ref: `#/components/responses/Problem${status}` }]),
  );
}
