import { cleanHtml } from "./clean-html.ts";
import { contentIdIn } from "./content-id.ts";
import { markOf } from "./place-pictures.ts";

const ENDS = /^(p|div|h[1-6]|li|tr|table|ul|ol|dl|dt|dd|pre|caption|blockquote)$/u;

const ENTITIES: Readonly<Record<string, string>> = {
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&amp;": "&",
};

/**
 * What HTML says, as text: cleaned first, so that only what is shown is read; blocks are lines, cells
 * are apart, quoted blocks have ">" before each line, and a picture of the message's own stands as the
 * mark of its part.
 */
export function textOfHtml(html: string): string {
  const out: string[] = [];
  let line = "";
  let quoted = 0;
  let preformatted = 0;
  const breakLine = (always: boolean): void => {
    const said = line.replace(/[ \u{A0}]+$/u, "");
    if (always || said.trim() !== "")
      out.push(quoted === 0 ? said : `${">".repeat(quoted)} ${said}`.trimEnd());
    line = "";
  };
  for (const [piece] of cleanHtml(html).matchAll(/<[^>]*>|[^<]+/gu)) {
    const [, slash, tag = ""] = /^<(\/?)([a-z0-9]+)/u.exec(piece) ?? [];
    if (tag === "") {
      const text = decoded(piece);
      line +=
        preformatted > 0
          ? text
          : text.replace(/[\s\u{A0}]+/gu, " ").replace(/^ /u, line === "" ? "" : " ");
      if (preformatted > 0 && line.includes("\n")) {
        const lines = line.split("\n");
        for (const one of lines.slice(0, -1)) {
          line = one;
          breakLine(true);
        }
        line = lines.at(-1) ?? "";
      }
    } else if (tag === "img") line += pictureIn(piece);
    else if (tag === "br") breakLine(true);
    else if (tag === "hr") {
      breakLine(false);
      line = "________________________________";
      breakLine(true);
    } else if (tag === "td" || tag === "th") line += slash === "/" ? " " : "";
    else if (ENDS.test(tag)) {
      breakLine(false);
      if (tag === "p" && slash === "/" && out.at(-1) !== "") breakLine(true);
      if (tag === "blockquote")
        quoted = Math.max(0, Math.min(20, quoted + (slash === "/" ? -1 : 1)));
      if (tag === "pre") preformatted = Math.max(0, preformatted + (slash === "/" ? -1 : 1));
    }
  }
  breakLine(false);
  return out
    .join("\n")
    .replace(/\n{3,}/gu, "\n\n")
    .trim();
}

/** Only what stands in the message is left by the cleaning: nothing remote. */
function pictureIn(tag: string): string {
  const [, id] = /\bsrc="cid:([^"]{1,500})"/iu.exec(tag) ?? [];
  return id === undefined ? "" : markOf(contentIdIn(decoded(id)));
}

function decoded(text: string): string {
  return text.replace(/&(lt|gt|quot|amp);/gu, (entity) => ENTITIES[entity] ?? entity);
}
