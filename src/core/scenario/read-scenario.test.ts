import { describe, expect, it } from "vitest";
import { daysAt, sound } from "../../../test/kit/scenarios.ts";
import type { Act } from "../ticket/command.ts";
import { readSentence } from "./sentence.ts";
import { verbNames } from "./schema/verbs.ts";

function problemsOf(days: string) {
  const read = daysAt(days);
  return "problems" in read ? read.problems : [];
}

describe("reading a scenario", () => {
  it("gives its steps with instants, and where each is written", () => {
    const scenario = sound(
      daysAt(
        `  - at: "2026-11-20 17:00:30.001"\n    client adds: Hola\n  - then: { folio: T-1 }\n`,
      ),
    );
    const at = Date.UTC(2026, 10, 20, 23, 0, 30, 1);
    expect(scenario.steps.map((step) => step.at)).toEqual([at, at]);
    expect(scenario.place(["days", 1, "then", "folio"])).toEqual({ line: 13, column: 20 });
    expect(scenario.given.clients["sur"]?.validUntil).toBe(Date.UTC(2026, 10, 1));
  });

  const wrong: [what: string, days: string, code: string, path: string][] = [
    ["a first step without a time", "  - client adds: x\n", "missing-key", "days.0"],
    ["a time that no calendar has", '  - at: "2026-02-30 10:00"\n', "impossible-time", "days.0.at"],
    ["a time in other words", "  - at: mañana\n", "bad-shape", "days.0.at"],
    [
      "a form without a name",
      '  - at: "2026-11-20 17:00"\n    client files: {}\n',
      "missing-key",
      "days.0.client files",
    ],
    [
      "a channel that is none",
      '  - at: "2026-11-20 17:00"\n    by: fax\n    client adds: x\n',
      "refers-to-nothing",
      "days.0.by",
    ],
    [
      "a citation of nobody's ticket",
      '  - at: "2026-11-20 17:00"\n    cites: A\n    client files caso: {}\n',
      "refers-to-nothing",
      "days.0.cites",
    ],
    [
      "a severity that is none",
      '  - at: "2026-11-20 17:00"\n    then: { severity: leves }\n',
      "refers-to-nothing",
      "days.0.then.severity",
    ],
    [
      "a level that is none",
      '  - at: "2026-11-20 17:00"\n    then: { level: torre }\n',
      "refers-to-nothing",
      "days.0.then.level",
    ],
    [
      "a status that is none",
      '  - at: "2026-11-20 17:00"\n    then: { clocks: { atencion: kept } }\n',
      "not-one-of",
      "days.0.then.clocks.atencion",
    ],
    [
      "words where nothing is said",
      '  - at: "2026-11-20 17:00"\n    client arrives: ya\n',
      "wrong-type",
      "days.0.client arrives",
    ],
    [
      "half a solution",
      '  - at: "2026-11-20 17:00"\n    agent solves: { cause: x }\n',
      "missing-key",
      "days.0.agent solves.remedy",
    ],
    ["no days", "", "wrong-type", "days"],
  ];

  it.each(wrong)("refuses %s, at its place", (...[, days, code, path]) => {
    expect(problemsOf(days).map((one) => `${one.code} ${one.path.join(".")}`)).toEqual([
      `${code} ${path}`,
    ]);
  });

  it("knows a ticket from the step that names it on, and one that is split off", () => {
    const split = `  - at: "2026-11-20 17:00"
    ticket: A
    client files caso: {}
  - ticket: A
    agent splits: { message: x, as: B, subject: y }
  - ticket: B
    client adds: x
`;
    expect(problemsOf(split)).toEqual([]);
    expect(problemsOf(split.replace("ticket: B", "ticket: C"))).toMatchObject([
      { code: "refers-to-nothing", facts: { what: "ticket", name: "C" } },
    ]);
  });
});

describe("a sentence", () => {
  it("is who, a verb of one word or two, and what it is done to", () => {
    expect(readSentence("client files soporte")).toEqual({
      who: "client",
      verb: "files",
      object: "soporte",
    });
    expect(readSentence("mesa hands back")).toEqual({
      who: "mesa",
      verb: "hands back",
      object: null,
    });
    expect(readSentence("agent confirms urgency")).toMatchObject({ verb: "confirms urgency" });
    expect(readSentence("client confirms")).toMatchObject({ verb: "confirms" });
    expect(readSentence("client")).toBeNull();
    expect(readSentence("client shouts")).toBeNull();
  });

  // A new act does not compile here until it has its verb: scenarios can do whatever the desk can.
  // Who else reads a ticket's mail, and what was part of a mass incident, is no rule of any manual.
  type Other = "absorb" | "rebind" | "pass" | "add-participant" | "unlink";
  const verbOf: Readonly<Record<Exclude<Act["do"], Other>, string>> = {
    file: "files",
    prove: "proves",
    hear: "hears",
    verify: "verifies",
    complete: "completes",
    admit: "admits",
    arrive: "arrives",
    leave: "leaves",
    add: "adds",
    contact: "replies",
    ask: "asks",
    note: "notes",
    classify: "classifies",
    assign: "assigns",
    route: "routes",
    "hand-back": "hands back",
    "ask-level": "asks level",
    "answer-level": "answers level",
    "do-step": "does step",
    "accept-account": "accepts account",
    "refuse-account": "refuses account",
    "log-attempt": "logs attempt",
    wait: "waits",
    schedule: "schedules",
    resume: "resumes",
    "claim-urgency": "claims",
    "confirm-urgency": "confirms urgency",
    "refuse-urgency": "refuses urgency",
    "propose-charge": "proposes charge",
    "accept-charge": "accepts charge",
    "refuse-charge": "refuses charge",
    "log-time": "logs time",
    solve: "solves",
    confirm: "confirms",
    withdraw: "withdraws",
    close: "closes",
    "merge-into": "merges into",
    split: "splits",
    link: "links",
  };

  it.each(Object.entries(verbOf))("there is a verb for %s: %s", (_act, verb) => {
    expect(verbNames).toContain(verb);
  });
});
