import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { agente, filing, lifeUnder, mesa, message, ximena } from "../../../test/kit/days.ts";
import { wall } from "../../../test/kit/rules.ts";
import type { Actor } from "./actor.ts";
import type { Fact, TicketEvent } from "./event.ts";
import { evolve, fold } from "./evolve.ts";
import type { Ticket } from "./ticket.ts";

const filed = wall("2026-11-23 09:30");
const MINUTE = 60_000;

function first(): TicketEvent {
  const life = lifeUnder();
  life.does(filed, filing({ fields: { tipo: "no-lo-se" } }));
  return life.events()[0] as TicketEvent;
}

/** Facts that happened so many minutes after filing, written in this order. */
function told(...facts: readonly (readonly [minutes: number, fact: Fact, by?: Actor])[]): Ticket {
  const events = facts.map(([minutes, fact, by = agente], i): TicketEvent => {
    const at = filed + minutes * MINUTE;
    return { seq: i + 2, at, recorded: filed + 10_000 * MINUTE, by, fact };
  });
  return fold([first(), ...events]);
}

const asks = (id = "m"): Fact => ({
  type: "contacted",
  message: message(id),
  how: "reply",
  asks: "client",
  progress: false,
});
const says: Fact = { type: "added", message: message(), automatic: false };
const paused = (
  reason: "scheduled" | "waiting-for-third-party",
  until: number | null = null,
): Fact => ({ type: "paused", reason, note: null, until });

/** Pauses in minutes after filing. */
function pausesOf(ticket: Ticket) {
  return ticket.trace.pauses.map(({ reason, from, to }) => [
    reason,
    (from - filed) / MINUTE,
    to === null ? null : (to - filed) / MINUTE,
  ]);
}

describe("a record that is damaged", () => {
  const event = (seq: number, fact: Fact): TicketEvent => ({ ...first(), seq, fact });

  it("is a fault, not a ticket", () => {
    expect(() => fold([])).toThrow("at least one event");
    expect(() => fold([event(1, says)])).toThrow("begins with filed");
    expect(() => fold([{ ...first(), seq: 2 }])).toThrow("begins with filed");
    expect(() => fold([first(), event(3, says)])).toThrow("event 3 of HD-1 follows 1");
    expect(() => fold([first(), { ...first(), seq: 2 }])).toThrow("was filed already");
    expect(() => evolve(fold([first()]), event(3, says))).toThrow("event 3 of HD-1 follows 1");
  });

  it("is not what a repeated event makes", () => {
    const ticket = fold([first(), first(), event(2, says), event(2, says)]);
    expect(ticket.seq).toBe(2);
    expect(evolve(ticket, event(2, says))).toBe(ticket);
  });
});

describe("folding", () => {
  it("changes no ticket that was given out", () => {
    const ticket = Object.freeze(fold([first()]));
    const next = evolve(ticket, { ...first(), seq: 2, at: filed + MINUTE, by: ximena, fact: says });
    expect(ticket.seq).toBe(1);
    expect(next).toMatchObject({ seq: 2, lastAt: filed + MINUTE });
  });

  it("keeps the newest time that something happened, however late it is told", () => {
    const ticket = told([50, says], [20, says]);
    expect(ticket.lastAt).toBe(filed + 50 * MINUTE);
  });

  it("gives the same moments in whatever order the facts arrive", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([10, 20, 30, 40, 50], { minLength: 5 }), (order) => {
        const fact = (minutes: number): Fact => (minutes % 20 === 0 ? says : asks());
        const shuffled = told(...order.map((m) => [m, fact(m)] as const));
        const sorted = told(...order.toSorted((a, b) => a - b).map((m) => [m, fact(m)] as const));
        const plain = ({ trace }: Ticket) => trace.moments.map(({ mark, at }) => [mark, at]);
        expect(plain(shuffled)).toEqual(plain(sorted));
        expect(pausesOf(shuffled)).toEqual(pausesOf(sorted));
        expect(shuffled.awaiting).toBe(sorted.awaiting);
        expect(shuffled.askedAt).toBe(sorted.askedAt);
      }),
    );
  });
});

