import { describe, expect, it } from "vitest";
import {
  ATENCION,
  clock,
  dueBy,
  HOUR,
  NOTHING,
  PRIMER_CONTACTO,
  read,
  RESOLUCION,
  SIGUIENTE,
  SILENCIO,
  traceOf,
  wall,
  wallOf,
  watch,
} from "../../../test/kit/rules.ts";
import { dueUpTo, nextDue, nextWake } from "./due.ts";
import { reviseAfter } from "./revise.ts";
import type { Recorded } from "./watched.ts";

describe("rule 1: two times for each event, and facts that arrive late", () => {
  const before = traceOf([["received", "2026-11-20 17:00"]]);
  const now = wall("2026-11-24 10:00");
  const deadline = wall("2026-11-23 12:00");
  const recorded: Recorded = {
    ...NOTHING,
    recordedBreaches: [
      { clock: "primer-contacto", round: 1, deadline, how: "late", withdrawn: false },
    ],
  };

  it("withdraws a breach when a call logged afterwards was in time", () => {
    const after = traceOf([
      ["received", "2026-11-20 17:00"],
      ["contacted", "2026-11-23 11:00"],
    ]);
    const revisions = reviseAfter(before, watch(PRIMER_CONTACTO, after), { recorded, now });
    expect(revisions).toEqual([
      {
        what: "breach-withdrawn",
        clock: "primer-contacto",
        round: 1,
        deadline,
        at: deadline,
        how: "late",
      },
    ]);
  });

  it("leaves the breach where the call was late too", () => {
    const after = traceOf([
      ["received", "2026-11-20 17:00"],
      ["contacted", "2026-11-23 12:01"],
    ]);
    expect(reviseAfter(before, watch(PRIMER_CONTACTO, after), { recorded, now })).toEqual([]);
  });

  it("adds a breach when the client's answer turns out to have come earlier", () => {
    const asked = { severities: [["critico", "2026-11-23 09:00"]] as const };
    const waited = traceOf(
      [
        ["contacted", "2026-11-23 09:00"],
        ["solved", "2026-11-23 17:00"],
      ],
      {
        ...asked,
        pauses: [["waiting-for-client", "2026-11-23 10:00", "2026-11-23 14:00"]],
      },
    );
    const answered = traceOf(
      [
        ["contacted", "2026-11-23 09:00"],
        ["solved", "2026-11-23 17:00"],
      ],
      {
        ...asked,
        pauses: [["waiting-for-client", "2026-11-23 10:00", "2026-11-23 11:00"]],
      },
    );
    const list = reviseAfter(waited, watch(RESOLUCION, answered), { recorded: NOTHING, now });
    expect(list).toEqual([
      expect.objectContaining({ what: "breach-added", at: wall("2026-11-23 16:00"), how: "late" }),
    ]);
  });

  it("withdraws a closing when the client's mail was there before it", () => {
    const passed = wall("2026-11-25 10:00");
    const silent = traceOf([["asked", "2026-11-23 10:00"]], {
      ended: ["closed", "2026-11-25 10:00"],
    });
    const spoken = traceOf(
      [
        ["asked", "2026-11-23 10:00"],
        ["client-said", "2026-11-25 09:58"],
      ],
      { ended: ["closed", "2026-11-25 10:00"] },
    );
    const known = {
      recorded: {
        ...NOTHING,
        recordedPasses: [{ clock: "silencio", round: 1, deadline: passed }],
      },
      now: wall("2026-11-25 10:05"),
    };
    expect(reviseAfter(silent, watch(SILENCIO, spoken), known)).toEqual([
      expect.objectContaining({ what: "closing-withdrawn", clock: "silencio", deadline: passed }),
    ]);
    expect(reviseAfter(silent, watch(SILENCIO, silent), known)).toEqual([]);
  });

  it("does not name a breach again when only the number of its round has changed", () => {
    const later = [["client-said", "2026-11-23 10:00"]] as const;
    const earlier = traceOf([
      ["client-said", "2026-11-20 09:00"],
      ["told", "2026-11-20 09:30"],
      ...later,
    ]);
    const missed = wall("2026-11-23 14:00");
    const known: Recorded = {
      ...NOTHING,
      recordedBreaches: [
        { clock: SIGUIENTE.id, round: 1, deadline: missed, how: "late", withdrawn: false },
      ],
    };
    const at = wall("2026-11-24 12:00");
    const given = { recorded: known, now: at };
    expect(reviseAfter(traceOf(later), watch(SIGUIENTE, earlier), given)).toEqual([]);
    expect(dueUpTo(watch(SIGUIENTE, earlier), known, { now: at, readUpTo: null })).toEqual([]);
  });

  it("records a breach again that was withdrawn and then came after all", () => {
    const withdrawn = recorded.recordedBreaches.map((breach) => ({ ...breach, withdrawn: true }));
    const again = { ...NOTHING, recordedBreaches: withdrawn };
    expect(
      dueBy(clock({ ...PRIMER_CONTACTO, warn: [] }), before, {
        now: "2026-11-24 10:00",
        recorded: again,
      }),
    ).toEqual(["breach 2026-11-23 12:00"]);
  });
});

