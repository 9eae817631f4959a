import type { Ticket } from "../ticket/ticket.ts";
import type { BulkAct } from "./act.ts";

/** What of a ticket an act on many may change, as it was before. */
export type Before = Pick<Ticket, "assignee" | "severity" | "level">;

/** What of a ticket is kept, so that the act can be undone. */
export function beforeOf({ assignee, severity, level }: Ticket): Before {
  return { assignee, severity, level };
}

const undone: ReadonlySet<BulkAct["do"]> = new Set([
  "assign",
  "classify",
  "route",
  "schedule",
  "join",
  "leave",
]);

/** Whether there is a way back from it: not from what was written down, what ended, or what a client was told. */
export function isUndoable({ do: name }: Pick<BulkAct, "do">): boolean {
  return undone.has(name);
}

/**
 * The act that leads back to how a ticket was; `null`: there is none. What was recorded stays on
 * record, and so do promises that were broken meanwhile: a severity that was provisional comes back
 * as one that somebody gave.
 */
export function inverseOf(act: BulkAct, before: Before): BulkAct | null {
  switch (act.do) {
    case "assign":
      return { do: "assign", to: before.assignee };
    case "classify":
      return { do: "classify", severity: before.severity };
    case "route":
      return { do: "route", to: before.level };
    case "schedule":
      return { do: "resume" };
    case "join":
      return { do: "leave", incident: act.incident };
    case "leave":
      return { do: "join", incident: act.incident };
    default:
      return null;
  }
}

/** Whether a ticket is still as the act left it: what somebody changed since is theirs. */
export function isAsLeft(ticket: Ticket, act: BulkAct): boolean {
  switch (act.do) {
    case "assign":
      return (ticket.assignee?.id ?? null) === (act.to?.id ?? null);
    case "classify":
      return ticket.severity === act.severity;
    case "route":
      return ticket.level === act.to;
    case "schedule":
      return ticket.scheduledUntil === act.until;
    case "join":
    case "leave": {
      const isPart = ticket.links.some(({ to, as }) => to === act.incident && as === "part-of");
      return isPart === (act.do === "join");
    }
    default:
      return false;
  }
}