describe("waits", () => {
  it("open with what is asked and close with the client's word, at its own time", () => {
    expect(pausesOf(told([10, asks()], [30, says, ximena]))).toEqual([
      ["waiting-for-client", 10, 30],
    ]);
  });

  it("do not close with an automatic word", () => {
    const away: Fact = { type: "added", message: message(), automatic: true };
    expect(told([10, asks()], [30, away, ximena])).toMatchObject({
      awaiting: "client",
      unansweredSince: null,
    });
  });

  it("are cut where the question is put anew, and go on", () => {
    const ticket = told([10, asks()], [20, asks()]);
    expect(pausesOf(ticket)).toEqual([
      ["waiting-for-client", 10, 20],
      ["waiting-for-client", 20, null],
    ]);
    expect(ticket.askedAt).toBe(filed + 20 * MINUTE);
  });

  it("of no time at all are not drawn", () => {
    expect(pausesOf(told([10, asks()], [10, says, ximena]))).toEqual([]);
  });

  it("reach from a late question to the answer that was there before it was told", () => {
    expect(pausesOf(told([30, says, ximena], [10, asks()]))).toEqual([
      ["waiting-for-client", 10, 30],
    ]);
  });

  it("for a third party are not the client's to end", () => {
    const ticket = told([10, paused("waiting-for-third-party")], [20, says, ximena]);
    expect(ticket.awaiting).toBe("third-party");
    expect(pausesOf(ticket)).toEqual([["waiting-for-third-party", 10, null]]);
  });

  it("that are scheduled lie beside the others, and end by themselves", () => {
    const until = filed + 60 * MINUTE;
    const ticket = told([10, asks()], [20, paused("scheduled", until)], [30, says, ximena]);
    expect(pausesOf(ticket)).toEqual([
      ["waiting-for-client", 10, 30],
      ["scheduled", 20, 60],
    ]);
    const moved = told(
      [20, paused("scheduled", until)],
      [40, paused("scheduled", until * 2)],
      [50, { type: "resumed", reason: "scheduled" }],
    );
    expect(pausesOf(moved)).toEqual([
      ["scheduled", 20, 40],
      ["scheduled", 40, 50],
    ]);
    expect(moved.scheduledUntil).toBeNull();
  });

  it("survive a late fact that redraws the others", () => {
    const until = filed + 60 * MINUTE;
    const ticket = told([10, asks()], [20, paused("scheduled", until)], [15, says, ximena]);
    expect(pausesOf(ticket)).toEqual([
      ["waiting-for-client", 10, 15],
      ["scheduled", 20, 60],
    ]);
    const asked = told(
      [10, asks()],
      [20, paused("scheduled", until)],
      [30, asks("m2")],
      [15, says, ximena],
    );
    expect(pausesOf(asked)).toEqual([
      ["waiting-for-client", 10, 15],
      ["scheduled", 20, 60],
      ["waiting-for-client", 30, null],
    ]);
  });

  it("that are scheduled anew at the same instant never were; a wait that begins there stays", () => {
    const until = filed + 60 * MINUTE;
    const ticket = told(
      [20, paused("waiting-for-third-party")],
      [20, paused("scheduled", until)],
      [20, paused("scheduled", until * 2)],
    );
    expect(pausesOf(ticket)).toEqual([
      ["waiting-for-third-party", 20, null],
      ["scheduled", 20, (until * 2 - filed) / MINUTE],
    ]);
  });

  it("end with the ticket", () => {
    const ticket = told([10, asks()], [40, { type: "closed", reason: "by-agent", note: null }]);
    expect(pausesOf(ticket)).toEqual([["waiting-for-client", 10, 40]]);
    expect(ticket).toMatchObject({ awaiting: null, closed: { reason: "by-agent" } });
  });
});

describe("what is recorded", () => {
  const deadline = filed + 240 * MINUTE;
  const breach = { clock: "primer-contacto", round: 1, deadline } as const;

  it("names a breach that was withdrawn and one that was added", () => {
    const ticket = told(
      [240, { type: "breached", ...breach, how: "late" }, mesa],
      [300, { type: "revised", what: "breach-withdrawn", ...breach, because: 2 }, mesa],
      [
        300,
        {
          type: "revised",
          what: "breach-added",
          clock: "resolucion",
          round: 1,
          deadline,
          how: "reclassified",
          because: 2,
        },
        mesa,
      ],
      [
        300,
        {
          type: "revised",
          what: "breach-added",
          clock: null,
          round: null,
          deadline: null,
          because: 2,
        },
        mesa,
      ],
    );
    expect(ticket.recordedBreaches).toEqual([
      { ...breach, at: deadline, how: "late", withdrawn: true },
      {
        clock: "resolucion",
        round: 1,
        deadline,
        at: deadline,
        how: "reclassified",
        withdrawn: false,
      },
    ]);
  });

  it("withdraws only the breach of that deadline", () => {
    const ticket = told(
      [240, { type: "breached", ...breach, how: "late" }, mesa],
      [
        300,
        {
          type: "revised",
          what: "breach-withdrawn",
          ...breach,
          deadline: deadline + 1,
          because: 2,
        },
        mesa,
      ],
    );
    expect(ticket.recordedBreaches).toMatchObject([{ withdrawn: false }]);
  });

  it("keeps warnings, passed clocks and opened channels", () => {
    const ticket = told(
      [100, { type: "warned", ...breach, index: 0 }, mesa],
      [240, { type: "passed", ...breach }, mesa],
      [240, { type: "opened", channel: "phone", clock: "atencion" }, mesa],
      [250, { type: "opened", channel: "phone", clock: "atencion" }, mesa],
    );
    expect(ticket.recordedWarnings).toEqual([{ ...breach, index: 0 }]);
    expect(ticket.recordedPasses).toEqual([breach]);
    expect(ticket.opened).toEqual(["phone"]);
  });
});
