import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { agente, filing, mesa, message, paidUp, ximena } from "../../../test/kit/days.ts";
import { NIVELES, PORTAL, versionOf } from "../../../test/kit/packs.ts";
import { AVANCE, calendars, wall } from "../../../test/kit/rules.ts";
import { livesOf, RUNS_TIMEOUT } from "../../../test/kit/runs.ts";
import { bucketsOf } from "../clock/buckets.ts";
import type { Policy } from "../policy/policy.ts";
import { isRefusal } from "../refusal.ts";
import { isTakenWhenClosed } from "./acts/may.ts";
import { mayNow } from "./may-now.ts";
import type { Act, Command } from "./command.ts";
import { decide } from "./decide.ts";
import type { TicketEvent } from "./event.ts";
import { evolve, fold } from "./evolve.ts";
import type { Context } from "./scene.ts";
import type { Ticket } from "./ticket.ts";

const START = wall("2026-11-20 16:30");
const MINUTE = 60_000;
/** Each case is a life of up to thirty commands: a tenth of the usual number of cases. */
const LIVES = livesOf(2_000);

const said = fc.constantFrom("mail", "form", "phone").map((channel) => message("m", channel));
const word = fc.constantFrom("", " ", "causa");
const none = fc.constant(null);

const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ do: fc.constant("add" as const), message: said, automatic: fc.boolean() }),
  fc.record({
    do: fc.constant("contact" as const),
    message: said,
    how: fc.constantFrom("reply" as const, "call" as const),
    progress: fc.boolean(),
  }),
  fc.record({
    do: fc.constant("ask" as const),
    message: said,
    for: fc.constantFrom("client" as const, "authorisation" as const),
  }),
  fc.record({
    do: fc.constant("classify" as const),
    severity: fc.constantFrom("bajo", "medio-alto", "critico", "otra"),
  }),
  fc.record({
    do: fc.constant("assign" as const),
    to: fc.option(fc.constant({ id: "s1", name: "Uno" })),
  }),
  fc.record({
    do: fc.constant("route" as const),
    to: fc.constantFrom("mesa", "operacion", "desarrollo"),
  }),
  fc.record({ do: fc.constant("hand-back" as const), cause: word, remedy: word }),
  fc.record({
    do: fc.constant("solve" as const),
    cause: word,
    remedy: word,
    message: fc.oneof(said, none),
  }),
  fc.record({
    do: fc.constant("confirm" as const),
    solved: fc.boolean(),
    message: fc.oneof(said, none),
  }),
  fc.record({
    do: fc.constant("schedule" as const),
    until: fc.nat(20_000).map((m) => START + m * MINUTE),
  }),
  fc.record({
    do: fc.constant("claim-urgency" as const),
    ground: fc.constantFrom("plataforma", "proceso", "otro"),
  }),
  fc.record({
    do: fc.constant("close" as const),
    reason: fc.constantFrom("spam" as const, "by-agent" as const),
  }),
  fc.record({
    do: fc.constant("absorb" as const),
    from: fc.constantFrom("HD-1", "HD-9"),
    received: fc.nat(5000).map((m) => START - m * MINUTE),
    contacted: fc.oneof(
      none,
      fc.nat(5000).map((m) => START + m * MINUTE),
    ),
  }),
  fc.constantFrom<Act>(
    { do: "wait", for: "third-party" },
    { do: "resume" },
    { do: "note", message: message() },
    { do: "log-attempt", outcome: "no-answer" },
    { do: "confirm-urgency" },
    { do: "refuse-urgency", reason: "no" },
    { do: "propose-charge", minutes: 30, amount: "1" },
    { do: "accept-charge" },
    { do: "withdraw" },
    { do: "arrive" },
    { do: "leave" },
    { do: "admit" },
    { do: "link", to: "HD-2", as: "related" },
    { do: "pass" },
    { do: "pass" },
  ),
);

