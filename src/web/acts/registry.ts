import type { ActBody, ActName } from "../../contract/acts.ts";
import type { TicketDetail } from "../../contract/ticket.ts";

/** A dialog that asks for what an act needs. */
export type AskedAct =
  | "admit"
  | "verify"
  | "classify"
  | "assign"
  | "route"
  | "ask-level"
  | "wait"
  | "schedule"
  | "log-call"
  | "link"
  | "merge"
  | "rebind"
  | "close";

/** An act that is done by writing to the ticket. */
export type WrittenAct = "reply" | "ask" | "note" | "solve" | "hand-back";

/** An act that needs nothing to be asked. */
export type PlainAct = "assignToMe" | "unassign" | "resume";

export type ActId = AskedAct | WrittenAct | PlainAct;

/** Who looks at which ticket: what an act's availability depends on. */
export interface AtTicket {
  readonly ticket: Pick<TicketDetail, "acts" | "routes" | "row">;
  readonly me: string;
}

/** A request of the API that an act without questions makes. */
export type PlainRequest = {
  readonly [Name in ActName]: { readonly name: Name; readonly body: ActBody<Name> };
}[ActName];

/** One thing that a person can do to a ticket, as the menu, the box and the shortcuts know it. */
export interface TicketAct {
  readonly id: ActId;
  /** The one-stroke shortcut; `null`: it has none. */
  readonly key: string | null;
  /** How it is done: by writing, by answering a dialog, or at once. */
  readonly by: "writing" | "asking" | "at-once";
  readonly danger?: true;
  /** Whether the ticket takes it now from this person. */
  readonly isOffered: (at: AtTicket) => boolean;
}

const taken =
  (name: ActName) =>
  ({ ticket }: AtTicket): boolean =>
    ticket.acts.includes(name);

const written = (id: WrittenAct, key: string | null): TicketAct => ({
  id,
  key,
  by: "writing",
  isOffered: taken(id),
});

const asked = (id: AskedAct, key: string | null = null): TicketAct => ({
  id,
  key,
  by: "asking",
  isOffered: taken(id),
});

/**
 * Every act of the workspace on one ticket, in the order in which they are offered. The menu beside
 * a ticket, the box that `Ctrl+K` opens and the shortcuts are all drawn from here: an act is declared
 * once, with its key, and is then reachable in all three.
 */
export const ticketActs: readonly TicketAct[] = [
  written("reply", "r"),
  written("note", "n"),
  written("ask", null),
  written("solve", null),
  written("hand-back", null),
  asked("admit"),
  asked("verify"),
  {
    id: "assignToMe",
    key: "i",
    by: "at-once",
    isOffered: (at) => taken("assign")(at) && at.ticket.row.assignee?.id !== at.me,
  },
  asked("assign", "a"),
  {
    id: "unassign",
    key: null,
    by: "at-once",
    isOffered: (at) => taken("assign")(at) && at.ticket.row.assignee !== null,
  },
  asked("classify", "s"),
  {
    ...asked("route", "l"),
    isOffered: (at) => taken("route")(at) && at.ticket.routes.length > 0,
  },
  asked("ask-level"),
  { id: "resume", key: null, by: "at-once", isOffered: taken("resume") },
  asked("log-call"),
  asked("wait"),
  asked("schedule", "h"),
  asked("link"),
  asked("merge"),
  asked("rebind"),
  { ...asked("close"), danger: true },
];

/** The acts that a ticket takes now from this person, in the order in which they are offered. */
export function offeredActs(at: AtTicket): readonly TicketAct[] {
  return ticketActs.filter((act) => act.isOffered(at));
}

/** What an act that asks nothing requests of the API. */
export function plainRequest(id: PlainAct, me: string): PlainRequest {
  if (id === "assignToMe") return { name: "assign", body: { to: me } };
  if (id === "unassign") return { name: "assign", body: { to: null } };
  return { name: "resume", body: {} };
}
