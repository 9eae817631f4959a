import { useRef } from "react";
import type { FocusEvent, KeyboardEvent, MouseEvent, PointerEvent } from "react";
import type { TicketRow } from "../../contract/ticket.ts";
import { choose, chosenNow, toggleChosen } from "../bulk/chosen.ts";
import { runTo } from "./chosen-run.ts";
import type { RunFrom } from "./chosen-run.ts";
import { rowAt } from "./steering.ts";
import { rowOfKey } from "./windowed.ts";

interface Heard {
  readonly tickets: readonly TicketRow[];
  readonly maySelect: boolean;
  /** Opens a ticket beside the list. */
  readonly open: (folio: string) => void;
  /** Draws a row, scrolls to it and gives it the focus. */
  readonly goTo: (at: number) => void;
  /** A row is pointed at or has the focus: it may be opened next. */
  readonly near: (folio: string) => void;
  readonly onFocusRow: (folio: string) => void;
}

/** Milliseconds that a row is pointed at before it is taken for one that may be opened. */
const POINTED = 60;

/** What the list hears of its rows, pointer and keys: one listener of each for all of them. */
export function useListInput(heard: Heard) {
  const { tickets, open, goTo, near, onFocusRow } = heard;
  const run = useChoosing(heard);
  const pointed = useRef<ReturnType<typeof setTimeout>>(undefined);
  const soon = (folio: string): void => {
    clearTimeout(pointed.current);
    pointed.current = setTimeout(() => near(folio), POINTED);
  };
  const placeOf = (folio: string): number => tickets.findIndex((row) => row.folio === folio);
  return {
    onPointerOver: (event: PointerEvent): void => {
      const folio = rowIn(event);
      if (folio !== null && event.pointerType === "mouse") soon(folio);
    },
    onPointerDown: (event: PointerEvent): void => {
      const folio = rowIn(event);
      if (folio !== null) near(folio);
    },
    onMouseDown: (event: MouseEvent): void => {
      if (rowIn(event) === null || event.button !== 0) return;
      // The row has the focus, whatever of it is pressed.
      event.preventDefault();
      (event.target as Element).closest<HTMLElement>(".row-item")?.focus({ preventScroll: true });
    },
    onClick: (event: MouseEvent): void => {
      const folio = rowIn(event);
      if (folio === null) return;
      if ((event.target as Element).closest(".row-choose") !== null) {
        if (event.target instanceof HTMLInputElement) run.choose(placeOf(folio), event.shiftKey);
        return;
      }
      // The browser opens it in another tab or window, as every link.
      if (event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      if (run.isOn(event.shiftKey)) run.choose(placeOf(folio), event.shiftKey);
      else open(folio);
    },
    onFocus: (event: FocusEvent): void => {
      const folio = rowIn(event);
      if (folio === null) return;
      onFocusRow(folio);
      soon(folio);
    },
    onKeyDown: (event: KeyboardEvent): void => {
      const folio = rowIn(event);
      if (folio === null || event.altKey) return;
      const at = placeOf(folio);
      const to = rowOfKey(event.key, { at, count: tickets.length, page: PAGE });
      if (to !== null) {
        event.preventDefault();
        if (event.shiftKey) run.choose(to, true, at);
        return goTo(to);
      }
      if (event.target !== (event.target as Element).closest(".row-item")) return;
      if (event.key === "Enter") press(event);
      else if (run.keys(event, at)) event.preventDefault();
    },
  };
}

/** Rows that Page Up and Page Down go over. */
const PAGE = 10;

/** Of what happens in the list itself, the row; what a dialog over it hears is no row's. */
function rowIn({ target, currentTarget }: { target: EventTarget; currentTarget: Element }) {
  return target instanceof Element && currentTarget.contains(target) ? rowAt(target) : null;
}

/** Enter is a press of the row's link, with whatever key is held beside it. */
function press(event: KeyboardEvent): void {
  event.preventDefault();
  const { ctrlKey, metaKey } = event;
  const link = (event.target as Element).querySelector(".row-link");
  link?.dispatchEvent(
    new MouseEvent("click", { ctrlKey, metaKey, bubbles: true, cancelable: true }),
  );
}

/** Choosing rows: one, all, or a run of them, which begins where one was chosen last. */
function useChoosing({ tickets, maySelect }: Heard) {
  const from = useRef<RunFrom>(null);
  const folios = (): readonly string[] => tickets.map(({ folio }) => folio);
  const one = (at: number): void => {
    const folio = tickets[at]?.folio;
    if (folio === undefined) return;
    toggleChosen(folio);
    from.current = { at, before: chosenNow() };
  };
  return {
    /** Whether a press chooses: something is chosen already, or a run is asked for. */
    isOn: (isRun: boolean): boolean => maySelect && (isRun || chosenNow().size > 0),
    choose: (to: number, isRun: boolean, begins?: number): void => {
      if (!maySelect || to < 0) return;
      if (!isRun || (from.current === null && begins === undefined)) return one(to);
      from.current ??= { at: begins ?? to, before: chosenNow() };
      choose(runTo(folios(), from.current, to));
    },
    keys: ({ key, ctrlKey, metaKey }: KeyboardEvent, at: number): boolean => {
      if (!maySelect) return false;
      if (key === " ") one(at);
      else if (key.toLowerCase() === "a" && (ctrlKey || metaKey)) choose(folios());
      else return false;
      return true;
    },
  };
}