interface Step {
  readonly act: Act;
  readonly after: number;
  /** How long before it is written it happened. */
  readonly late: number;
  readonly byAnybody: number;
  readonly unread: boolean;
}

const step: fc.Arbitrary<Step> = fc.record({
  act,
  after: fc.oneof(fc.constant(0), fc.nat(90), fc.nat(4_000)).map((minutes) => minutes * MINUTE),
  late: fc.oneof(
    { weight: 4, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.nat(3_000).map((m) => m * MINUTE) },
  ),
  byAnybody: fc.nat(9),
  unread: fc.boolean(),
});

const policy: fc.Arbitrary<Policy> = fc.constantFrom(PORTAL, NIVELES, {
  ...NIVELES,
  clocks: [...NIVELES.clocks, AVANCE],
});

const lives = fc.tuple(policy, fc.array(step, { maxLength: 30 }));

interface Lived {
  readonly events: readonly TicketEvent[];
  readonly ticket: Ticket;
}

const ofClient = new Set<Act["do"]>([
  "add",
  "confirm",
  "claim-urgency",
  "accept-charge",
  "withdraw",
  "arrive",
  "leave",
]);

function commandOf({ act: wish, late, byAnybody }: Step, now: number): Command {
  const usual = wish.do === "pass" ? mesa : ofClient.has(wish.do) ? ximena : agente;
  const by = byAnybody === 0 ? agente : byAnybody === 1 ? ximena : usual;
  return late === 0 ? { by, act: wish } : { by, act: wish, at: now - late };
}

/** One decision of a life: the ticket before it, and what came of it (null: it was refused). */
interface Look {
  readonly before: Ticket;
  readonly command: Command;
  readonly context: Context;
  readonly lived: Lived | null;
}

/** Lives a life, and calls `look` at every decision. */
function live(
  [rules, steps]: [Policy, readonly Step[]],
  look: (at: Look) => void = () => {},
): Lived {
  let now = START;
  const context = (readUpTo: number | null): Context => ({
    policy: versionOf(rules),
    calendars,
    facts: paidUp,
    now,
    readUpTo,
  });
  const first = decide(null, { by: ximena, act: filing() }, context(null));
  if (isRefusal(first)) throw new Error("not filed");
  let lived: Lived = { events: first.events, ticket: first.ticket };
  for (const one of steps) {
    now += one.after;
    const command = commandOf(one, now);
    const around = context(one.unread ? now - 600 * MINUTE : null);
    const decision = decide(lived.ticket, command, around);
    const before = lived.ticket;
    if (isRefusal(decision)) {
      look({ before, command, context: around, lived: null });
      continue;
    }
    if (decision.wakesAt !== null) expect(decision.wakesAt).toBeGreaterThan(now);
    look({
      before,
      command,
      context: around,
      lived: { events: decision.events, ticket: decision.ticket },
    });
    lived = { events: [...lived.events, ...decision.events], ticket: decision.ticket };
  }
  return lived;
}

/** Refusals that a ticket's state makes, whatever the act says. */
const ofState = [
  "who-may-not",
  "ticket-closed",
  "ticket-merged",
  "not-held",
  "still-held",
  "nothing-to-hand-back",
  "cannot-solve-at-level",
  "already-solved",
  "nothing-to-confirm",
  "reopening-refused",
  "nothing-to-resume",
  "nothing-claimed",
  "nothing-proposed",
  "already-accepted",
  "level-may-not-tell",
];

const property = (name: string, check: (life: [Policy, Step[]]) => void): void => {
  it(name, () => fc.assert(fc.property(lives, check), { numRuns: LIVES }), RUNS_TIMEOUT);
};

