import { problem } from "../../contract/problem.ts";
import type { Problem } from "../../contract/problem.ts";
import { cameOf, unreadable } from "./answer.ts";
import { watched } from "../live/network.ts";
import type { z } from "zod";

/** What a request came to: its answer, or why not. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T; readonly etag: string | null }
  | { readonly ok: false; readonly problem: Problem };

/** A refused or failed request, thrown for the query cache to hold. */
export class RequestRefused extends Error {
  readonly problem: Problem;

  constructor(refused: Problem) {
    super(refused.title);
    this.problem = refused;
  }
}

interface Sending {
  readonly method?: "GET" | "POST" | "PUT";
  readonly body?: unknown;
  readonly bytes?: Blob;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  /** It is done once: the same again, after an answer that never came, is answered and not done twice; under a key of its own where one is given. */
  readonly once?: true | string;
}

/** Keys of requests that went out and were not answered, by what they ask for. */
const unanswered = new Map<string, string>();

/**
 * The workspace's only way to the server: same origin, JSON, problems as values. A network that is
 * gone is the problem `offline`; an answer of another shape is a fault of ours and is thrown.
 */
export async function request<T>(
  path: string,
  schema: z.ZodType<T>,
  sending: Sending = {},
): Promise<Answer<T>> {
  const { method = "GET", body, bytes, headers = {}, signal, once } = sending;
  const asks = `${path}\n${JSON.stringify(body ?? null)}`;
  const key = typeof once === "string" ? once : (unanswered.get(asks) ?? crypto.randomUUID());
  if (once === true) unanswered.set(asks, key);
  const type = bytes === undefined ? "application/json" : "application/octet-stream";
  const response = await watched(
    fetch(`/api/v1${path}`, {
      method,
      credentials: "same-origin",
      headers: {
        accept: "application/json",
        "accept-language": document.documentElement.lang,
        ...(body === undefined && bytes === undefined ? {} : { "content-type": type }),
        ...(once === undefined ? {} : { "idempotency-key": key }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(bytes === undefined ? {} : { body: bytes }),
      ...(signal === undefined ? {} : { signal }),
    }).catch((fault: unknown) => {
      if (signal?.aborted) throw fault;
      return null;
    }),
  );
  if (response === null) return { ok: false, problem: offline };
  const came = await cameOf(response, signal);
  if (came === "cut") return { ok: false, problem: offline };
  unanswered.delete(asks);
  if (response.ok) {
    return {
      ok: true,
      value: schema.parse(JSON.parse(came.text)),
      etag: response.headers.get("etag"),
    };
  }
  const read = problem.safeParse(jsonIn(came.text));
  return { ok: false, problem: read.success ? read.data : unreadable(response.status) };
}

/** The value of an answer; throws `RequestRefused` for a query's error state. */
export function valueOf<T>(answer: Answer<T>): T {
  if (answer.ok) return answer.value;
  throw new RequestRefused(answer.problem);
}

const offline: Problem = { type: "about:blank", title: "offline", status: 0, code: "offline" };

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
