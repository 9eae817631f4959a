import { textOf } from "../mime/read-parts.ts";
import type { Part } from "../mime/read-parts.ts";
import { unflowed } from "./flowed.ts";
import { placePictures } from "./place-pictures.ts";
import { textOfHtml } from "./text-of-html.ts";

/** The text of a message in both forms, and the parts that are files. */
export interface Body {
  readonly text: string;
  /** Not cleaned yet; null where no part is HTML. */
  readonly html: string | null;
  readonly files: readonly AttachedPart[];
  /** Longer than what is read. */
  readonly wasCut: boolean;
}

/** A part that is a file, and whether it stands among related parts (RFC 2387). */
export interface AttachedPart {
  readonly part: Part;
  readonly related: boolean;
}

/** A stretch of the body in plain text, in HTML, or as the sender offers it, in both. */
interface Stretch {
  readonly plain: string | null;
  readonly html: string | null;
}

interface Gathered {
  readonly stretches: readonly Stretch[];
  readonly files: readonly AttachedPart[];
}

/**
 * Finds what a message says among its parts (RFC 2046 §5.1): of alternatives both forms, of mixed
 * parts one after the other, for some programs put a picture between two texts. An empty plain text
 * beside HTML is none. At most so many characters of each form are read.
 */
export function gatherBody(root: Part, characters: number): Body {
  const { stretches, files } = gather(root, false);
  const hasHtml = stretches.some(({ html }) => html !== null);
  const html = hasHtml
    ? stretches.map((one) => one.html ?? escaped(one.plain ?? "")).join("\n<br>\n")
    : null;
  const shown = html === null ? null : withinTags(html.slice(0, characters));
  const saidIn = (marked: string | null): string =>
    textOfHtml(withinTags((marked ?? "").slice(0, characters)));
  const text = stretches
    .map(({ plain, html: marked }) => {
      if (plain === null) return saidIn(marked);
      return hasPicture(marked) ? placePictures(plain, saidIn(marked)) : plain;
    })
    .join("\n")
    .trim();
  return {
    text: text.slice(0, characters),
    html: shown,
    files,
    wasCut: text.length > characters || (html?.length ?? 0) > (shown?.length ?? 0),
  };
}

const hasPicture = (html: string | null): boolean => /\bsrc\s*=\s*["']?cid:/iu.test(html ?? "");

/** Tags that are read: each costs time, and a long newsletter has some thousands. */
const mostTags = 30_000;

function withinTags(html: string): string {
  let at = -1;
  for (let tags = 0; tags <= mostTags; tags += 1) {
    at = html.indexOf("<", at + 1);
    if (at === -1) return html;
  }
  return html.slice(0, at);
}

function gather(part: Part, related: boolean): Gathered {
  if (part.children.length === 0) return gatherLeaf(part, related);
  const isRelated = part.mediaType === "multipart/related";
  const found = part.children.map((child, index) =>
    gather(child, related || (isRelated && index > 0)),
  );
  const files = found.flatMap((one) => one.files);
  const stretches = found.flatMap((one) => one.stretches);
  if (part.mediaType !== "multipart/alternative") return { stretches, files };
  return { stretches: alternatives(stretches), files };
}

function alternatives(stretches: readonly Stretch[]): Stretch[] {
  if (stretches.length === 0) return [];
  const plain = stretches.flatMap((one) => (one.plain === null ? [] : [one.plain])).join("\n");
  const html = stretches.findLast((one) => one.html !== null)?.html ?? null;
  return [{ plain: plain.trim() === "" && html !== null ? null : plain, html }];
}

function gatherLeaf(part: Part, related: boolean): Gathered {
  const isFile = part.disposition === "attachment" || part.name !== null;
  if (!isFile && part.mediaType === "text/html")
    return { stretches: [{ plain: null, html: textOf(part) }], files: [] };
  if (!isFile && (part.mediaType === "text/plain" || part.mediaType === "text/enriched"))
    return { stretches: [{ plain: plainOf(part), html: null }], files: [] };
  return { stretches: [], files: [{ part, related }] };
}

function plainOf(part: Part): string {
  const text = textOf(part);
  return part.parameters.get("format")?.toLowerCase() === "flowed"
    ? unflowed(text, part.parameters.get("delsp")?.toLowerCase() === "yes")
    : text;
}

function escaped(text: string): string {
  const safe = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return safe.replaceAll("\n", "<br>\n");
}
