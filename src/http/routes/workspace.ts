import { Hono } from "hono";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { encodingFor } from "../compress.ts";
import type { Env } from "../env.ts";
import { problem } from "../problems.ts";
import type { StaffAuth } from "../staff/auth.ts";

interface WorkspaceParts {
  readonly auth: StaffAuth;
  /** The folder of the built workspace; `null`: it was not built. */
  readonly built: string | null;
}

interface BuiltFile {
  readonly mediaType: string;
  readonly plain: Uint8Array<ArrayBuffer>;
  /** Compressed at the first request for it, then kept. */
  readonly packed: Map<"br" | "gzip", Uint8Array<ArrayBuffer>>;
}

/** The workspace: one page for every address under `/app`, and its files. */
export function workspaceRoutes({ auth, built }: WorkspaceParts): Hono<Env> {
  const routes = new Hono<Env>();
  const files = built === null ? new Map<string, BuiltFile>() : readBuilt(built);
  const index = files.get("index.html");

  routes.get("/app/assets/:name", (context) => {
    const file = files.get(context.req.param("name"));
    if (file === undefined || file === index) return problem(context, "not-found");
    const encoding = encodingFor(context.req.header("accept-encoding"));
    const headers: Record<string, string> = {
      "Content-Type": file.mediaType,
      "Cache-Control": "public, max-age=31536000, immutable",
      Vary: "Accept-Encoding",
    };
    if (encoding !== null) headers["Content-Encoding"] = encoding;
    return context.body(encoding === null ? file.plain : pack(file, encoding), 200, headers);
  });

  routes.on("GET", ["/app", "/app/*"], async (context) => {
    if (index === undefined) return problem(context, "not-found");
    const signedIn = await auth.whoIs(context.req.raw.headers);
    if (signedIn === null) {
      const { pathname, search } = new URL(context.req.url);
      return context.redirect(`/app/entrar?next=${encodeURIComponent(pathname + search)}`, 302);
    }
    return context.body(index.plain, 200, { "Content-Type": index.mediaType, ETag: etagOf(index) });
  });
  return routes;
}

const mediaTypes: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  svg: "image/svg+xml",
  woff2: "font/woff2",
};

function readBuilt(folder: string): Map<string, BuiltFile> {
  const files = new Map<string, BuiltFile>();
  for (const name of readdirSync(folder)) {
    const mediaType = mediaTypes[name.split(".").at(-1) ?? ""];
    if (mediaType === undefined) continue;
    files.set(name, {
      mediaType,
      plain: new Uint8Array(readFileSync(join(folder, name))),
      packed: new Map(),
    });
  }
  return files;
}

function pack(file: BuiltFile, encoding: "br" | "gzip"): Uint8Array<ArrayBuffer> {
  const known = file.packed.get(encoding);
  if (known !== undefined) return known;
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 8 } };
  const packed = new Uint8Array(
    encoding === "br" ? brotliCompressSync(file.plain, quality) : gzipSync(file.plain),
  );
  file.packed.set(encoding, packed);
  return packed;
}

function etagOf({ plain }: BuiltFile): string {
  return `"${createHash("sha256").update(plain).digest("hex").slice(0, 16)}"`;
}
