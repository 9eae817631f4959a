import { z } from "zod";
import { instant, text } from "./primitives.ts";

const id = z
  .string()
  .max(80)
  .regex(/^[a-z0-9][a-z0-9-]*$/u);
const type = z
  .string()
  .max(130)
  .regex(/^[a-z0-9-]+(\/[a-z0-9-]+)?$/u);

/** What an article says, to whom and about what. */
export const articleContent = z
  .strictObject({
    title: z.strictObject({
      es: z.string().trim().min(1).max(160),
      en: z.string().trim().min(1).max(160).optional(),
    }),
    /** Markdown. */
    body: z.strictObject({
      es: z.string().trim().min(1).max(40_000),
      en: z.string().trim().min(1).max(40_000).optional(),
    }),
    audience: z.enum(["public", "staff"]),
    types: z.array(type).max(40),
    severities: z.array(z.string().max(60)).max(10),
    marks: z.array(z.string().trim().min(1).max(60)).max(40),
  })
  .meta({ id: "ArticleContent" });

/** An article as a list shows it. */
export const articleRow = z
  .strictObject({
    id,
    title: text,
    state: z.enum(["draft", "published", "withdrawn"]),
    of: z.enum(["pack", "desk"]),
    audience: z.enum(["public", "staff"]),
    languages: z.array(z.enum(["es", "en"])),
    types: z.array(z.string()),
    severities: z.array(z.string()),
    marks: z.array(z.string()),
    latest: z.int(),
    published: z.int().nullable(),
    publishedAt: instant.nullable(),
    changed: instant,
    reviewed: instant.nullable(),
    reviewedBy: z.string().nullable(),
    packDiffers: z.boolean(),
    ofManual: z.boolean(),
    clause: z.array(z.string()),
    /** Of the last 180 days, as are the two below. */
    helpful: z.int(),
    unhelpful: z.int(),
    used: z.int(),
    toReview: z.array(z.enum(["old", "unhelpful"])),
    address: z.string(),
  })
  .meta({ id: "ArticleRow" });

export const articles = z.strictObject({ articles: z.array(articleRow) }).meta({ id: "Articles" });

/** A version of an article, without its text. */
export const articleVersionRow = z
  .strictObject({
    number: z.int(),
    made: instant,
    byName: z.string(),
    note: z.string(),
    source: z.enum(["desk", "pack", "restored"]),
    restores: z.int().nullable(),
  })
  .meta({ id: "ArticleVersion" });

/** An article whole: its newest text, its versions, what readers wrote, and what the pack says where it differs. */
export const articleDetail = z
  .strictObject({
    row: articleRow,
    content: articleContent,
    versions: z.array(articleVersionRow),
    answers: z.array(
      z.strictObject({
        id: z.uuid(),
        version: z.int(),
        language: z.enum(["es", "en"]),
        helpful: z.boolean(),
        words: z.string(),
        at: instant,
      }),
    ),
    pack: articleContent.nullable(),
  })
  .meta({ id: "ArticleDetail" });

/** A new article. */
export const articleWished = z
  .strictObject({ content: articleContent, note: z.string().trim().max(300) })
  .meta({ id: "ArticleWished" });

/** A new version of an article, written on top of another. */
export const articleSaved = z
  .strictObject({
    base: z.int().positive(),
    content: articleContent,
    note: z.string().trim().max(300),
  })
  .meta({ id: "ArticleSaved" });

export const articleRestored = z
  .strictObject({ base: z.int().positive(), number: z.int().positive() })
  .meta({ id: "ArticleRestored" });

export const articlePublished = z
  .strictObject({ number: z.int().positive() })
  .meta({ id: "ArticlePublished" });

/** What is done about the pack's newer text. */
export const articlePackChosen = z
  .strictObject({ take: z.boolean() })
  .meta({ id: "ArticlePackChosen" });

export const articleWritten = z
  .strictObject({ id, latest: z.int() })
  .meta({ id: "ArticleWritten" });

export const articlePreviewed = z
  .strictObject({ text: z.string().max(40_000), language: z.enum(["es", "en"]) })
  .meta({ id: "ArticlePreviewed" });

/** A file that articles show: in Markdown, `![…](archivo:<id>)`. */
export const articleFile = z
  .strictObject({ id: z.uuid(), name: z.string(), type: z.string(), size: z.int() })
  .meta({ id: "ArticleFile" });

/** An article that may answer a ticket, with what to insert. */
export const ticketArticle = z
  .strictObject({
    id,
    title: text,
    audience: z.enum(["public", "staff"]),
    why: z.enum(["code", "type", "words"]),
    address: z.string(),
    /** Markdown, in the language of whoever asks where it stands in it. */
    body: text,
  })
  .meta({ id: "TicketArticle" });

export const ticketArticles = z
  .strictObject({
    /** The language of whoever reads the replies. */
    language: z.enum(["es", "en"]),
    suggested: z.array(ticketArticle),
    /** What the words asked for find besides, where words were. */
    found: z.array(ticketArticle),
    used: z.array(
      z.strictObject({
        article: z.string(),
        message: z.uuid(),
        version: z.int(),
        at: instant,
        byName: z.string(),
      }),
    ),
  })
  .meta({ id: "TicketArticles" });

const deflection = {
  seen: z.int(),
  opened: z.int(),
  solved: z.int(),
  spared: z.int(),
  returned: z.int(),
  pending: z.int(),
};

/** What offering articles in the form spared, in writings of a form. */
export const articleReport = z
  .strictObject({
    from: instant,
    to: instant,
    all: z.strictObject(deflection),
    byArticle: z.array(z.strictObject({ article: z.string(), title: text, ...deflection })),
    filed: z.int(),
  })
  .meta({ id: "ArticleReport" });

export type ArticleContent = z.infer<typeof articleContent>;
export type ArticleRow = z.infer<typeof articleRow>;
export type Articles = z.infer<typeof articles>;
export type ArticleDetail = z.infer<typeof articleDetail>;
export type ArticleVersionRow = z.infer<typeof articleVersionRow>;
export type ArticleWished = z.infer<typeof articleWished>;
export type ArticleSaved = z.infer<typeof articleSaved>;
export type ArticleWritten = z.infer<typeof articleWritten>;
export type ArticleFile = z.infer<typeof articleFile>;
export type TicketArticle = z.infer<typeof ticketArticle>;
export type TicketArticles = z.infer<typeof ticketArticles>;
export type ArticleReport = z.infer<typeof articleReport>;
