import { createRoute } from "@hono/zod-openapi";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { z } from "zod";
import {
  articleFile,
  articlePackChosen,
  articlePreviewed,
  articlePublished,
  articleWritten,
} from "../../../contract/articles.ts";
import { isRefusal } from "../../../core/refusal.ts";
import { keepArticleFile, readArticleFile } from "../../../desk/articles/files.ts";
import { changeArticle } from "../../../desk/articles/write-article.ts";
import type { ArticleDeed } from "../../../desk/articles/write-article.ts";
import { previewPage } from "../../../site/article/preview.ts";
import { articleFileResponse } from "../../file-response.ts";
import { byOf } from "../by.ts";
import { answers, atDesk, body } from "../describe.ts";
import { forMember } from "../session.ts";
import type { ApiEnv, ApiParts } from "../session.ts";
import { atArticle } from "./articles.ts";

const publish = createRoute({
  method: "post",
  path: "/desks/{desk}/articles/{article}/publication",
  operationId: "publishArticle",
  summary: "Publishes a version of an article: it is what is read",
  request: { params: atArticle, body: body(articlePublished) },
  responses: answers(articleWritten, "The article"),
});

const withdraw = createRoute({
  method: "post",
  path: "/desks/{desk}/articles/{article}/withdrawal",
  operationId: "withdrawArticle",
  summary: "Withdraws an article: it is read no more, until it is published again",
  request: { params: atArticle },
  responses: answers(articleWritten, "The article"),
});

const review = createRoute({
  method: "post",
  path: "/desks/{desk}/articles/{article}/review",
  operationId: "reviewArticle",
  summary: "Says that an article still holds as it is",
  request: { params: atArticle },
  responses: answers(articleWritten, "The article"),
});

const pack = createRoute({
  method: "post",
  path: "/desks/{desk}/articles/{article}/pack",
  operationId: "choosePackText",
  summary: "Takes the manual's newer text as a version, or keeps the desk's own against it",
  request: { params: atArticle, body: body(articlePackChosen) },
  responses: answers(articleWritten, "The article"),
});

const preview = createRoute({
  method: "post",
  path: "/desks/{desk}/article-previews",
  operationId: "previewArticle",
  summary: "A text as its readers would see it, as a page for a frame",
  request: { params: atDesk, body: body(articlePreviewed) },
  responses: answers(z.strictObject({ html: z.string() }), "The page"),
});

const keep = createRoute({
  method: "post",
  path: "/desks/{desk}/article-files",
  operationId: "keepArticleFile",
  summary: "Keeps an image, a PDF or a text for articles to show",
  request: {
    params: atDesk,
    query: z.object({ name: z.string().min(1).max(255) }),
    body: { required: true, content: { "application/octet-stream": { schema: z.any() } } },
  },
  responses: answers(articleFile, "The kept file"),
});

const file = createRoute({
  method: "get",
  path: "/desks/{desk}/article-files/{id}",
  operationId: "readArticleFile",
  summary: "A file of the desk's articles",
  request: { params: atDesk.extend({ id: z.string().max(60) }) },
  responses: {
    200: { description: "Its bytes", content: { "application/octet-stream": { schema: z.any() } } },
  },
});

/** What becomes of articles without another text. */
export function mountArticleDeeds(api: OpenAPIHono<ApiEnv>, { plazo }: ApiParts): void {
  const publishes = { plazo, action: "article.publish" } as const;
  const writes = { plazo, action: "article.write" } as const;

  api.openapi(publish, (context) => {
    const { desk, article: id } = context.req.valid("param");
    return forMember(context, { ...publishes, desk }, async (member) => {
      const deed: ArticleDeed = { do: "publish", ...context.req.valid("json") };
      const done = await changeArticle(plazo, desk, { id, deed, by: byOf(context, member) });
      return isRefusal(done) ? done : context.json(done, 200);
    });
  });

  for (const [route, what] of [
    [withdraw, "withdraw"],
    [review, "review"],
  ] as const) {
    api.openapi(route, (context) => {
      const { desk, article: id } = context.req.valid("param");
      return forMember(context, { ...publishes, desk }, async (member) => {
        const act = { id, deed: { do: what }, by: byOf(context, member) };
        const done = await changeArticle(plazo, desk, act);
        return isRefusal(done) ? done : context.json(done, 200);
      });
    });
  }

  api.openapi(pack, (context) => {
    const { desk, article: id } = context.req.valid("param");
    return forMember(context, { ...writes, desk }, async (member) => {
      const { take } = context.req.valid("json");
      const deed: ArticleDeed = { do: take ? "take-pack" : "keep-own" };
      const done = await changeArticle(plazo, desk, { id, deed, by: byOf(context, member) });
      return isRefusal(done) ? done : context.json(done, 200);
    });
  });
}

/** A text as its readers would see it, and the files that articles show. */
export function mountArticleFiles(api: OpenAPIHono<ApiEnv>, { plazo }: ApiParts): void {
  const writes = { plazo, action: "article.write" } as const;

  api.openapi(preview, (context) => {
    const { desk } = context.req.valid("param");
    return forMember(context, { ...writes, desk }, async () => {
      const { text, language } = context.req.valid("json");
      const html = await previewPage(text, {
        language,
        files: `/api/v1/desks/${desk}/article-files`,
      });
      return context.json({ html: String(html) }, 200);
    });
  });

  api.openapi(keep, (context) => {
    const { desk } = context.req.valid("param");
    return forMember(context, { ...writes, desk }, async ({ name: by }) => {
      const { name } = context.req.valid("query");
      const content = context.req.raw.body ?? emptyBody();
      const kept = await keepArticleFile(plazo, desk, { name, content, by });
      if (isRefusal(kept)) return kept;
      const { id, mediaType, size } = kept;
      return context.json({ id, name: kept.name, type: mediaType, size }, 200);
    });
  });

  api.openapi(file, (context) => {
    const { desk, id } = context.req.valid("param");
    return forMember(context, { plazo, action: "article.read", desk }, async () => {
      const found = await readArticleFile(plazo, desk, id);
      return isRefusal(found) ? found : articleFileResponse(found);
    });
  });
}

async function* emptyBody(): AsyncGenerator<Uint8Array> {}
