import type { Actor } from "../../ticket/actor.ts";
import { theDesk } from "../../ticket/actor.ts";
import type { Fact, MessageRef, TicketEvent } from "../../ticket/event.ts";
import type { Policy } from "../../policy/policy.ts";
import type { Instant, Millis } from "../../time/instant.ts";

const client: Actor = { kind: "client", name: null, address: null, contact: null };
const agent: Actor = { kind: "staff", id: "generated", name: "generated", level: null };

/** The record of a generated ticket as it grows; what people do, and nothing of what time does. */
export interface Life {
  /** The first words of the desk; a severity that was provisional is the agent's from here on. */
  readonly contact: (at: Instant, asks: boolean) => void;
  /** The client answers; gives that instant. */
  readonly answer: (at: Instant) => Instant;
  readonly solve: (at: Instant) => void;
  /** The client's word on the solution; "solved" ends the ticket. */
  readonly confirm: (at: Instant, solved: boolean) => void;
  readonly events: () => readonly TicketEvent[];
  /** The shortest time that the desk promises at its severity, in milliseconds: what people go by. */
  readonly promised: Millis;
}

/** A ticket that was filed just now. */
export function lifeOf(policy: Policy, filed: Fact, filedAt: Instant): Life {
  const events: TicketEvent[] = [];

  function record(at: Instant, by: Actor, ...facts: readonly Fact[]): void {
    for (const fact of facts) events.push({ seq: events.length + 1, at, recorded: at, by, fact });
  }

  function message(): MessageRef {
    return { id: `m${events.length}`, channel: "mail", files: [] };
  }

  function contact(at: Instant, asks: boolean): void {
    const isProvisional = filed.type === "filed" && filed.provisional;
    if (isProvisional) {
      const { severity } = filed;
      record(at, agent, { type: "classified", severity, from: severity, reason: null });
    }
    const said = { message: message(), how: "reply", progress: false } as const;
    record(at, agent, { type: "contacted", ...said, asks: asks ? "client" : null });
  }

  function confirm(at: Instant, solved: boolean): void {
    if (!solved) return record(at, client, { type: "reopened", message: null });
    record(at, client, { type: "confirmed", message: null });
    record(at, theDesk, { type: "closed", reason: "confirmed", note: null });
  }

  record(filedAt, client, filed);
  return {
    contact,
    answer: (at) => {
      record(at, client, { type: "added", message: message(), automatic: false });
      return at;
    },
    solve: (at) =>
      record(at, agent, { type: "solved", cause: "-", remedy: "-", message: message() }),
    confirm,
    events: () => events,
    promised: filed.type === "filed" ? shortestOf(policy, filed.severity) : 0,
  };
}

function shortestOf({ clocks }: Policy, severity: string): Millis {
  const lengths = clocks.flatMap(({ within, against }) => {
    const limit = (within[severity] ?? within["*"])?.limit;
    return against !== "desk" || limit === undefined || limit.unit === "dates" ? [] : [limit.ms];
  });
  return lengths.length === 0 ? 0 : Math.min(...lengths);
}
