import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { agente, filing, mesa, message, paidUp, ximena } from "../../../test/kit/days.ts";
import { PORTAL, versionOf } from "../../../test/kit/packs.ts";
import {
  AVANCE,
  hours,
  OFICINA,
  PRIMER_CONTACTO,
  RESOLUCION,
  SIGUIENTE,
  wall,
  wallOf,
} from "../../../test/kit/rules.ts";
import { livesOf, RUNS_TIMEOUT } from "../../../test/kit/runs.ts";
import { calendarOf } from "../calendar/calendar.ts";
import type { DatedException, Hours } from "../calendar/source.ts";
import type { Calendars, ClockReading } from "../clock/clock.ts";
import { explainClock } from "../clock/explain.ts";
import { readClocks } from "../clock/readings.ts";
import type { Policy, PolicyVersion } from "../policy/policy.ts";
import { isRefusal } from "../refusal.ts";
import { DAY, HOUR, MINUTE } from "../time/instant.ts";
import type { Instant } from "../time/instant.ts";
import { civilDate } from "../time/civil.ts";
import type { CalendarChange } from "./calendar-change.ts";
import type { Act } from "./command.ts";
import { decide } from "./decide.ts";
import type { TicketEvent } from "./event.ts";
import { fold } from "./evolve.ts";
import type { Ticket } from "./ticket.ts";
import { watched } from "./view.ts";

const LIVES = livesOf(500);

const policy: Policy = {
  ...PORTAL,
  clocks: [
    { ...PRIMER_CONTACTO, within: { "*": { limit: hours(4) } } },
    { ...RESOLUCION, within: { "*": { limit: hours(12) } } },
    { ...SIGUIENTE, within: { "*": { limit: hours(3) } } },
    { ...AVANCE, every: { "*": [{ every: hours(5) }] } },
  ],
};
const version = versionOf(policy, 1);

/** The same with one promise alone: first contact within four hours. */
const alone = versionOf({ ...policy, clocks: policy.clocks.slice(0, 1) }, 1);

type Published = DatedException & { readonly published: Instant };

const offices = new WeakMap<readonly Published[], Calendars[]>();

/** The office with the first `known` of the exceptions published; compiled once. */
function office(exceptions: readonly Published[], known = exceptions.length): Calendars {
  const list = offices.get(exceptions) ?? [];
  offices.set(exceptions, list);
  return (list[known] ??= compiled(exceptions.slice(0, known)));
}

function compiled(exceptions: readonly Published[]): Calendars {
  const calendar = calendarOf({ ...OFICINA, exceptions });
  return () => calendar;
}

/** The changes that these exceptions make, one after the other. */
function changesOf(exceptions: readonly Published[]): CalendarChange[] {
  return exceptions.map(({ date, published }, i) => ({
    exception: i + 1,
    published,
    calendar: "oficina",
    date,
    why: "Simulacro",
    before: office(exceptions, i),
    after: office(exceptions, i + 1),
  }));
}

interface Doing {
  readonly at: Instant;
  readonly act: Act;
}

interface Lived {
  readonly ticket: Ticket;
  readonly events: readonly TicketEvent[];
}

const ofClient = new Set<Act["do"]>(["file", "add", "confirm"]);

/**
 * A life in which the desk looks at what was published as the ticket is next decided on; `noticed`:
 * also at once, as the worker does.
 */
function live(
  doings: readonly Doing[],
  exceptions: readonly Published[],
  { noticed, under = version }: { readonly noticed: boolean; readonly under?: PolicyVersion },
): Lived {
  const looks = noticed
    ? exceptions.map(({ published: at }): Doing => ({ at, act: { do: "pass" } }))
    : [];
  const all = [...doings, ...looks].toSorted((a, b) => a.at - b.at);
  const changes = changesOf(exceptions);
  const events: TicketEvent[] = [];
  let ticket: Ticket | null = null;
  let seen = 0;
  for (const { at: now, act } of all) {
    const known = exceptions.filter(({ published }) => published <= now).length;
    const by = act.do === "pass" ? mesa : ofClient.has(act.do) ? ximena : agente;
    const decided = decide(
      ticket,
      { by, act },
      {
        policy: under,
        calendars: office(exceptions, known),
        facts: paidUp,
        now,
        readUpTo: null,
        changes: ticket === null ? [] : changes.slice(seen, known),
      },
    );
    if (isRefusal(decided)) continue;
    ({ ticket } = decided);
    seen = known;
    events.push(...decided.events);
  }
  if (ticket === null) throw new Error("nothing was filed");
  return { ticket, events };
}

