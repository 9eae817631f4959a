import { Hono } from "hono";
import type { Context } from "hono";
import { integrationOf } from "../../desk/integrations/tokens.ts";
import type { Plazo } from "../../desk/plazo.ts";
import { tokenRate } from "../api/token-rate.ts";
import type { Rate } from "../api/token-rate.ts";
import type { Env } from "../env.ts";
import { bearerOf } from "../guard.ts";
import { peerOf, sourceOf } from "../peer.ts";
import { answerTo, message, versions } from "./answer.ts";

/** What the endpoint is made of. */
export interface McpParts {
  readonly plazo: Plazo;
  readonly serves: (desk: string) => boolean;
  readonly rate?: Rate;
}

/** Two a second over a minute: a model reads, and a person waits for it. */
const usual: Rate = { limit: 120, within: 60_000 };

/**
 * `/mcp`: the Model Context Protocol (2025-11-25) over streamable HTTP, without sessions and without
 * streams: each POST is one message, answered with JSON. It is reached with a token of the API, and a
 * token reaches what its scopes cover. Pages of other sites are refused by their `Origin`, as every
 * write is.
 */
export function mcpRoutes({ plazo, serves, rate }: McpParts): Hono<Env> {
  const app = new Hono<Env>();
  const tooMany = tokenRate(rate ?? usual, () => performance.now());
  app.post("/mcp", async (context) => {
    const token = bearerOf(context.req.header("authorization")) ?? "";
    const integration = await integrationOf(plazo, token);
    if (integration === null || !serves(integration.desk)) return unknown(context);
    const refused = tooMany(context, integration.id);
    if (refused !== null) return refused;
    const version = context.req.header("mcp-protocol-version");
    if (version !== undefined && !versions.some((one) => one === version))
      return wrong(context, -32_600, "Unsupported protocol version");
    const body = await context.req.json().then(
      (value: unknown) => ({ value }),
      () => null,
    );
    if (body === null) return wrong(context, -32_700, "Parse error");
    const read = message.safeParse(body.value);
    if (!read.success) return wrong(context, -32_600, "Invalid request");
    const { id, method, params = {} } = read.data;
    if (id === undefined || method === undefined) return context.body(null, 202);
    const source = peerOf(context) === null ? "" : sourceOf(context);
    const answer = await answerTo({ plazo, integration }, { method, params, source });
    return context.json({ jsonrpc: "2.0", id, ...answer });
  });
  // No stream is offered, and there is no session to end.
  app.on(["GET", "DELETE"], "/mcp", (context) => {
    context.header("Allow", "POST");
    return context.body(null, 405);
  });
  return app;
}

function unknown(context: Context<Env>): Response {
  context.header("WWW-Authenticate", 'Bearer error="invalid_token"');
  const error = { code: -32_001, message: "No such token" };
  return context.json({ jsonrpc: "2.0", id: null, error }, 401);
}

function wrong(context: Context<Env>, code: number, said: string): Response {
  return context.json({ jsonrpc: "2.0", id: null, error: { code, message: said } }, 400);
}