describe("rule 2: an event exactly at the deadline meets it", () => {
  it.each([
    [0, "met", null],
    [1, "missed", "2026-11-23 12:00"],
  ] as const)("contact %i ms after it: %s", (late, status, breach) => {
    const at = wall("2026-11-23 12:00") + late;
    const reading = read(
      PRIMER_CONTACTO,
      traceOf([
        ["received", "2026-11-20 17:00"],
        ["contacted", at],
      ]),
      "2026-11-25 12:00",
    );
    expect(reading.status).toBe(status);
    expect(wallOf(reading.breach?.at)).toBe(breach);
    expect(reading.stopped).toBe(at);
  });

  it("a pause exactly at the deadline comes before it: the clock breaches when it goes on", () => {
    const trace = traceOf([["contacted", "2026-11-23 09:00"]], {
      severities: [["critico", "2026-11-23 09:00"]],
      pauses: [["waiting-for-client", "2026-11-23 15:00", "2026-11-23 16:30"]],
    });
    expect(wallOf(read(RESOLUCION, trace, "2026-11-23 16:00").breach?.at)).toBe(null);
    expect(wallOf(read(RESOLUCION, trace, "2026-11-23 16:30").breach?.at)).toBe("2026-11-23 16:30");
  });

  it("a change of severity exactly at the deadline comes before it", () => {
    const trace = traceOf([["contacted", "2026-11-23 09:00"]], {
      severities: [
        ["critico", "2026-11-23 09:00"],
        ["bajo", "2026-11-23 15:00"],
      ],
    });
    expect(read(RESOLUCION, trace, "2026-11-23 17:00").status).toBe("running");
  });
});

describe("rule 3: instants hostile to the client wait until the channels have been read", () => {
  const trace = traceOf([["asked", "2026-11-23 10:00"]]);
  const now = wall("2026-11-25 10:10");
  const warned: Recorded = {
    ...NOTHING,
    recordedWarnings: [
      { clock: "silencio", round: 1, index: 0, deadline: wall("2026-11-25 10:00") },
    ],
  };

  it("silence does not pass while the mailbox was read only before it", () => {
    const watched = watch(SILENCIO, trace);
    const behind = { now, readUpTo: wall("2026-11-25 09:59") };
    expect(dueUpTo(watched, warned, behind)).toEqual([]);
    expect(nextDue(watched, warned, behind)).toBe(null);
    expect(nextWake(watched, warned, behind)).toBe(now + 60_000);
  });

  it("silence passes once it has been read up to that instant, at its true time", () => {
    const watched = watch(SILENCIO, trace);
    const read = { now, readUpTo: wall("2026-11-25 10:00") };
    expect(dueUpTo(watched, warned, read)).toEqual([
      {
        due: "passing",
        at: wall("2026-11-25 10:00"),
        clock: "silencio",
        round: 1,
        deadline: wall("2026-11-25 10:00"),
      },
    ]);
    expect(nextWake(watched, warned, read)).toBe(null);
  });

  it("what only the desk would lose by does not wait", () => {
    const unread = { now, readUpTo: wall("2026-11-01 00:00") };
    const late = traceOf([["received", "2026-11-20 17:00"]]);
    expect(dueUpTo(watch(ATENCION, late), NOTHING, unread).map((d) => d.due)).toEqual([
      "breach",
      "passing",
    ]);
    expect(nextWake(watch(ATENCION, late), NOTHING, unread)).toBe(null);
  });
});

describe("rule 4: who stops a first-contact clock", () => {
  it.each([
    "assigned",
    "routed",
    "handed-back",
    "call-attempted",
    "classified",
    "client-said",
  ] as const)("%s does not stop it", (mark) => {
    const trace = traceOf([
      ["received", "2026-11-20 17:00"],
      [mark, "2026-11-20 17:10"],
    ]);
    expect(read(PRIMER_CONTACTO, trace, "2026-11-20 17:30").status).toBe("running");
  });

  it("a public message or an answered call does", () => {
    const trace = traceOf([
      ["received", "2026-11-20 17:00"],
      ["contacted", "2026-11-20 17:10"],
    ]);
    expect(read(PRIMER_CONTACTO, trace, "2026-11-20 17:30")).toMatchObject({
      status: "met",
      used: HOUR / 6,
      provisional: false,
    });
  });
});

