import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { SearchPage } from "../../contract/search.ts";
import type { TicketDetail, TicketRow } from "../../contract/ticket.ts";
import { bareLine } from "../../core/text/bare.ts";
import { markWords } from "../../core/search/marked.ts";
import { search } from "../api/search.ts";
import { valueOf } from "../api/request.ts";
import { problemOf } from "../app/queries.ts";
import { inSteadyOrder, matchOf } from "./match.ts";

/** A ticket in the box: as the server found it, or as this screen had it already. */
export interface Found {
  readonly row: TicketRow;
  readonly subject: SearchPage["tickets"][number]["subject"];
  readonly found: SearchPage["tickets"][number]["found"];
}

/** Tickets of this screen that are shown before the server answers. */
const MOST_KNOWN = 5;

/**
 * What is found of what is written: at once what this screen knows, then what the server has. A
 * request is given up for the next one; what is shown already keeps its order.
 */
export function useFound(desk: string, written: string) {
  const q = written.trim();
  const known = useKnown(desk, q);
  const query = useQuery({
    queryKey: ["search", desk, q],
    queryFn: async ({ signal }) => valueOf(await search(desk, q, signal)),
    enabled: q !== "",
    placeholderData: keepPreviousData,
    staleTime: 5_000,
    gcTime: 60_000,
    retry: false,
  });
  const page = q === "" ? undefined : query.data;
  const answered = page?.tickets ?? [];
  const folios = new Set(answered.map(({ row }) => row.folio));
  const tickets = useSteady(q, [...answered, ...known.filter(({ row }) => !folios.has(row.folio))]);
  return {
    tickets,
    organisations: page?.organisations ?? [],
    contacts: page?.contacts ?? [],
    articles: page?.articles ?? [],
    isWhole: page?.whole ?? true,
    isSearching: q !== "" && query.isFetching,
    isAway: problemOf(query.error)?.code === "offline",
  };
}

/** Tickets that this screen has, by folio, subject or requester. */
function useKnown(desk: string, q: string): readonly Found[] {
  const client = useQueryClient();
  if (q.length < 2) return [];
  const lists = client.getQueriesData<{ readonly tickets?: readonly TicketRow[] }>({
    queryKey: ["tickets", desk],
  });
  const opened = client.getQueriesData<TicketDetail>({ queryKey: ["ticket", desk] });
  const rows = new Map<string, TicketRow>();
  for (const [, list] of lists) for (const row of list?.tickets ?? []) rows.set(row.folio, row);
  for (const [, ticket] of opened) if (ticket !== undefined) rows.set(ticket.row.folio, ticket.row);
  const found: Found[] = [];
  for (const row of rows.values()) {
    const { folio, subject, requester } = row;
    const also = `${requester.name ?? ""} ${requester.address ?? ""}`;
    if (matchOf(q, { label: `${folio} ${subject}`, also }) === null) continue;
    found.push({ row, subject: [...markWords(subject, begunIn(subject, q))], found: null });
    if (found.length === MOST_KNOWN) break;
  }
  return found;
}

/** The words of a text that begin as one of those that are written. */
function begunIn(text: string, q: string): ReadonlySet<string> {
  const sought = bareLine(q).split(" ");
  const words = bareLine(text).split(/[^\p{L}\p{N}]+/u);
  return new Set(words.filter((word) => word !== "" && sought.some((one) => word.startsWith(one))));
}

/** In an order that does not jump while one goes on typing; a ticket named by its whole folio is first. */
function useSteady(q: string, found: readonly Found[]): readonly Found[] {
  const [shown, setShown] = useState({ q: "", folios: "" });
  const goesOn = q !== "" && (q.startsWith(shown.q) || shown.q.startsWith(q));
  const before = goesOn && shown.folios !== "" ? shown.folios.split("\n") : [];
  const steady = inSteadyOrder(before, found, ({ row }) => row.folio);
  const isNamed = ({ row }: Found): boolean => bareLine(row.folio) === bareLine(q);
  const ordered = [...steady.filter(isNamed), ...steady.filter((one) => !isNamed(one))];
  const folios = ordered.map(({ row }) => row.folio).join("\n");
  if (q !== shown.q || folios !== shown.folios) setShown({ q, folios });
  return ordered;
}
