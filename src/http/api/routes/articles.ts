import { createRoute } from "@hono/zod-openapi";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { z } from "zod";
import {
  articleContent,
  articleDetail,
  articleRestored,
  articleSaved,
  articleWished,
  articleWritten,
  articles,
} from "../../../contract/articles.ts";
import { isRefusal } from "../../../core/refusal.ts";
import {
  articlesInHealth,
  readArticle,
  readArticleVersion,
} from "../../../desk/articles/report.ts";
import {
  createArticle,
  restoreArticle,
  saveArticle,
} from "../../../desk/articles/write-article.ts";
import { byOf } from "../by.ts";
import { answers, atDesk, body } from "../describe.ts";
import { contentOf, presentArticle, presentArticleDetail } from "../present-articles.ts";
import { forMember } from "../session.ts";
import type { ApiEnv, ApiParts } from "../session.ts";

/** Parameters of an article's addresses. */
export const atArticle = atDesk.extend({ article: articleWritten.shape.id });

const list = createRoute({
  method: "get",
  path: "/desks/{desk}/articles",
  operationId: "listArticles",
  summary: "What the desk knows: every article, with how it does",
  request: { params: atDesk },
  responses: answers(articles, "Articles, those of the manual first"),
});

const read = createRoute({
  method: "get",
  path: "/desks/{desk}/articles/{article}",
  operationId: "readArticle",
  summary: "One article with its versions and what its readers wrote",
  request: { params: atArticle },
  responses: answers(articleDetail, "The article"),
});

const version = createRoute({
  method: "get",
  path: "/desks/{desk}/articles/{article}/versions/{number}",
  operationId: "readArticleVersion",
  summary: "The text of one version of an article",
  request: { params: atArticle.extend({ number: z.coerce.number().int().positive() }) },
  responses: answers(articleContent, "Its text"),
});

const create = createRoute({
  method: "post",
  path: "/desks/{desk}/articles",
  operationId: "createArticle",
  summary: "Writes a new article, as a draft",
  request: { params: atDesk, body: body(articleWished) },
  responses: answers(articleWritten, "The draft"),
});

const save = createRoute({
  method: "post",
  path: "/desks/{desk}/articles/{article}/versions",
  operationId: "saveArticle",
  summary: "Adds a version to an article; it is read once it is published",
  request: { params: atArticle, body: body(articleSaved) },
  responses: answers(articleWritten, "The article"),
});

const restore = createRoute({
  method: "post",
  path: "/desks/{desk}/articles/{article}/restoration",
  operationId: "restoreArticle",
  summary: "Puts the text of an older version back, as a new one",
  request: { params: atArticle, body: body(articleRestored) },
  responses: answers(articleWritten, "The article"),
});

/** What the desk knows: read, written, put back. */
export function mountArticles(api: OpenAPIHono<ApiEnv>, { plazo }: ApiParts): void {
  const reads = { plazo, action: "article.read" } as const;
  const writes = { plazo, action: "article.write" } as const;

  api.openapi(list, (context) => {
    const { desk } = context.req.valid("param");
    return forMember(context, { ...reads, desk }, async () => {
      const all = await articlesInHealth(plazo, desk);
      if (isRefusal(all)) return all;
      return context.json({ articles: all.map((one) => presentArticle(plazo, desk, one)) }, 200);
    });
  });

  api.openapi(read, (context) => {
    const { desk, article } = context.req.valid("param");
    return forMember(context, { ...reads, desk }, async () => {
      const found = await readArticle(plazo, desk, article);
      return isRefusal(found) ? found : context.json(presentArticleDetail(plazo, desk, found), 200);
    });
  });

  api.openapi(version, (context) => {
    const { desk, article: id, number } = context.req.valid("param");
    return forMember(context, { ...reads, desk }, async () => {
      const content = await readArticleVersion(plazo, desk, { id, number });
      return isRefusal(content) ? content : context.json(contentOf(content), 200);
    });
  });

  api.openapi(create, (context) => {
    const { desk } = context.req.valid("param");
    return forMember(context, { ...writes, desk }, async (member) => {
      const wish = context.req.valid("json");
      const by = byOf(context, member);
      const written = await createArticle(plazo, desk, { ...plain(wish), by });
      return isRefusal(written) ? written : context.json(written, 200);
    });
  });

  api.openapi(save, (context) => {
    const { desk, article: id } = context.req.valid("param");
    return forMember(context, { ...writes, desk }, async (member) => {
      const { base, ...wish } = context.req.valid("json");
      const by = byOf(context, member);
      const written = await saveArticle(plazo, desk, { id, base, ...plain(wish), by });
      return isRefusal(written) ? written : context.json(written, 200);
    });
  });

  api.openapi(restore, (context) => {
    const { desk, article: id } = context.req.valid("param");
    return forMember(context, { ...writes, desk }, async (member) => {
      const by = byOf(context, member);
      const written = await restoreArticle(plazo, desk, { id, ...context.req.valid("json"), by });
      return isRefusal(written) ? written : context.json(written, 200);
    });
  });
}

/** What was not written in the other language is not there. */
function plain({ content, note }: z.infer<typeof articleWished>) {
  const { title, body, ...rest } = content;
  const whole = ({ es, en }: typeof title) => (en === undefined ? { es } : { es, en });
  return { note, content: { ...rest, title: whole(title), body: whole(body) } };
}