describe("rule 5: waiting for the client ends at the client's own instant", () => {
  it("what counts is when the message came, not when it was read", () => {
    const trace = traceOf([["contacted", "2026-11-23 09:00"]], {
      severities: [["critico", "2026-11-23 09:00"]],
      pauses: [["waiting-for-client", "2026-11-23 10:00", "2026-11-23 11:59:30"]],
    });
    const reading = read(RESOLUCION, trace, "2026-11-23 14:00");
    expect(reading.used).toBe(3 * HOUR + 30_000);
    expect(wallOf(reading.limit)).toBe("2026-11-23 16:59:30");
  });
});

describe("rule 6: silence", () => {
  const asked = ["asked", "2026-11-23 10:00"] as const;

  it("runs from the desk's question, and any word of the client stops it", () => {
    expect(wallOf(read(SILENCIO, traceOf([asked]), "2026-11-24 09:00").limit)).toBe(
      "2026-11-25 10:00",
    );
    const answered = traceOf([asked, ["client-said", "2026-11-24 08:00"]]);
    expect(read(SILENCIO, answered, "2026-11-27 10:00")).toMatchObject({
      status: "met",
      stopped: wall("2026-11-24 08:00"),
    });
    const refused = traceOf([asked, ["reopened", "2026-11-24 08:00"]]);
    expect(read(SILENCIO, refused, "2026-11-27 10:00").status).toBe("met");
  });

  it("a further message of the desk starts it again, and its warning too", () => {
    const trace = traceOf([asked, ["told", "2026-11-24 16:00"]]);
    const reading = read(SILENCIO, trace, "2026-11-25 11:00");
    expect(reading).toMatchObject({ round: 2, status: "running" });
    expect(wallOf(reading.limit)).toBe("2026-11-26 16:00");
    expect(dueBy(SILENCIO, trace, { now: "2026-11-26 17:00" })).toEqual([
      "warning 2026-11-24 10:00",
      "warning 2026-11-25 16:00",
      "passing 2026-11-26 16:00",
    ]);
  });

  it("one act that tells and asks starts it once", () => {
    const moments = [
      { mark: "told", at: wall("2026-11-23 10:00"), seq: 4 },
      { mark: "asked", at: wall("2026-11-23 10:00"), seq: 4 },
      { mark: "told", at: wall("2026-11-23 10:00"), seq: 4 },
    ] as const;
    const trace = { ...traceOf([]), moments };
    expect(read(SILENCIO, trace, "2026-11-24 09:00").round).toBe(1);
  });

  it("a word of the desk that asks nothing does not start it", () => {
    const trace = traceOf([["told", "2026-11-23 10:00"]]);
    expect(read(SILENCIO, trace, "2026-11-30 10:00").status).toBe("idle");
  });

  it("a question that the desk takes back ends it", () => {
    const trace = traceOf([asked], {
      pauses: [["waiting-for-client", "2026-11-23 10:00", "2026-11-23 12:00"]],
    });
    expect(read(SILENCIO, trace, "2026-11-30 10:00")).toMatchObject({
      status: "cancelled",
      breach: null,
    });
    expect(dueBy(SILENCIO, trace, { now: "2026-11-30 10:00" })).toEqual([]);
  });

  it("an answer ends the wait at its own instant, and is no taking back", () => {
    const trace = traceOf([asked, ["client-said", "2026-11-23 12:00"]], {
      pauses: [["waiting-for-client", "2026-11-23 10:00", "2026-11-23 12:00"]],
    });
    expect(read(SILENCIO, trace, "2026-11-30 10:00")).toMatchObject({
      status: "met",
      stopped: wall("2026-11-23 12:00"),
    });
  });

  it("is over at the very instant at which the question is taken back", () => {
    const trace = traceOf([asked, ["told", "2026-11-23 12:00"]], {
      pauses: [["waiting-for-client", "2026-11-23 10:00", "2026-11-23 12:00"]],
    });
    expect(read(SILENCIO, trace, "2026-11-23 12:00")).toMatchObject({ status: "cancelled" });
    expect(dueBy(SILENCIO, trace, { now: "2026-11-30 10:00" })).toEqual([]);
  });
  it("a question taken back in favour of another starts it again at the other", () => {
    const trace = traceOf([asked, ["asked", "2026-11-23 12:00"]], {
      pauses: [
        ["waiting-for-client", "2026-11-23 10:00", "2026-11-23 12:00"],
        ["waiting-for-authorisation", "2026-11-23 12:00", null],
      ],
    });
    expect(wallOf(read(SILENCIO, trace, "2026-11-24 10:00").limit)).toBe("2026-11-25 12:00");
  });
});
