import type { TicketDetail } from "../../contract/ticket.ts";
import { articlesPlace } from "../../words/workspace/articles-place.ts";
import type { Insertion } from "./insert.ts";

/** One thing that the `/` menu of the composer offers. */
export interface SlashItem {
  readonly id: string;
  readonly name: string;
  /** What it is or does, in a line. */
  readonly hint: string;
  /** Written at the cursor, in place of what was typed after the stroke. */
  readonly insertion: Insertion;
}

/** Gives what fits what was typed after `/`, the best first, in the reader's language. */
export type SlashSource = (asked: {
  readonly desk: string;
  readonly ticket: TicketDetail;
  readonly typed: string;
  readonly language: "es" | "en";
  readonly signal: AbortSignal;
}) => Promise<readonly SlashItem[]>;

interface Source {
  readonly id: string;
  readonly title: Readonly<Record<"es" | "en", string>>;
  readonly find: SlashSource;
}

/**
 * What the `/` menu offers besides prepared answers, each under its title: another part of the
 * workspace adds itself here, and its code is loaded only when the menu is opened.
 */
export const slashSources: readonly Source[] = [
  {
    id: "articles",
    title: articlesPlace,
    find: async (asked) => (await import("../articles/slash.ts")).findArticles(asked),
  },
];
