import type { Context, MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { isIP } from "node:net";
import { problem } from "./problems.ts";

const reads = new Set(["GET", "HEAD", "OPTIONS"]);

/** Bytes of a request that is not a form with files or a file by itself. */
const smallBody = 1024 * 1024;

/** The names at which our own pages stand. */
export interface OwnNames {
  /** The address of the installation. */
  readonly url: string;
  /** Whether a name, without its port, was given to a desk. */
  readonly isDesks: (name: string) => boolean;
}

/**
 * Guards every write: it comes from a page of our own (`Origin`, or `Sec-Fetch-Site` where a browser
 * leaves it out) or carries a token of its own and no cookie; its content is of a type that its
 * address takes; its body has a bound. Reads pass: a GET changes nothing anywhere.
 */
export function guardWrites({ url, isDesks }: OwnNames): MiddlewareHandler {
  const own = { host: new URL(url).host, isDesks };
  const measured = bodyLimit({
    maxSize: smallBody,
    onError: (context) => problem(context, "body-too-large"),
  });
  return async (context, next) => {
    if (reads.has(context.req.method)) return next();
    if (!bearsToken(context) && !isFromHere(context, own) && !isOneClick(context))
      return problem(context, "origin-refused");
    const taken = contentTaken(context);
    if (taken !== null) return problem(context, taken);
    // What does not say its length (RFC 9112 §7.1) is counted as it is read; files are, by who keeps them.
    const unsaid = context.req.header("transfer-encoding") !== undefined;
    return unsaid && !isLarge(contentType(context)) ? measured(context, next) : next();
  };
}

/**
 * A program with a token of its own has no page. Its cookies, where it has any, are not looked at (see
 * `identifiedOnly`), and no page of another site can send the header: that takes a preflight (Fetch
 * §3.2.2) which nothing here answers.
 */
function bearsToken(context: Context): boolean {
  const { path } = context.req;
  return path.startsWith("/api/") && bearerOf(context.req.header("authorization")) !== null;
}

/** The token that a request bears (RFC 6750 §2.1); null: it bears none. */
export function bearerOf(authorization: string | undefined): string | null {
  return /^bearer +([\w.~+/=-]+) *$/iu.exec(authorization ?? "")?.[1] ?? null;
}

interface Own {
  readonly host: string;
  readonly isDesks: (name: string) => boolean;
}

/**
 * OWASP ASVS 5.0 §3.5.1: cross-site requests are told by what only the browser can write. A name is
 * not ours because a request says it: whoever owns another name may let it lead to this machine.
 */
function isFromHere(context: Context, own: Own): boolean {
  const origin = context.req.header("origin");
  if (origin === undefined) {
    const site = context.req.header("sec-fetch-site");
    if (site !== undefined) return site === "same-origin";
    return context.req.header("authorization")?.startsWith("Bearer ") === true;
  }
  const host = hostOf(origin);
  if (host === undefined || host === own.host) return host !== undefined;
  if (host !== context.req.header("host")) return false;
  const name = host.replace(/:\d+$/u, "");
  return isOfNobodyElse(name) || own.isDesks(name);
}

/** An address in figures and this very machine's name: nobody else can let them lead here. */
function isOfNobodyElse(name: string): boolean {
  return name === "localhost" || isIP(name.replace(/^\[|\]$/gu, "")) !== 0;
}

let last: { readonly origin: string; readonly host: string | undefined } | null = null;

/** The host of an origin; undefined where it is none. One after another comes from the same, and parsing costs more than all else here. */
function hostOf(origin: string): string | undefined {
  if (last?.origin !== origin) last = { origin, host: URL.parse(origin)?.host };
  return last.host;
}

/**
 * RFC 8058 §3.2: a mail program stops a digest with a POST of its own. It has no page, no cookie, and its
 * right is the token in the address; a browser would say where it comes from, and is asked that.
 */
function isOneClick(context: Context): boolean {
  const headers = ["origin", "sec-fetch-site", "cookie"];
  return (
    /^\/d\/[^/]+\/seguimiento\/[^/]+$/u.test(context.req.path) &&
    headers.every((name) => context.req.header(name) === undefined)
  );
}

function contentTaken(context: Context): "content-type-refused" | "body-too-large" | null {
  const type = contentType(context);
  const length = Number(context.req.header("content-length") ?? "0");
  const empty =
    type === "" && length === 0 && context.req.header("transfer-encoding") === undefined;
  if (empty) return null;
  if (!typesTaken(context.req.path).includes(type)) return "content-type-refused";
  return !isLarge(type) && !(length <= smallBody) ? "body-too-large" : null;
}

function contentType(context: Context): string {
  return (context.req.header("content-type") ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? "";
}

/** Types of a form with files and of a file by itself. */
function isLarge(type: string): boolean {
  return type === "multipart/form-data" || type === "application/octet-stream";
}

/** The types of content that an address takes: files by themselves only where uploads go. */
function typesTaken(path: string): readonly string[] {
  if (/^\/api\/.*\/(?:uploads\/|register\/import$|article-files$)/u.test(path))
    return ["application/octet-stream"];
  if (path.startsWith("/api/")) return ["application/json"];
  if (path.startsWith("/d/")) return ["multipart/form-data", "application/x-www-form-urlencoded"];
  return ["application/json", "application/x-www-form-urlencoded"];
}
