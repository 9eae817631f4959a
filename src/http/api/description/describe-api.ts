import type { OpenAPIHono } from "@hono/zod-openapi";
import { problem } from "../../../contract/problem.ts";
import { scopeNames } from "../../../core/access/scopes.ts";
import type { ApiEnv } from "../session.ts";
import type {
  Answer,
  Description,
  Method,
  Operation,
  Parameter,
} from "../../../contract/api-description.ts";
import { examples } from "./examples.ts";
import { operationOf } from "./operation.ts";
import { problemsOf, sharedProblems } from "./problems.ts";
import { gatherSchemas } from "./schemas.ts";
import { subjectOf, subjects } from "./tags.ts";

const about = [
  "A help desk whose program is its published manual.",
  "A program asks with a token: `Authorization: Bearer plazo_…`.",
  `Scopes: ${scopeNames.join(", ")}.`,
].join(" ");

const idempotencyKey: Parameter = {
  name: "idempotency-key",
  in: "header",
  required: false,
  description:
    "1 to 255 visible characters of your own making: the same request with it is done once and answered alike for 24 hours",
  schema: { type: "string", minLength: 1, maxLength: 255 },
};

/** The API's description (OpenAPI 3.1), as `/openapi.json` serves it. */
export function describeApi(routes: OpenAPIHono<ApiEnv>, url: string): Description {
  const schemas = gatherSchemas();
  const paths: Record<string, Partial<Record<Method, Operation>>> = {};
  for (const definition of routes.openAPIRegistry.definitions) {
    if (definition.type !== "route") continue;
    const { path } = definition.route;
    const method = definition.route.method as Method;
    const operation = whole(operationOf(definition.route, schemas), { path, method });
    paths[path] = { ...paths[path], [method]: operation };
  }
  // A problem is answered by every operation, whichever describe it themselves.
  schemas.describe(problem, "output");
  return {
    openapi: "3.1.0",
    info: { title: "Plazo", version: "1", description: about },
    servers: [{ url: `${url}/api/v1` }],
    tags: tagsIn(paths),
    security: [{ token: [] }, { session: [] }],
    components: { schemas: schemas.named(), responses: sharedProblems(), securitySchemes },
    paths,
  };
}

const securitySchemes = {
  token: {
    type: "http",
    scheme: "bearer",
    description: "A token of an integration, made by an administrator of the desk",
  },
  session: {
    type: "apiKey",
    in: "cookie",
    name: "plazo.session_token",
    description: "The session of somebody who is signed in; writes come from our own pages",
  },
} as const;

function tagsIn(paths: Description["paths"]): Description["tags"] {
  const used = new Set(
    Object.values(paths).flatMap((at) => Object.values(at).flatMap(({ tags }) => tags)),
  );
  const known = subjects.filter(({ name }) => used.delete(name));
  return [
    ...known.map(({ name, description }) => ({ name, description })),
    ...[...used].toSorted().map((name) => ({ name, description: name })),
  ];
}

/** An operation with what all of its kind have: a subject, the key of a POST, the problems. */
function whole(
  operation: Operation,
  { path, method }: { readonly path: string; readonly method: Method },
): Operation {
  const keyed = method === "post" && path.startsWith("/desks/") ? [idempotencyKey] : [];
  const parameters = [...(operation.parameters ?? []), ...keyed];
  const { requestBody } = operation;
  const described = {
    ...operation,
    tags: [subjectOf(path, method)],
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(requestBody === undefined ? {} : { requestBody: withExample(operation) }),
  };
  const answers = Object.entries(operation.responses).filter(([status]) => /^[23]/u.test(status));
  const responses = {
    ...Object.fromEntries(
      answers.map(([status, one]) => [status, "$ref" in one ? one : withHeaders(described, one)]),
    ),
    ...(parameters.some(({ name }) => name === "if-none-match")
      ? { 304: { description: "The version in If-None-Match is still the newest" } }
      : {}),
    ...problemsOf(method, described),
  };
  return { ...described, responses };
}

function withExample({
  operationId,
  requestBody,
}: Operation): NonNullable<Operation["requestBody"]> {
  const example = examples[operationId];
  const json = requestBody?.content["application/json"];
  if (requestBody === undefined || json === undefined || example === undefined)
    return requestBody ?? { content: {} };
  const content = { ...requestBody.content, "application/json": { ...json, example } };
  return { ...requestBody, content };
}

function withHeaders({ parameters = [] }: Operation, answer: Answer): Answer {
  const has = (name: string): boolean => parameters.some((one) => one.name === name);
  const string = { type: "string" } as const;
  const headers = {
    ...(has("cursor")
      ? { Link: { description: 'The next page, as rel="next" (RFC 8288)', schema: string } }
      : {}),
    ...(has("if-match") || has("if-none-match")
      ? { ETag: { description: "The version", schema: string } }
      : {}),
    ...(has("idempotency-key")
      ? {
          "Idempotency-Replayed": {
            description: "`true`: this is the answer that the request was given before",
            schema: string,
          },
        }
      : {}),
    RateLimit: { description: "What a token has left, and for how many seconds", schema: string },
  };
  return { ...answer, headers: { ...answer.headers, ...headers } };
}
