import { places } from "./types.ts";
import type { Operations, Problem } from "./types.ts";

/** What a client is made with. */
export interface ClientOptions {
  /** The address of the API: "https://ayuda.example.com/api/v1". */
  readonly url: string;
  /** A token of an integration: "plazo_…". */
  readonly token: string;
  /** The language of problems. */
  readonly language?: "es" | "en";
  /** Another fetch, in tests for instance. */
  readonly fetch?: (request: Request) => Promise<Response> | Response;
}

/** A request that was refused: its problem, as the desk said it. */
export class Refused extends Error {
  readonly problem: Problem;
  /** Seconds after which to come back, where the desk said so. */
  readonly retryAfter: number | null;

  constructor(problem: Problem, retryAfter: number | null) {
    super(`${problem.code}: ${problem.title}`);
    this.problem = problem;
    this.retryAfter = retryAfter;
  }
}

/** What an operation is asked with. */
export type Asking<Name extends keyof Operations> = Part<"path", Operations[Name]["path"]> &
  Partial<Record<"query", Operations[Name]["query"]>> &
  Partial<Record<"headers", Operations[Name]["headers"]>> &
  (Operations[Name]["body"] extends undefined
    ? Record<never, never>
    : { readonly body: Operations[Name]["body"] }) & {
    /** The key with which a POST is done once; one is made where it is left out. */
    readonly key?: string;
  };

type Part<Name extends string, Value> =
  Record<never, never> extends Value ? Partial<Record<Name, Value>> : Record<Name, Value>;

/** What came back: the answer, its version, and whether it was given before. */
export interface Answered<Answer> {
  readonly answer: Answer;
  readonly etag: string | null;
  readonly replayed: boolean;
}

/** Asks operations by their names. Throws `Refused` where the desk refuses. */
export type Client = <Name extends keyof Operations>(
  name: Name,
  asking: Asking<Name>,
) => Promise<Answered<Operations[Name]["answer"]>>;

interface Loose {
  readonly path?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  readonly key?: string;
}

/** Makes a client of the API. A POST that the network swallows is sent once more, with its key. */
export function plazoClient(options: ClientOptions): Client {
  const send = options.fetch ?? ((request: Request) => fetch(request));
  return async (name, asking) => {
    const key = (asking as Loose).key ?? crypto.randomUUID();
    const make = (): Request => requestOf(options, name, { ...(asking as Loose), key });
    const isSafe = !((asking as Loose).body instanceof ReadableStream);
    const response = await Promise.resolve(send(make())).catch((fault: unknown) => {
      if (!isSafe) throw fault;
      return send(make());
    });
    if (!response.ok) throw await refusedOf(response);
    const isJson = (response.headers.get("content-type") ?? "").startsWith("application/json");
    return {
      answer: (isJson ? await response.json() : response) as never,
      etag: response.headers.get("etag"),
      replayed: response.headers.get("idempotency-replayed") === "true",
    };
  };
}

function requestOf(
  { url, token, language = "es" }: ClientOptions,
  name: keyof Operations,
  { path = {}, query = {}, headers = {}, body, key }: Loose,
): Request {
  const [method, place] = places[name];
  const filled = place.replaceAll(/\{(\w+)\}/gu, (_, part: string) =>
    encodeURIComponent(String(path[part])),
  );
  const said = Object.entries(query).filter(([, value]) => value !== undefined);
  const search = new URLSearchParams(said.map(([one, value]) => [one, String(value)]));
  const isBytes = body instanceof Uint8Array || body instanceof Blob;
  const content = isBytes ? (body as Blob) : JSON.stringify(body);
  return new Request(`${url}${filled}${search.size === 0 ? "" : `?${search}`}`, {
    method,
    headers: {
      ...Object.fromEntries(Object.entries(headers).map(([one, value]) => [one, String(value)])),
      authorization: `Bearer ${token}`,
      "accept-language": language,
      ...(method === "POST" && key !== undefined ? { "idempotency-key": key } : {}),
      ...(body === undefined
        ? {}
        : { "content-type": isBytes ? "application/octet-stream" : "application/json" }),
    },
    ...(body === undefined ? {} : { body: content }),
  });
}

async function refusedOf(response: Response): Promise<Refused> {
  const after = response.headers.get("retry-after");
  const problem = (await response.json().catch(() => null)) as Problem | null;
  const unreadable = { type: "about:blank", title: "unreadable", status: response.status };
  return new Refused(
    problem ?? { ...unreadable, code: "unreadable" },
    after === null ? null : Number(after),
  );
}
