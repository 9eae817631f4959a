import { useMemo } from "react";
import type { TicketDetail, TicketRow } from "../../contract/ticket.ts";
import { useDesk } from "../app/desk.tsx";
import { foreseenLines, foreseenRow, foreseenTicket } from "./foresee.ts";
import type { Known, Line } from "./foresee.ts";
import { isOnItsWay, notIn, unseen } from "./lanes.ts";
import type { Underway } from "./lanes.ts";
import { useUnderway } from "./underway.ts";

function useKnown(): Known {
  const { desk } = useDesk();
  return useMemo(
    () => ({ staff: desk.staff, levels: desk.levels.map(({ id }) => id) }),
    [desk.staff, desk.levels],
  );
}

/** A ticket as it is once the acts that are on their way are done; nothing while it is not known. */
export function useForeseenTicket(ticket: TicketDetail | undefined): TicketDetail | undefined {
  const { desk } = useDesk();
  const known = useKnown();
  const acts = useUnderway(desk.id, ticket?.row.folio ?? "");
  return useMemo(
    () =>
      ticket === undefined ? ticket : foreseenTicket(ticket, notIn(acts, ticket.row.seq), known),
    [ticket, acts, known],
  );
}

/** A row of a list as it is once the acts that are on their way are done, and whether there are any. */
export function useForeseenRow(row: TicketRow): {
  readonly row: TicketRow;
  readonly standing: "still" | "on-its-way" | "put-back";
} {
  const { desk, me } = useDesk();
  const known = useKnown();
  const acts = useUnderway(desk.id, row.folio);
  return useMemo(() => {
    if (acts.length === 0) return { row, standing: "still" };
    const isBack = acts.some((one) => one.state === "back" && one.me.id === me.id);
    const coming = notIn(acts, row.seq);
    const now = coming.length === 0 ? row : foreseenRow(row, coming, known);
    const isGoing = acts.some(isOnItsWay);
    return { row: now, standing: isBack ? "put-back" : isGoing ? "on-its-way" : "still" };
  }, [row, acts, known, me.id]);
}

/** The lines that the acts on their way bring to a ticket's timeline, without those that it has already. */
export function useForeseenLines(
  ticket: TicketDetail,
): readonly (readonly [act: Underway, line: Line])[] {
  const { desk } = useDesk();
  const known = useKnown();
  const acts = useUnderway(desk.id, ticket.row.folio);
  return useMemo(
    () => unseen(foreseenLines(ticket.row, notIn(acts, ticket.row.seq), known), ticket.timeline),
    [ticket, acts, known],
  );
}
