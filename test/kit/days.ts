import type { Calendars } from "../../src/core/clock/clock.ts";
import type { Policy } from "../../src/core/policy/policy.ts";
import { isRefusal } from "../../src/core/refusal.ts";
import type { Actor } from "../../src/core/ticket/actor.ts";
import type { Act, ActOf } from "../../src/core/ticket/command.ts";
import { type Decided, type Decision, decide } from "../../src/core/ticket/decide.ts";
import type { Fact, MessageRef, TicketEvent } from "../../src/core/ticket/event.ts";
import { type Facts, noFacts } from "../../src/core/ticket/facts.ts";
import type { Context } from "../../src/core/ticket/scene.ts";
import type { Telling } from "../../src/core/ticket/telling.ts";
import type { Ticket } from "../../src/core/ticket/ticket.ts";
import type { Instant } from "../../src/core/time/instant.ts";
import { PORTAL, versionOf } from "./packs.ts";
import { calendars, wall, wallOf } from "./rules.ts";

export const ximena: Actor = {
  kind: "client",
  name: "Proveedora de prueba",
  address: "proveedor@example.com",
  contact: null,
};
export const agente: Actor = { kind: "staff", id: "s1", name: "Agente Uno", level: null };
export const mesa: Actor = { kind: "desk" };

/** A message of a channel, by id. */
export function message(id = "m1", channel = "mail"): MessageRef {
  return { id, channel, files: [] };
}

/** A filing with what a test does not care about left plain. */
export function filing(more: Partial<ActOf<"file">> = {}): ActOf<"file"> {
  return {
    do: "file",
    folio: "HD-1",
    channel: "form",
    form: "soporte",
    requester: {
      name: null,
      address: "proveedor@example.com",
      telephone: null,
      identity: "EKU9003173C9",
      contact: null,
      language: "es",
    },
    subject: "Olvidé mi Contraseña",
    fields: { tipo: "contrasena" },
    message: message("m0", "form"),
    portal: null,
    flags: [],
    ...more,
  };
}

/** Support that is paid up. */
export const paidUp: Facts = { ...noFacts, support: { validUntil: null, plan: null } };

interface More {
  readonly at?: string;
  readonly by?: Actor;
  readonly facts?: Facts;
  readonly readUpTo?: string;
  readonly next?: Policy;
}

/** The life of one ticket, driven by commands at wall times of Mexico City. */
export interface Life {
  /** Tries a command; what is decided is kept, a refusal changes nothing. */
  readonly tries: (when: string | Instant, act: Act, more?: More) => Decision;
  /** The same, where a refusal is a fault of the test. */
  readonly does: (when: string | Instant, act: Act, more?: More) => Decided;
  /** Lets time pass as the worker would: at each wake-up up to then. */
  readonly sleepsUntil: (when: string) => void;
  readonly ticket: () => Ticket;
  readonly events: () => readonly TicketEvent[];
  /** What happened, as "breached 2026-11-23 12:00". */
  readonly record: () => readonly string[];
  readonly told: () => readonly Telling[];
  readonly wakesAt: () => Instant | null;
}

const clients = new Set<Act["do"]>([
  "file",
  "add",
  "confirm",
  "claim-urgency",
  "accept-charge",
  "refuse-charge",
  "withdraw",
  "prove",
  "complete",
  "arrive",
  "leave",
]);

function actorOf(act: Act): Actor {
  if (act.do === "pass") return mesa;
  return clients.has(act.do) ? ximena : agente;
}

/** A desk with one policy and no ticket yet. */
export function lifeUnder(policy: Policy = PORTAL, own: Calendars = calendars): Life {
  let bound = policy;
  let ticket: Ticket | null = null;
  let wake: Instant | null = null;
  const events: TicketEvent[] = [];
  const told: Telling[] = [];

  function contextAt(now: Instant, more: More): Context {
    return {
      policy: versionOf(bound, ticket?.policy ?? 1),
      calendars: own,
      facts: more.facts ?? paidUp,
      now,
      readUpTo: more.readUpTo === undefined ? null : wall(more.readUpTo),
      ...(more.next === undefined
        ? {}
        : { next: { policy: versionOf(more.next, (ticket?.policy ?? 1) + 1), calendars: own } }),
    };
  }

  function tries(when: string | Instant, act: Act, more: More = {}): Decision {
    const now = typeof when === "number" ? when : wall(when);
    const at = more.at === undefined ? {} : { at: wall(more.at) };
    const command = { by: more.by ?? actorOf(act), act, ...at };
    const decision = decide(ticket, command, contextAt(now, more));
    if (isRefusal(decision)) return decision;
    if (act.do === "rebind" && more.next !== undefined) bound = more.next;
    ticket = decision.ticket;
    wake = decision.wakesAt;
    events.push(...decision.events);
    told.push(...decision.told);
    return decision;
  }

  function does(when: string | Instant, act: Act, more: More = {}): Decided {
    const decision = tries(when, act, more);
    if (isRefusal(decision)) throw new Error(`refused: ${JSON.stringify(decision)}`);
    return decision;
  }

  function sleepsUntil(when: string): void {
    while (wake !== null && wake <= wall(when)) does(wake, { do: "pass" });
  }

  return {
    tries,
    does,
    sleepsUntil,
    ticket: () => {
      if (ticket === null) throw new Error("no ticket yet");
      return ticket;
    },
    events: () => events,
    record: () => events.map(({ fact, at }) => `${nameOf(fact)} ${wallOf(at)}`),
    told: () => told,
    wakesAt: () => wake,
  };
}

function nameOf(fact: Fact): string {
  if (fact.type === "breached" || fact.type === "warned" || fact.type === "passed") {
    return `${fact.type} ${fact.clock}`;
  }
  if (fact.type === "closed") return `closed by ${fact.reason}`;
  return fact.type === "revised" ? `revised ${fact.what}` : fact.type;
}

/** The code of a refusal; a decision in its place is a fault of the test. */
export function codeOf(decision: Decision): string {
  if (isRefusal(decision)) return decision.refused;
  throw new Error(`not refused: ${decision.events.map(({ fact }) => fact.type).join(", ")}`);
}