function readingsOf(ticket: Ticket, calendars: Calendars, now: Instant): ClockReading[] {
  return readClocks(watched(ticket, { policy: version, calendars }, now), now);
}

const at = (when: string, act: Act): Doing => ({ at: wall(when), act });
const reply: Act = { do: "contact", message: message(), how: "reply" };
const filed = at("2026-11-20 17:00", filing());
const monday: Published = {
  date: "2026-11-23",
  open: [],
  published: wall("2026-11-20 17:30"),
  why: "Simulacro",
};

describe("rule 10: an exception of a calendar that moves a limit that the client was told", () => {
  const pass = at("2026-11-20 17:40", { do: "pass" });

  it("is recorded at its publication, with the date that was told beside the computed one", () => {
    const { events, ticket } = live([filed, pass], [monday], { noticed: false, under: alone });
    expect(events.at(-1)).toMatchObject({
      at: monday.published,
      recorded: wall("2026-11-20 17:40"),
      by: { kind: "desk" },
      fact: {
        type: "limit-moved",
        clock: "primer-contacto",
        promised: wall("2026-11-23 12:00"),
        deadline: wall("2026-11-24 12:00"),
        exception: 1,
        date: "2026-11-23",
        why: "Simulacro",
      },
    });
    const [contact] = readingsOf(ticket, office([monday]), wall("2026-11-20 18:00"));
    expect([wallOf(contact?.promised), wallOf(contact?.limit)]).toEqual([
      "2026-11-23 12:00",
      "2026-11-24 12:00",
    ]);
    const explained = explainClock(
      watched(ticket, { policy: version, calendars: office([monday]) }, pass.at),
      { clock: "primer-contacto", policy: 1 },
      pass.at,
    );
    expect(wallOf(explained?.promised)).toBe("2026-11-23 12:00");
  });

  it("is missed at the computed limit, and not at the date that was told", () => {
    const late = at("2026-11-25 09:00", { do: "pass" });
    const { events } = live([filed, pass, late], [monday], { noticed: false, under: alone });
    const breaches = events.filter(({ fact }) => fact.type === "breached");
    expect(breaches.map(({ at: when }) => wallOf(when))).toEqual(["2026-11-24 12:00"]);
  });

  it("keeps the date that was told first when it is moved again, and none where it moves back", () => {
    const tuesday = { ...monday, date: "2026-11-24", published: wall("2026-11-20 17:35") };
    const again = live([filed, pass], [monday, tuesday], { noticed: false, under: alone });
    const moves = again.events.flatMap(({ fact }) =>
      fact.type === "limit-moved" ? [[wallOf(fact.promised), wallOf(fact.deadline)]] : [],
    );
    expect(moves).toEqual([
      ["2026-11-23 12:00", "2026-11-24 12:00"],
      ["2026-11-23 12:00", "2026-11-25 12:00"],
    ]);
    const open: Published = { ...tuesday, date: "2026-11-23", open: [["09:00", "18:00"]] };
    const back = live([filed, pass], [monday, open], { noticed: false, under: alone });
    const [contact] = readingsOf(back.ticket, office([monday, open]), wall("2026-11-20 18:00"));
    expect([contact?.promised, wallOf(contact?.limit)]).toEqual([null, "2026-11-23 12:00"]);
  });

  it("makes no record where the date that it replaces is no part of the promise", () => {
    const far = { ...monday, date: "2026-12-24" };
    const { events } = live([filed, pass], [far], { noticed: false, under: alone });
    expect(events.map(({ fact }) => fact.type)).toEqual(["filed"]);
  });

  it("tells no date of a clock that is paused, and none of a ticket that has ended", () => {
    const ask = at("2026-11-20 17:10", { do: "ask", message: message(), for: "client" });
    const paused = live([filed, ask, pass], [monday], { noticed: false, under: alone });
    expect(paused.events.map(({ fact }) => fact.type)).not.toContain("limit-moved");
    const close = at("2026-11-20 17:20", { do: "close", reason: "by-agent", note: "" });
    const ended = live([filed, close, pass], [monday], { noticed: false, under: alone });
    expect(ended.events.map(({ fact }) => fact.type)).not.toContain("limit-moved");
  });

  it("is forgotten beside the promise of another severity, which is told anew", () => {
    const classify = at("2026-11-20 17:50", { do: "classify", severity: "critico" });
    const { ticket } = live([filed, pass, classify], [monday], { noticed: false, under: alone });
    const [contact] = readingsOf(ticket, office([monday]), wall("2026-11-20 18:00"));
    expect(contact?.promised).toBeNull();
  });

  it("is recorded once, however often the ticket is looked at", () => {
    const looks = ["17:41", "17:42", "17:43"].map((when) =>
      at(`2026-11-20 ${when}`, { do: "pass" }),
    );
    const { events } = live([filed, ...looks], [monday], { noticed: true, under: alone });
    expect(events.map(({ fact }) => fact.type)).toEqual(["filed", "limit-moved"]);
  });
});

