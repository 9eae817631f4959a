import { stemsOf } from "../../core/article/words.ts";
import { articlesWorkWords } from "../../words/workspace/articles.ts";
import { listTicketArticles } from "../api/articles.ts";
import type { SlashItem, SlashSource } from "../compose/slash.ts";
import { insertionOf } from "./insert.ts";

/** The articles that the `/` menu offers: those that may answer this ticket first, then any that fits what was typed; each as its link, and as its text. */
export const findArticles: SlashSource = async ({ desk, ticket, typed, language, signal }) => {
  const say = articlesWorkWords[language];
  const answer = await listTicketArticles(desk, { folio: ticket.row.folio, q: typed }, signal);
  if (!answer.ok) return [];
  const asked = [...stemsOf(typed)];
  const { suggested, found, language: reader } = answer.value;
  const fitting = suggested.filter(({ title }) => {
    const words = [...stemsOf([title.es, title.en ?? ""].join(" "))];
    return asked.every((stem) => words.some((word) => word.startsWith(stem)));
  });
  const all = [...fitting, ...found.filter(({ id }) => !fitting.some((one) => one.id === id))];
  return all
    .filter(({ audience }) => audience === "public")
    .flatMap((article): SlashItem[] => {
      const name = article.title[language] ?? article.title.es;
      const of = (how: "link" | "text", hint: string): SlashItem => ({
        id: `${article.id}.${how}`,
        name,
        hint,
        insertion: insertionOf(article, how, reader),
      });
      return [of("link", say.linkHint), of("text", say.textHintInsert)];
    });
};
