import { useRouter } from "@tanstack/react-router";
import { useEffect, useId, useRef, useState } from "react";
import type { MouseEvent } from "react";
import type { FigureId } from "../../core/figures/figure.ts";
import type { Board } from "../../core/figures/board.ts";
import { svgOf } from "../../words/chart/svg.ts";
import { chartOf } from "../../words/figures/charts.ts";
import type { BoardSearch } from "../api/board.ts";
import { useWords } from "../app/language.tsx";
import { markAddress } from "./search.ts";

interface Charted {
  readonly figure: FigureId;
  readonly board: Board;
  readonly search: BoardSearch;
}

/** How wide a chart is drawn before it is measured. */
const USUAL = 640;

/** The chart of a figure, drawn as wide as its place; each mark leads to its tickets. */
export function Chart({ figure, board, search }: Charted) {
  const { language } = useWords();
  const id = useId();
  const router = useRouter();
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place);
  const drawing = chartOf(figure, board, { language, width });
  if (drawing === null) return null;
  const svg = svgOf(drawing, {
    id: `chart${id.replaceAll(/[^\w]/gu, "")}`,
    href: (mark) => markAddress(board.desk.id, search, mark),
  });
  // The links of a drawing are plain ones: within the workspace they are followed without leaving it.
  const follow = (event: MouseEvent<HTMLDivElement>): void => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey) return;
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    const to = link?.getAttribute("href") ?? null;
    if (to === null) return;
    event.preventDefault();
    router.history.push(to);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events -- the links inside are what is pressed, by keyboard too: this only keeps the page
    <div
      ref={place}
      className="chart-place"
      onClick={follow}
      dangerouslySetInnerHTML={{ __html: svg }}
    />
  );
}

function useWidth(place: { readonly current: HTMLDivElement | null }): number {
  const [width, setWidth] = useState(USUAL);
  useEffect(() => {
    const { current } = place;
    if (current === null) return undefined;
    const measure = (): void => setWidth(Math.max(260, Math.floor(current.clientWidth)));
    measure();
    const watcher = new ResizeObserver(measure);
    watcher.observe(current);
    return () => watcher.disconnect();
  }, [place]);
  return width;
}
