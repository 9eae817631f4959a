/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a table's rows cannot stand where they are put, and only those that are seen are drawn */
import { useParams, useRouter, useSearch } from "@tanstack/react-router";
import { useEffect, useEffectEvent, useMemo, useState } from "react";
import type { RefObject } from "react";
import { may } from "../../core/access/may.ts";
import { queueWorkWords } from "../../words/workspace/queue-work.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { useChosen } from "../bulk/chosen.ts";
import { OwnDrafts, useOwnDrafts } from "../compose/use-compositions.ts";
import { ListRow } from "./list-row.tsx";
import { useListed } from "./listed.ts";
import { useAhead, useSteered } from "./use-steps.ts";
import type { useTickets } from "./use-tickets.ts";
import { useWindow } from "./use-window.ts";

interface Listing {
  readonly list: Pick<ReturnType<typeof useTickets>, "tickets" | "hasMore" | "loadMore">;
  readonly scroller: RefObject<HTMLDivElement | null>;
}

/** Only the rows that are seen are drawn; the list says to a screen reader how many there are. */
export function Rows({ list: { tickets, hasMore, loadMore }, scroller }: Listing) {
  const { words, language } = useWords();
  const { desk, roles } = useDesk();
  const search = useSearch({ from: "/d/$desk/work" });
  const { folio: open } = useParams({ strict: false });
  const chosen = useChosen();
  const drafts = useOwnDrafts();
  const hrefOf = useAddresses();
  const say = queueWorkWords[language];
  const [current, setCurrent] = useState<string | null>(null);
  const maySelect = may(roles, "ticket.bulk") && desk.sees === "all";
  const at = useMemo(() => new Map(tickets.map(({ folio }, place) => [folio, place])), [tickets]);
  const held = at.get(open ?? current ?? "") ?? null;
  const list = JSON.stringify([desk.id, search]);
  const { tops, drawn, reveal } = useWindow({ scroller, list, tickets, held });
  useListed({ tickets, reveal });
  useMore({ last: drawn.to, of: tickets.length, hasMore, loadMore });
  useAhead(tickets, at.get(open ?? "") ?? null);
  const input = useSteered({ tickets, open, maySelect, reveal, onFocusRow: setCurrent });
  const stop = at.get(current ?? "") ?? at.get(open ?? "") ?? drawn.from;
  return (
    <OwnDrafts value={drafts}>
      <div
        ref={scroller}
        role="grid"
        className="rows"
        aria-label={words.queue.list}
        aria-rowcount={hasMore ? -1 : tickets.length}
        aria-multiselectable={maySelect}
        {...(chosen.size > 0 ? { "data-choosing": true } : {})}
        {...input}
      >
        <div role="presentation" className="rows-whole" style={{ height: tops.at(-1) ?? 0 }}>
          {placesOf(drawn, stop).map((place) => {
            const row = tickets[place];
            if (row === undefined) return null;
            const { folio } = row;
            const isChosen = maySelect ? chosen.has(folio) : null;
            const standing = { at: place, top: tops[place] ?? 0, href: hrefOf(folio), isChosen };
            const is = { isOpen: folio === open, isStop: place === stop };
            return (
              <ListRow key={folio} {...{ row, ...standing, ...is, choose: say.choose(folio) }} />
            );
          })}
        </div>
        {hasMore ? <MoreRow /> : null}
      </div>
    </OwnDrafts>
  );
}

/** The end of what is known of a list, while the rest is read. */
function MoreRow() {
  const { words } = useWords();
  return (
    <div role="row" className="more">
      <span role="gridcell">{words.queue.loadingMore}</span>
    </div>
  );
}

/** The places that are drawn: those that are seen, and the one that the list is entered at, wherever it is. */
function placesOf({ from, to }: { readonly from: number; readonly to: number }, stop: number) {
  const places = Array.from({ length: Math.max(0, to - from) }, (_, n) => from + n);
  if (stop < from) return [stop, ...places];
  return stop >= to ? [...places, stop] : places;
}

/** The addresses of this list's tickets: built once, for a row differs by its folio alone. */
function useAddresses(): (folio: string) => string {
  const { desk } = useDesk();
  const router = useRouter();
  const search = useSearch({ from: "/d/$desk/work" });
  return useMemo(() => {
    const params = { desk: desk.id, folio: ":folio:" };
    const { publicHref } = router.buildLocation({ to: "/d/$desk/t/$folio", params, search });
    const [before = "", after = ""] = publicHref.split(/:folio:|%3Afolio%3A/u);
    return (folio) => before + encodeURIComponent(folio) + after;
  }, [router, desk.id, search]);
}

interface More {
  /** The row after the last that is drawn, and how many there are. */
  readonly last: number;
  readonly of: number;
  readonly hasMore: boolean;
  readonly loadMore: () => void;
}

/** So many rows before the end of those that are known, the next are read. */
const BEFORE_END = 16;

function useMore({ last, of, hasMore, loadMore }: More): void {
  const isNear = hasMore && last + BEFORE_END >= of;
  const load = useEffectEvent(loadMore);
  useEffect(() => {
    if (isNear) load();
  }, [isNear, last, of]);
}
