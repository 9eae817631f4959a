import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useEffectEvent, useRef } from "react";
import type { TicketRow } from "../../contract/ticket.ts";
import { afterPaint } from "../app/after-paint.ts";
import { useDesk } from "../app/desk.tsx";
import { toggleChosen } from "../bulk/chosen.ts";
import { useShortcuts } from "../shell/shortcuts.ts";
import { usePrefetch } from "../ticket/prefetch.ts";
import { useIsRead } from "../ticket/use-is-read.ts";
import { focusClock, focusRow, focusedRow } from "./steering.ts";
import { useListInput } from "./use-list-input.ts";

/** Opens a ticket beside the list; it is asked for before anything is drawn for it. */
function useOpen(): (folio: string) => void {
  const navigate = useNavigate();
  const prefetch = usePrefetch();
  const { desk } = useDesk();
  const search = useSearch({ from: "/d/$desk/work" });
  return (folio) => {
    prefetch(folio);
    void navigate({ to: "/d/$desk/t/$folio", params: { desk: desk.id, folio }, search });
  };
}

/** So many tickets are read ahead of the one that is open: more where one goes through the list, that way. */
const AHEAD = { opened: 1, stepping: 2 } as const;

/** Reads the next tickets once the one that is open is painted, whatever opened it. */
export function useAhead(tickets: readonly TicketRow[], at: number | null): void {
  const prefetch = usePrefetch();
  const { desk } = useDesk();
  const isRead = useIsRead({ desk: desk.id, folio: tickets[at ?? -1]?.folio ?? "" });
  const went = useRef({ to: at, by: 1 as 1 | -1, many: AHEAD.opened as number });
  const read = useEffectEvent((from: number) => {
    const { by, many } = went.current;
    for (let n = 1; n <= many; n += 1) {
      const folio = tickets[from + n * by]?.folio;
      if (folio !== undefined) prefetch(folio);
    }
  });
  useEffect(() => {
    if (went.current.to !== at) {
      const by = (at ?? 0) - (went.current.to ?? at ?? 0);
      const isStep = Math.abs(by) === 1;
      const many = isStep ? AHEAD.stepping : AHEAD.opened;
      went.current = { to: at, by: isStep && by < 0 ? -1 : 1, many };
    }
    return at === null || !isRead ? undefined : afterPaint(() => read(at));
  }, [at, isRead]);
}

interface Stepping {
  readonly tickets: readonly TicketRow[];
  /** The ticket that is open beside the list. */
  readonly open: string | undefined;
  readonly maySelect: boolean;
}

interface Steered extends Stepping {
  /** Draws a row and scrolls to it. */
  readonly reveal: (at: number) => void;
  readonly onFocusRow: (folio: string) => void;
}

/** How the list is worked, by keys from anywhere and by what it hears itself, which it gives. */
export function useSteered({ tickets, open, maySelect, reveal, onFocusRow }: Steered) {
  const near = usePrefetch();
  const openOne = useOpen();
  const goTo = (at: number): void => {
    const folio = tickets[at]?.folio;
    if (folio === undefined) return;
    reveal(at);
    focusRow(folio);
  };
  useListKeys({ tickets, open, maySelect, goTo, openOne });
  return useListInput({ ...{ tickets, maySelect, goTo, near, onFocusRow }, open: openOne });
}

interface Keyed extends Stepping {
  readonly goTo: (at: number) => void;
  readonly openOne: (folio: string) => void;
}

/** The list's keys. `j` and `k` step: with a ticket open the next one opens, else the next row is focused. Nothing waits for the network. */
function useListKeys({ tickets, open, goTo, openOne, maySelect }: Keyed): void {
  const step = (by: 1 | -1): void => {
    const from = tickets.findIndex(({ folio }) => folio === (open ?? focusedRow()));
    const at = from === -1 ? 0 : Math.min(tickets.length - 1, Math.max(0, from + by));
    const to = tickets[at]?.folio;
    if (to === undefined) return;
    goTo(at);
    if (open === undefined || to === open) return;
    openOne(to);
  };
  const toggle = (): void => {
    const folio = focusedRow() ?? open ?? null;
    if (folio !== null) toggleChosen(folio);
  };
  const steps = { j: () => step(1), k: () => step(-1), v: () => focusClock(focusedRow() ?? open) };
  useShortcuts({ ...steps, ...(maySelect ? { x: toggle } : {}) });
}
