import type { ActBody, ActName } from "../../contract/acts.ts";
import type { TicketDetail, TicketRow } from "../../contract/ticket.ts";
import type { Underway } from "./lanes.ts";

/** What is known of a desk that says what an act brings. */
export interface Known {
  readonly staff: readonly { readonly id: string; readonly name: string }[];
  /** The levels' ids, the first one first. */
  readonly levels: readonly string[];
}

/** What an act brings: a row's new values, and the line that its timeline gets. */
interface Foreseen {
  readonly row: Partial<TicketRow>;
  readonly line: Line;
}

/** A line of the timeline as far as it is known before it is recorded. */
export interface Line {
  readonly type: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

type Foresee<Name extends ActName> = (
  row: TicketRow,
  body: ActBody<Name>,
  known: Known & Pick<Underway, "me">,
) => Foreseen;

/** The acts whose outcome is known before the server says it; the others are waited for. */
const foreseen: { readonly [Name in ActName]?: Foresee<Name> } = {
  assign: ({ progress, assignee }, { to }, { staff, me }) => {
    const found = [me, ...staff].find(({ id }) => id === to);
    const person = to === null ? null : { id: to, name: found?.name ?? assignee?.name ?? "" };
    return {
      row: {
        assignee: person,
        ...(person !== null && progress === "unattended" ? { progress: "working" } : {}),
      },
      line: { type: "assigned", facts: { to: person } },
    };
  },
  classify: ({ severity: from }, { severity, reason = null }) => ({
    row: { severity, provisional: false },
    line: { type: "classified", facts: { severity, from, reason } },
  }),
  route: ({ level: from, progress }, { to, reason = null }, { levels }) => ({
    row: { level: to, assignee: null, ...(isMoving(progress) ? atLevel(to, levels) : {}) },
    line: { type: "routed", facts: { to, from, reason } },
  }),
  wait: (_row, { note = null }) => ({
    row: { progress: "waiting-for-third-party" },
    line: { type: "paused", facts: { reason: "waiting-for-third-party", note, until: null } },
  }),
  schedule: (_row, { until, note = null }) => ({
    row: { progress: "scheduled" },
    line: { type: "paused", facts: { reason: "scheduled", note, until } },
  }),
  resume: ({ level, assignee }, _body, { levels }) => ({
    row: assignee === null ? atLevel(level, levels) : { progress: "working" },
    line: { type: "resumed", facts: {} },
  }),
  "confirm-urgency": () => ({
    row: { urgency: "confirmed" },
    line: { type: "urgency-confirmed", facts: {} },
  }),
  "refuse-urgency": (_row, { reason }) => ({
    row: { urgency: "refused" },
    line: { type: "urgency-refused", facts: { reason } },
  }),
};

const isMoving = (progress: TicketRow["progress"]): boolean =>
  ["unattended", "working", "routed"].includes(progress);

const atLevel = (level: string, [first]: readonly string[]): Partial<TicketRow> => ({
  progress: level === (first ?? level) ? "unattended" : "routed",
});

/** Whether what an act brings is shown before the server says it. */
export function isForeseen(name: ActName): boolean {
  return name in foreseen;
}

/** What an act that is under way brings; null: that is known only when it is done. */
function foresee(row: TicketRow, act: Underway, known: Known): Foreseen | null {
  const rule = foreseen[act.name] as Foresee<ActName> | undefined;
  return rule?.(row, act.body, { ...known, me: act.me }) ?? null;
}

/** A row as it will be once its acts are done. */
export function foreseenRow(row: TicketRow, acts: readonly Underway[], known: Known): TicketRow {
  return acts.reduce((now, act) => ({ ...now, ...foresee(now, act, known)?.row }), row);
}

/** The lines that acts bring, in their order. */
export function foreseenLines(
  row: TicketRow,
  acts: readonly Underway[],
  known: Known,
): readonly (readonly [act: Underway, line: Line])[] {
  const lines: (readonly [Underway, Line])[] = [];
  let now = row;
  for (const act of acts) {
    const next = foresee(now, act, known);
    if (next === null) continue;
    lines.push([act, next.line]);
    now = { ...now, ...next.row };
  }
  return lines;
}

/** What is not done twice: once it is on its way, it is not offered. */
const once: readonly ActName[] = ["wait", "resume", "confirm-urgency", "refuse-urgency"];

/** A ticket as it will be once its acts are done: its row and what is offered; its clocks are the server's to say. */
export function foreseenTicket(
  ticket: TicketDetail,
  acts: readonly Underway[],
  known: Known,
): TicketDetail {
  if (acts.length === 0) return ticket;
  const row = foreseenRow(ticket.row, acts, known);
  const names = new Set(acts.map(({ name }) => name));
  const gone = new Set<string>([
    ...once.filter((name) => names.has(name)),
    ...(names.has("confirm-urgency") || names.has("refuse-urgency")
      ? ["confirm-urgency", "refuse-urgency"]
      : []),
  ]);
  const { urgency } = ticket;
  return {
    ...ticket,
    row,
    acts: ticket.acts.filter((name) => !gone.has(name)),
    urgency:
      urgency === null || row.urgency === null ? urgency : { ...urgency, state: row.urgency },
  };
}
