import { useEffect, useState } from "react";
import { articleContent } from "../../contract/articles.ts";
import type { ArticleContent } from "../../contract/articles.ts";
import { recall, remember } from "../app/keep.ts";

/** An article as it is being written: on top of which version, and what it says now. */
export interface ArticleDraft {
  readonly base: number;
  readonly content: ArticleContent;
}

/** An article that says nothing yet. */
export const emptyContent: ArticleContent = {
  title: { es: "" },
  body: { es: "" },
  audience: "public",
  types: [],
  severities: [],
  marks: [],
};

/** What is being written, kept in this browser until it is saved or discarded: nothing typed is lost with the page. */
export function useArticleDraft(name: string, saved: ArticleDraft) {
  const key = `article.${name}`;
  const [draft, setDraft] = useState<ArticleDraft>(() => kept(key) ?? saved);
  const isChanged = JSON.stringify(draft.content) !== JSON.stringify(saved.content);
  useEffect(() => remember(key, isChanged ? JSON.stringify(draft) : null));
  return {
    draft,
    isChanged,
    change: (changes: Partial<ArticleContent>): void =>
      setDraft((before) => ({ ...before, content: { ...before.content, ...changes } })),
    startAt: setDraft,
  };
}

function kept(key: string): ArticleDraft | null {
  const text = recall(key);
  if (text === null) return null;
  const read = JSON.parse(text) as { readonly base?: unknown; readonly content?: unknown };
  const loose = articleContent.partial().safeParse(read.content);
  if (!loose.success && typeof read.content !== "object") return null;
  const content = { ...emptyContent, ...(read.content as Partial<ArticleContent>) };
  return typeof read.base === "number" ? { base: read.base, content } : null;
}
