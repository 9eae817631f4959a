import { describe, expect, it } from "vitest";
import {
  clock,
  dueBy,
  hours,
  read,
  SILENCIO,
  traceOf,
  wall,
  watch,
} from "../../../test/kit/rules.ts";
import { readClocks } from "./readings.ts";

const asked = ["asked", "2026-11-23 10:00"] as const;
const later = "2026-11-30 10:00";

describe("rule 6: what takes a question back, and what does not", () => {
  it("the end of another wait does not: a third party's, or one that was over as the question was put", () => {
    const third = traceOf([asked], {
      pauses: [["waiting-for-third-party", "2026-11-23 09:30", "2026-11-23 12:00"]],
    });
    const before = traceOf([asked], {
      pauses: [["waiting-for-client", "2026-11-23 09:30", "2026-11-23 10:00"]],
    });
    const after = traceOf([asked], {
      pauses: [["waiting-for-client", "2026-11-23 11:00", "2026-11-23 12:00"]],
    });
    for (const trace of [third, before, after]) {
      expect(dueBy(SILENCIO, trace, { now: later })).toContain("passing 2026-11-25 10:00");
    }
  });

  it.each(["waiting-for-client", "waiting-for-authorisation", "awaiting-confirmation"] as const)(
    "the end of its own wait does, whatever was asked of the client: %s",
    (reason) => {
      const trace = traceOf([asked], { pauses: [[reason, asked[1], "2026-11-24 09:59:59.999"]] });
      expect(dueBy(SILENCIO, trace, { now: later })).toEqual([]);
      expect(read(SILENCIO, trace, later).status).toBe("cancelled");
    },
  );

  it("stays taken back in a ticket that ended long after: silence did not pass in between", () => {
    const trace = traceOf([asked], {
      pauses: [["waiting-for-client", asked[1], "2026-11-23 12:00"]],
      ended: ["closed", "2026-11-27 12:00"],
    });
    expect(dueBy(SILENCIO, trace, { now: later })).toEqual([]);
    expect(read(SILENCIO, trace, later).breach).toBeNull();
  });

  it("the end of the ticket is none: silence that made it passes at that very instant", () => {
    const trace = traceOf([asked], {
      pauses: [["waiting-for-client", asked[1], "2026-11-25 10:00"]],
      ended: ["closed", "2026-11-25 10:00"],
    });
    expect(dueBy(SILENCIO, trace, { now: later })).toContain("passing 2026-11-25 10:00");
    const sooner = traceOf([asked], { ended: ["closed", "2026-11-25 09:59:59.999"] });
    expect(dueBy(SILENCIO, sooner, { now: later })).not.toContain("passing 2026-11-25 10:00");
  });

  it("a question put as the ticket ends starts nothing", () => {
    const trace = traceOf([asked], { ended: ["closed", asked[1]] });
    expect(read(SILENCIO, trace, later).status).toBe("idle");
  });
});

describe("rule 6: the last public word decides", () => {
  it.each(["client-said", "reopened", "confirmed"] as const)(
    "any word of the client stops it: %s",
    (mark) => {
      const trace = traceOf([asked, [mark, "2026-11-24 11:00"]]);
      expect(read(SILENCIO, trace, later)).toMatchObject({
        status: "met",
        stopped: wall("2026-11-24 11:00"),
      });
    },
  );

  it("a word of the desk after the answer asks nothing and starts nothing; a new question does", () => {
    const answered = [
      asked,
      ["client-said", "2026-11-24 11:00"],
      ["told", "2026-11-24 12:00"],
    ] as const;
    expect(read(SILENCIO, traceOf(answered), later)).toMatchObject({ round: 1, status: "met" });
    const again = traceOf([...answered, ["asked", "2026-11-24 13:00"]]);
    expect(read(SILENCIO, again, later)).toMatchObject({
      round: 2,
      limit: wall("2026-11-26 13:00"),
    });
  });

  it("an answer at the very instant at which silence would pass is in time", () => {
    const answered = traceOf([asked, ["client-said", "2026-11-25 10:00"]]);
    expect(read(SILENCIO, answered, later)).toMatchObject({ status: "met", breach: null });
    const late = traceOf([asked, ["client-said", "2026-11-25 10:00:00.001"]]);
    expect(dueBy(SILENCIO, late, { now: later })).toContain("passing 2026-11-25 10:00");
  });

  it("of many rounds those that passed are shown, and the last", () => {
    const tells = clock({
      ...SILENCIO,
      within: { "*": { limit: hours(2) } },
      then: [{ do: "tell", message: "silencio" }],
    });
    const trace = traceOf([
      asked,
      ["told", "2026-11-23 11:00"],
      ["told", "2026-11-23 14:00"],
      ["client-said", "2026-11-23 15:00"],
      ["asked", "2026-11-23 16:00"],
    ]);
    const readings = readClocks(watch(tells, trace), wall("2026-11-23 17:00"));
    expect(readings.map(({ round, status }) => `${round} ${status}`)).toEqual([
      "2 missed",
      "4 running",
    ]);
  });

  it("taken back a millisecond before the answer, it was taken back", () => {
    const marks = [asked, ["client-said", "2026-11-24 11:00"]] as const;
    const wait = (to: string) => traceOf(marks, { pauses: [["waiting-for-client", asked[1], to]] });
    const status = (to: string): string => read(SILENCIO, wait(to), later).status;
    expect(status("2026-11-24 10:59:59.999")).toBe("cancelled");
    expect(status("2026-11-24 11:00")).toBe("met");
  });
});
