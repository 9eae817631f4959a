import { z } from "zod";
import { may } from "../../core/access/may.ts";
import { scopeNames, covers } from "../../core/access/scopes.ts";
import { isRefusal, refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import { recordCall } from "../../desk/integrations/record-call.ts";
import { deskRefusalInWords } from "../../words/desk-refusals.ts";
import { isWorded, refusalInWords } from "../../words/refusals.ts";
import { readTools } from "./read-tools.ts";
import type { Asking, Tool } from "./tool.ts";
import { untrustedNotice } from "./untrusted.ts";
import { writeTools } from "./write-tools.ts";

/** Versions of the protocol that are spoken, the newest first. */
export const versions = ["2025-11-25", "2025-06-18", "2025-03-26"] as const;

const tools: readonly Tool[] = [...readTools, ...writeTools];

/** A message of JSON-RPC 2.0: a request has an id, a notification has none. */
export const message = z.object({
  jsonrpc: z.literal("2.0"),
  id: z.union([z.string(), z.int()]).optional(),
  method: z.string().optional(),
  params: z.record(z.string(), z.unknown()).optional(),
});

/** What is answered to a request: a result, or an error of JSON-RPC 2.0 §5.1. */
export type Answer =
  | { readonly result: object }
  | { readonly error: { readonly code: number; readonly message: string } };

/** A request, and where it came from. */
export interface Request {
  readonly method: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly source: string;
}

/** Answers a request by the Model Context Protocol (2025-11-25): what it is, which tools the token may use, and using one. */
export async function answerTo(asking: Asking, request: Request): Promise<Answer> {
  const { method, params } = request;
  switch (method) {
    case "initialize":
      return { result: initialized(params["protocolVersion"]) };
    case "ping":
      return { result: {} };
    case "tools/list":
      return { result: { tools: tools.filter((one) => mayUse(asking, one)).map(listed) } };
    case "tools/call":
      return called(asking, request);
    default:
      return { error: { code: -32_601, message: `Method not found: ${method.slice(0, 100)}` } };
  }
}

function initialized(wanted: unknown): object {
  return {
    protocolVersion: versions.find((one) => one === wanted) ?? versions[0],
    capabilities: { tools: { listChanged: false } },
    serverInfo: { name: "plazo", title: "Plazo", version: "1" },
    instructions: `A help desk whose promises are computed from its published manual: read a deadline from these tools, never compute one. ${untrustedNotice}`,
  };
}

function mayUse({ integration: { scopes } }: Asking, { action }: Tool): boolean {
  return may({ scopes }, action);
}

function listed({ name, title, description, writes, input }: Tool): object {
  const { $schema: _schema, ...inputSchema } = z.toJSONSchema(input, { io: "input" });
  const annotations = {
    ...{ title, readOnlyHint: !writes, openWorldHint: false },
    ...(writes ? { destructiveHint: false, idempotentHint: false } : {}),
  };
  return { name, title, description, inputSchema, annotations };
}

async function called(asking: Asking, { params, source }: Request): Promise<Answer> {
  const wanted = tools.find(({ name }) => name === params["name"]);
  if (wanted === undefined) return { error: { code: -32_602, message: "Unknown tool" } };
  const read = wanted.input.safeParse(params["arguments"] ?? {});
  if (!read.success) return { result: failed(z.prettifyError(read.error)) };
  const { integration, plazo } = asking;
  const folio = typeof read.data["folio"] === "string" ? read.data["folio"] : null;
  await recordCall(plazo, integration, { tool: wanted.name, folio, source });
  const done = mayUse(asking, wanted) ? await wanted.run(asking, read.data) : missingScope(wanted);
  if (isRefusal(done)) return { result: failed(refusalSaid(done)) };
  return {
    result: {
      content: [{ type: "text", text: JSON.stringify(done) }],
      structuredContent: done,
      isError: false,
    },
  };
}

function missingScope({ action }: Tool): Refusal {
  const would = scopeNames.filter((scope) => covers({ scopes: [scope] }, action));
  return refuse("scope-missing", { facts: { action, scopes: would } });
}

/** A "no" that the reader can do something about: its code, and its words. */
function refusalSaid(refusal: Refusal): string {
  const words = isWorded(refusal)
    ? refusalInWords(refusal, "en")
    : deskRefusalInWords(refusal, "en");
  const facts = refusal.facts === undefined ? "" : ` ${JSON.stringify(refusal.facts)}`;
  return `${refusal.refused}: ${words ?? ""}${facts}`;
}

function failed(text: string): object {
  return { content: [{ type: "text", text }], isError: true };
}