describe("whatever happens to a ticket", () => {
  property("its record has no gap, is never in the future, and is written in order", (life) => {
    const { events } = live(life);
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, i) => i + 1));
    let written = 0;
    for (const { at, recorded } of events) {
      expect(at).toBeLessThanOrEqual(recorded);
      expect(recorded).toBeGreaterThanOrEqual(written);
      written = recorded;
    }
  });

  property("folding one by one is folding at once, and replaying changes nothing", (life) => {
    const { events, ticket } = live(life);
    expect(fold(events)).toEqual(ticket);
    expect(fold(structuredClone(events))).toEqual(ticket);
    expect(events.reduce<Ticket>((folded, event) => evolve(folded, event), ticket)).toBe(ticket);
  });

  property("what clocks see is in order, and it waits for one thing at a time", (life) => {
    const { trace, awaiting } = live(life).ticket;
    const places = trace.moments.map(({ at }) => at);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    const waits = trace.pauses.filter(({ reason }) => reason !== "scheduled");
    for (const [i, wait] of waits.entries()) {
      expect(wait.to ?? Infinity).toBeGreaterThan(wait.from);
      expect(wait.to ?? Infinity).toBeLessThanOrEqual(waits[i + 1]?.from ?? Infinity);
    }
    expect(waits.filter(({ to }) => to === null)).toHaveLength(awaiting === null ? 0 : 1);
  });

  property("a closed ticket takes only what it should", (life) => {
    live(life, ({ before, command, lived }) => {
      if (before.closed === null || lived === null) return;
      const isAnswer =
        command.act.do === "add" && lived.events.some(({ fact }) => fact.type === "revised");
      expect(isTakenWhenClosed(command.act) || isAnswer).toBe(true);
      if (!isAnswer) expect(lived.ticket.closed).toEqual(before.closed);
    });
  });

  property("what may be done now is what is not refused for the state of the ticket", (life) => {
    live(life, ({ before, command, context }) => {
      const { act, at, by } = command;
      if (at !== undefined || (act.do === "add" && act.automatic === true)) return;
      if (act.do === "file") return;
      const passed = decide(before, { by: mesa, act: { do: "pass" } }, context);
      if (isRefusal(passed)) throw new Error("time is never refused");
      const offer = act.do === "confirm" && !act.solved ? "reopen" : act.do;
      const offered = mayNow(passed.ticket, { by, at: context.now, context }).has(offer);
      const decision = decide(passed.ticket, command, context);
      if (!offered) expect(decision).toHaveProperty("refused");
      else if (isRefusal(decision)) expect(ofState).not.toContain(decision.refused);
    });
  });

  property("an instant is recorded once: passing again adds nothing", (life) => {
    live(life, ({ context, lived }) => {
      if (lived === null) return;
      const again = decide(lived.ticket, { by: mesa, act: { do: "pass" } }, context);
      expect(again).toMatchObject({ events: [], ticket: lived.ticket });
    });
  });

  property("no breach stands twice", (life) => {
    const { recordedBreaches } = live(life).ticket;
    const standing = recordedBreaches.filter(({ withdrawn }) => !withdrawn);
    const keys = standing.map(({ clock, deadline }) => `${clock} ${deadline}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  property("silence closes only what still waits for the client", (life) => {
    live(life, ({ lived }) => {
      const closing =
        lived?.events.findIndex(
          ({ fact }) => fact.type === "closed" && fact.reason === "silence",
        ) ?? -1;
      if (lived === null || closing < 0) return;
      expect(lived.events[closing - 1]?.fact.type).toMatch(/^(passed|opened)$/);
      expect(lived.events[closing]?.by).toEqual({ kind: "desk" });
    });
  });

  property("its buckets add up to its time", (life) => {
    const { ticket } = live(life);
    const end = ticket.closed?.at ?? ticket.lastRecorded;
    const calendar = calendars("oficina");
    const buckets = bucketsOf(ticket.trace, calendar, ticket.lastRecorded);
    const total = Object.values(buckets).reduce((sum, part) => sum + part, 0);
    const start = ticket.trace.moments.find(({ mark }) => mark === "received")?.at ?? end;
    expect(total).toBe(end - start);
  });
});
