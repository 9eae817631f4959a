import type { TicketArticle } from "../../contract/articles.ts";
import type { Language } from "../../core/policy/text.ts";
import { articlesWorkWords } from "../../words/workspace/articles.ts";
import type { Insertion } from "../compose/insert.ts";

/** An article as it is written into a reply, in the language of whoever reads the reply: its address is always there, by which its use is known. */
export function insertionOf(
  { id, title, body, address }: TicketArticle,
  how: "link" | "text",
  language: Language,
): Insertion {
  const named = title[language] ?? title.es;
  const used = { kind: "article", id } as const;
  const at = language === "en" && title.en !== undefined ? `${address}?lang=en` : address;
  if (how === "link") return { text: `${named}: ${at}`, used };
  const from = articlesWorkWords[language].takenFrom(named, at);
  return { text: `${plain(body[language] ?? body.es)}\n\n${from}`, used };
}

/** Markdown as it reads in a message of plain words: without images, emphasis and the marks of headings. */
function plain(markdown: string): string {
  return markdown
    .replaceAll(/!\[[^\]]*\]\([^)]*\)\n?/gu, "")
    .replaceAll(/\[([^\]]*)\]\((https?:[^)]*)\)/gu, "$1 ($2)")
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/gu, "$1")
    .replaceAll(/^#{1,6}\s+/gmu, "")
    .replaceAll(/\*\*([^*]+)\*\*/gu, "$1")
    .trim();
}
