import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { brotliCompressSync, gzipSync } from "node:zlib";

/** A file that every page may ask for, ready in each encoding. */
export interface Asset {
  /** Its name with the hash of its content in it: it can be cached for ever. */
  readonly name: string;
  readonly mediaType: string;
  readonly plain: Uint8Array<ArrayBuffer>;
  readonly br: Uint8Array<ArrayBuffer>;
  readonly gzip: Uint8Array<ArrayBuffer>;
}

function load(file: string, mediaType: string): Asset {
  const plain = new Uint8Array(readFileSync(new URL(`./assets/${file}`, import.meta.url)));
  const hash = createHash("sha256").update(plain).digest("hex").slice(0, 10);
  const [stem, ending] = file.split(".");
  return {
    name: `${stem}.${hash}.${ending}`,
    mediaType,
    plain,
    br: new Uint8Array(brotliCompressSync(plain)),
    gzip: new Uint8Array(gzipSync(plain, { level: 9 })),
  };
}

/** The style of every page that clients see. */
export const style: Asset = load("site.css", "text/css; charset=utf-8");

/** What helps where there is JavaScript; nothing needs it. */
export const script: Asset = load("site.js", "text/javascript; charset=utf-8");

/** What offers articles while somebody writes in a form. */
export const suggestScript: Asset = load("suggest.js", "text/javascript; charset=utf-8");

/** What keeps the tracker of whoever follows it from outside up to date. */
export const trackerScript: Asset = load("tracker.js", "text/javascript; charset=utf-8");

/** What asks the browser for passkeys, on the pages of the staff's sign-in. */
export const passkeyScript: Asset = load("passkeys.js", "text/javascript; charset=utf-8");

/** The icon of the desk's pages. */
export const icon: Asset = load("icon.svg", "image/svg+xml");

/** The style and the scripts of the chat's own page. */
export const chatStyle: Asset = load("chat.css", "text/css; charset=utf-8");
export const chatScript: Asset = load("chat.js", "text/javascript; charset=utf-8");
export const chatStream: Asset = load("chat-stream.js", "text/javascript; charset=utf-8");

/** The style of the API's documentation, beside that of every page. */
export const apiStyle: Asset = load("api.css", "text/css; charset=utf-8");

const byName = new Map(
  [
    ...[style, script, suggestScript, trackerScript, passkeyScript, icon],
    ...[chatStyle, chatScript, chatStream, apiStyle],
  ].map((asset) => [asset.name, asset]),
);

/** The asset of that exact name, hash included; `undefined` where there is none. */
export function assetNamed(name: string): Asset | undefined {
  return byName.get(name);
}
