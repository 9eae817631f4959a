import type { ArticleDetail, ArticleRow } from "../../contract/articles.ts";
import { articleAddress } from "../../desk/articles/of-ticket.ts";
import type { ArticleDetail as Read, ArticleInHealth } from "../../desk/articles/report.ts";
import type { Plazo } from "../../desk/plazo.ts";

/** An article as a list of the workspace shows it: what was written last, and how what is read does. */
export function presentArticle(plazo: Plazo, desk: string, one: ArticleInHealth): ArticleRow {
  const { content: _content, latestContent, clause, ...shown } = one;
  const { title, body, audience, types, severities, marks } = latestContent;
  return {
    ...shown,
    ...{ title, audience, types: [...types], severities: [...severities], marks: [...marks] },
    languages: body.en === undefined ? ["es"] : ["es", "en"],
    clause: [...clause],
    toReview: [...one.toReview],
    address: articleAddress(plazo, desk, one.id),
  };
}

/** An article whole. */
export function presentArticleDetail(plazo: Plazo, desk: string, read: Read): ArticleDetail {
  const { article, versions, answers, pack } = read;
  return {
    row: presentArticle(plazo, desk, article),
    content: contentOf(article.latestContent),
    versions: versions.map(({ byId: _byId, ...version }) => version),
    answers: answers.map(({ article: _article, words, ...answer }) => ({
      ...answer,
      words: words ?? "",
    })),
    pack: pack === null ? null : contentOf(pack),
  };
}

/** The text of an article as the wire has it. */
export function contentOf(content: Read["article"]["latestContent"]): ArticleDetail["content"] {
  const { types, severities, marks, ...rest } = content;
  return { ...rest, types: [...types], severities: [...severities], marks: [...marks] };
}