const START = wall("2026-11-20 09:00");

const acts: fc.Arbitrary<Act> = fc.constantFrom<Act>(
  reply,
  { do: "ask", message: message(), for: "client" },
  { do: "add", message: message() },
  { do: "wait", for: "third-party" },
  { do: "classify", severity: "critico" },
  { do: "pass" },
);

const doings = fc
  .array(fc.record({ after: fc.integer({ min: 1, max: 1_500 }), act: acts }), { maxLength: 10 })
  .map((steps) => {
    let now = START;
    const list: Doing[] = [{ at: now, act: filing() }];
    for (const { after, act } of steps) {
      now += after * MINUTE;
      list.push({ at: now, act });
    }
    return [...list, { at: now + 30 * DAY, act: { do: "pass" } } satisfies Doing];
  });

const opens: fc.Arbitrary<readonly Hours[]> = fc.constantFrom<readonly Hours[]>(
  [],
  [["09:00", "13:00"]],
  [["07:00", "22:00"]],
  [["00:00", "24:00"]],
);

const exceptions = fc
  .array(fc.record({ after: fc.integer({ min: 1, max: 3_000 }), ahead: fc.nat(5), open: opens }), {
    minLength: 1,
    maxLength: 4,
  })
  .map((list) => {
    let published = START;
    return list.map(({ after, ahead, open }): Published => {
      published += after * MINUTE;
      const day = Math.floor((published - 6 * HOUR) / DAY);
      return { date: civilDate(day + ahead), open, published };
    });
  });

const breachesBefore = ({ events }: Lived, published: Instant): unknown[] =>
  events.flatMap(({ at: when, fact }) =>
    fact.type === "breached" && when < published ? [[when, fact]] : [],
  );

describe("whatever is published, and whenever", () => {
  it(
    "no breach that happened before the publication is moved, made or taken away",
    () => {
      fc.assert(
        fc.property(doings, exceptions, (life, published) => {
          for (const [i, exception] of published.entries()) {
            const before = live(life, published.slice(0, i), { noticed: true });
            const after = live(life, published.slice(0, i + 1), { noticed: true });
            const when = exception.published;
            expect(breachesBefore(after, when)).toEqual(breachesBefore(before, when));
          }
        }),
        { numRuns: LIVES },
      );
    },
    RUNS_TIMEOUT,
  );

  it(
    "what is kept as promised is the limit as it stood until the publication, the first time it moves",
    () => {
      fc.assert(
        fc.property(doings, exceptions, (life, published) => {
          const { events } = live(life, published, { noticed: true });
          for (const { seq, at: when, fact } of events) {
            if (fact.type !== "limit-moved") continue;
            const ticket = fold(events.slice(0, seq - 1));
            const told = readingsOf(ticket, office(published, fact.exception - 1), when).find(
              ({ rule, round }) => rule.id === fact.clock && round === fact.round,
            );
            expect(told?.status).toBe("running");
            expect(fact.promised).toBe(told?.promised ?? told?.limit);
            const now = readingsOf(ticket, office(published, fact.exception), when).find(
              ({ rule, round }) => rule.id === fact.clock && round === fact.round,
            );
            expect(fact.deadline).toBe(now?.limit);
          }
        }),
        { numRuns: LIVES },
      );
    },
    RUNS_TIMEOUT,
  );

  it(
    "it is recorded alike whether the desk looks at once or when something happens next",
    () => {
      fc.assert(
        fc.property(doings, exceptions, (life, published) => {
          const moves = ({ events }: Lived): unknown[] =>
            events.flatMap(({ at: when, fact }) =>
              fact.type === "limit-moved" ? [[when, fact]] : [],
            );
          const atOnce = live(life, published, { noticed: true });
          const later = live(life, published, { noticed: false });
          expect(moves(later)).toEqual(moves(atOnce));
          expect(fold(atOnce.events)).toEqual(atOnce.ticket);
        }),
        { numRuns: LIVES },
      );
    },
    RUNS_TIMEOUT,
  );
});
