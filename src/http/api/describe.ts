import { z } from "@hono/zod-openapi";
import type { RouteConfig } from "@hono/zod-openapi";
import { problem } from "../../contract/problem.ts";
import { deskId, folio } from "../../contract/primitives.ts";

/** Parameters of a desk's addresses. */
export const atDesk = z.object({ desk: deskId });

/** Parameters of a ticket's addresses. */
export const atTicket = z.object({ desk: deskId, folio });

/** Without a fixed type of content a handler may answer with a plain `Response`: a problem. */
type AnyResponse = RouteConfig["responses"][string];

/** An answer in JSON, with the problems that any route may answer. */
export function answers<Schema extends z.ZodType>(schema: Schema, description: string) {
  return { 200: { description, content: { "application/json": { schema } } }, ...problems };
}

const problemContent = { "application/problem+json": { schema: problem } };

// Typed: what a handler may answer with. The description says more of each (see `description/problems.ts`).
const problems: Readonly<Record<400 | 401 | 403 | 404 | 409 | 422, AnyResponse>> = {
  400: { description: "The request cannot be read", content: problemContent },
  401: { description: "Nobody is signed in", content: problemContent },
  403: { description: "The role does not allow it", content: problemContent },
  404: { description: "No such thing at this desk", content: problemContent },
  409: { description: "Somebody else changed it first", content: problemContent },
  422: {
    description: "The policy refuses it, with the clause that says so",
    content: problemContent,
  },
};

/** A body in JSON. */
export function body<Schema extends z.ZodType>(schema: Schema) {
  return { required: true, content: { "application/json": { schema } } };
}
