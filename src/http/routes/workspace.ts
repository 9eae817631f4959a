import { Hono } from "hono";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { encodingFor } from "../compress.ts";
import type { Env } from "../env.ts";
import { problem } from "../problems.ts";
import type { Preferences } from "../../contract/preferences.ts";
import { preferencesOf } from "../../desk/staff/preferences.ts";
import type { Plazo } from "../../desk/plazo.ts";
import { localeOf } from "../../words/dates.ts";
import type { StaffAuth } from "../staff/auth.ts";

interface WorkspaceParts {
  readonly plazo: Plazo;
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
export function workspaceRoutes({ plazo, auth, built }: WorkspaceParts): Hono<Env> {
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
    const page = dress(index.plain, await preferencesOf(plazo, signedIn.userId));
    return context.body(page, 200, { "Content-Type": index.mediaType, ETag: etagOf(page) });
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

/**
 * The page as whoever asks likes it: theme and density stand on its root before any script runs, so
 * that nothing is shown in another colour first, and the rest beside them for the script to read.
 */
function dress(plain: Uint8Array, preferences: Preferences): string {
  const { theme, density, language } = preferences;
  const said = JSON.stringify(preferences).replaceAll('"', "&quot;");
  const root = `<html lang="${localeOf(language ?? "es")}" data-theme="${theme}" data-density="${density}" data-preferences="${said}">`;
  const page = new TextDecoder().decode(plain).replace(/<html[^>]*>/u, root);
  return theme === "system" ? page : page.replace('content="light dark"', `content="${theme}"`);
}

function etagOf(page: string): string {
  return `"${createHash("sha256").update(page).digest("hex").slice(0, 16)}"`;
}
