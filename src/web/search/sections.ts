import type { SearchPage } from "../../contract/search.ts";
import type { Completion } from "./filter-entries.ts";
import type { Entry } from "./entry.ts";
import { matchOf, matching } from "./match.ts";
import type { Chosen } from "./recent.ts";
import type { Found } from "./use-found.ts";

/** One line of the box. */
export type Line =
  | { readonly is: "entry"; readonly id: string; readonly entry: Entry }
  | { readonly is: "ticket"; readonly id: string; readonly ticket: Found }
  | {
      readonly is: "client";
      readonly id: string;
      readonly name: string;
      readonly beside: string | null;
      readonly organisation: string | null;
    }
  | {
      readonly is: "article";
      readonly id: string;
      readonly article: SearchPage["articles"][number];
    }
  | { readonly is: "recent"; readonly id: string; readonly chosen: Chosen }
  | { readonly is: "filter"; readonly id: string; readonly completion: Completion }
  | { readonly is: "all"; readonly id: "all results" };

/** Lines under one heading. */
export interface Section {
  readonly id:
    | "filters"
    | "acts"
    | "go"
    | "tickets"
    | "articles"
    | "clients"
    | "more"
    | "recent"
    | "all";
  readonly lines: readonly Line[];
}

/** What the box has to show, before it is put in order. */
export interface Showing {
  readonly written: string;
  readonly acts: readonly Entry[];
  readonly others: readonly Entry[];
  readonly recent: readonly Chosen[];
  readonly completions: readonly Completion[];
  readonly tickets: readonly Found[];
  readonly organisations: SearchPage["organisations"];
  readonly contacts: SearchPage["contacts"];
  readonly articles: SearchPage["articles"];
}

/** Lines of each kind at most, where something is written; and where nothing is. */
const MOST = { acts: 5, go: 4 } as const;
const FIRST = { acts: 8, go: 6 } as const;

const entryLine = (entry: Entry): Line => ({ is: "entry", id: entry.id, entry });

/**
 * What the box shows, under its headings. Where nothing is written: what was chosen not long ago, what
 * the open ticket takes, where one may go. Else what matches: verbs, which are known at once, stand
 * before tickets, which come from the server, so that nothing moves when those arrive.
 */
export function sectionsOf(showing: Showing): readonly Section[] {
  const { written, acts, others } = showing;
  const isBlank = written.trim() === "";
  const found = matching(written, others);
  // What only has the word somewhere (another desk's name, say) is not what Enter should do first.
  const named = found.filter((one) => matchOf(written, one) === 0);
  const rest = found.filter((one) => matchOf(written, one) !== 0);
  const sections: readonly Section[] = isBlank
    ? [
        { id: "recent", lines: recentLines(showing) },
        { id: "acts", lines: acts.slice(0, FIRST.acts).map(entryLine) },
        { id: "go", lines: others.slice(0, FIRST.go).map(entryLine) },
      ]
    : [
        { id: "filters", lines: showing.completions.map(completionLine) },
        { id: "acts", lines: matching(written, acts).slice(0, MOST.acts).map(entryLine) },
        { id: "go", lines: named.slice(0, MOST.go).map(entryLine) },
        { id: "tickets", lines: showing.tickets.map(ticketLine) },
        { id: "articles", lines: showing.articles.map(articleLine) },
        { id: "clients", lines: clientLines(showing) },
        { id: "more", lines: rest.slice(0, MOST.go).map(entryLine) },
        { id: "all", lines: [{ is: "all", id: "all results" }] },
      ];
  return sections.filter(({ lines }) => lines.length > 0);
}

function recentLines({ recent, acts, others }: Showing): readonly Line[] {
  const known = new Set([...acts, ...others].map(({ id }) => id));
  // What has no address is done here, or not at all now.
  return recent
    .filter(({ id, href }) => href !== null || known.has(id))
    .map((chosen) => ({ is: "recent", id: `recent ${chosen.id}`, chosen }));
}

const completionLine = (completion: Completion): Line => ({
  ...{ is: "filter", id: `filter ${completion.label}`, completion },
});

const ticketLine = (ticket: Found): Line => ({
  ...{ is: "ticket", id: `ticket ${ticket.row.folio}`, ticket },
});

const articleLine = (article: SearchPage["articles"][number]): Line => ({
  ...{ is: "article", id: `article ${article.id}`, article },
});

function clientLines({ organisations, contacts }: Showing): readonly Line[] {
  return [
    ...organisations.map(({ id, name, rfc }): Line => ({
      ...{ is: "client", id: `organisation ${id}`, name, beside: rfc, organisation: id },
    })),
    ...contacts.map(({ id, name, address, organisation }): Line => ({
      ...{ is: "client", id: `contact ${id}`, name, beside: address, organisation },
    })),
  ];
}
