import { describe, expect, it } from "vitest";
import { daysAt, sound, workshop } from "../../../test/kit/scenarios.ts";
import { localInstant } from "./moment.ts";
import { readScenario } from "./read-scenario.ts";

const AT = '  - at: "2026-11-20 17:00"\n';

/** Everything that is told of these days: what, where, and the name that was probably meant. */
function told(days: string) {
  const read = daysAt(days);
  if (!("problems" in read)) return [];
  return read.problems.map(({ code, path, facts }) => [code, path.slice(2).join("."), facts]);
}
const nothing = (what: string, name: string, near: string | null) =>
  expect.objectContaining({ what, name, near });

describe("a sentence of a scenario", () => {
  it.each<[string, unknown[]]>([
    ["maira adds: x", ["refers-to-nothing", "maira adds", nothing("person", "maira", "maria")]],
    ["client asds: x", ["refers-to-nothing", "client asds", nothing("verb", "asds", "adds")]],
    [
      "client hans back: x",
      [
        "refers-to-nothing",
        "client hans back",
        expect.objectContaining({ what: "verb", near: "hands back" }),
      ],
    ],
    [
      "client files casa: {}",
      ["refers-to-nothing", "client files casa", nothing("form", "casa", "caso")],
    ],
    ["them: {}", ["unknown-key", "them", { key: "them", near: "then" }]],
  ])("%s is told what was meant", (written, problem) =>
    expect(told(`${AT}    ${written}\n`)).toEqual([problem]),
  );

  it("is one for each step", () =>
    expect(told(`${AT}    client adds: x\n    lucia replies: y\n`)).toEqual([
      ["two-acts", "lucia replies", { first: "client adds", second: "lucia replies" }],
    ]));

  it("may be of anybody known: contacts, people of the desk, a level, the desk itself", () => {
    for (const who of ["client", "agent", "desk", "maria", "jose", "lucia", "mesa", "fabrica"])
      expect(told(`${AT}    ${who} adds: x\n`)).toEqual([]);
  });

  it.each([
    ["client confirms: maybe", "client confirms"],
    ["agent logs attempt: busy", "agent logs attempt"],
    ["agent closes: bored", "agent closes"],
    ["agent solves: { cause: x, remedy: y, more: z }", "agent solves.more"],
    ["agent logs time: { minutes: 0, work: x }", "agent logs time.minutes"],
    ["agent asks: { says: x, for: nobody }", "agent asks.for"],
  ])("%s is refused where it is wrong", (written, place) =>
    expect(told(`${AT}    ${written}\n`).map(([, path]) => path)).toEqual([place]),
  );
});

describe("the names in what must be true", () => {
  it.each(["due", "target", "clocks", "keeps", "breached", "warned", "passed"])(
    "%s is of clocks that there are",
    (word) => {
      const value = { clocks: "running", keeps: "T-1" }[word] ?? '"2026-11-20 18:00"';
      expect(told(`${AT}    then: { ${word}: { atencio: ${value} } }\n`)).toEqual([
        ["refers-to-nothing", `then.${word}.atencio`, nothing("clock", "atencio", "atencion")],
      ]);
      expect(told(`${AT}    then: { ${word}: { atencion: ${value} } }\n`)).toEqual([]);
    },
  );

  it("are told each once, in the order of the days", () =>
    expect(
      told(
        `${AT}    by: fono\n    client adds: x\n    then: { severity: leves, level: mesas }\n`,
      ).map(([, path]) => path),
    ).toEqual(["by", "then.severity", "then.level"]));

  it("know a ticket only from the step that files it on", () => {
    const adds = "  - ticket: A\n    client adds: x\n";
    const files = `${AT}    ticket: A\n    client files caso: {}\n`;
    expect(told(`${files}${adds}`)).toEqual([]);
    expect(told(`${AT}    ticket: A\n    client adds: x\n`)).toEqual([
      ["refers-to-nothing", "ticket", nothing("ticket", "A", null)],
    ]);
    expect(told(`${files}  - cites: B\n    client files caso: {}\n`)).toEqual([
      ["refers-to-nothing", "cites", expect.objectContaining({ what: "ticket", name: "B" })],
    ]);
  });
});

describe("the times of a scenario", () => {
  it("never go back, and may stand still", () => {
    expect(told(`${AT}  - at: "2026-11-20 16:59:59.999"\n    client adds: x\n`)).toEqual([
      ["time-goes-back", "at", { time: "2026-11-20 16:59:59.999" }],
    ]);
    expect(told(`${AT}  - at: "2026-11-20 17:00"\n    client adds: x\n`)).toEqual([]);
  });

  it("are local to the desk, and a day that there is not is none", () => {
    expect(localInstant("2026-11-20 17:00", "America/Mexico_City")).toBe(
      Date.parse("2026-11-20T23:00:00Z"),
    );
    expect(localInstant("2022-06-20 17:00:00.5", "America/Mexico_City")).toBe(
      Date.parse("2022-06-20T22:00:00.500Z"),
    );
    expect(localInstant("2026-11-31 17:00", "America/Mexico_City")).toBeNull();
    expect(told(`${AT}    happened: "2026-13-01 10:00"\n    client adds: x\n`)).toEqual([
      ["impossible-time", "happened", { time: "2026-13-01 10:00" }],
    ]);
  });
});

describe("what is given before the first day", () => {
  const given = (written: string) =>
    sound(
      readScenario(
        `name: Un día\nclauses: [T-1]\n${written}days:\n${AT}    client adds: x\n`,
        "dia.yaml",
        workshop,
      ),
    ).given;

  it("is nobody and nothing, in Spanish, from the first ticket on", () =>
    expect(given("")).toEqual({
      clients: {},
      contacts: {},
      staff: {},
      announcements: [],
      language: "es",
      nextFolio: 1,
    }));

  it("is who is known, with what they may", () =>
    expect(
      given(`given:
  language: en
  next-folio: 165
  clients: { norte: {}, sur: { portal: sur, plan: oro, support-until: "2026-10-31 18:00" } }
  contacts: { ana: { address: a@example.com }, eva: { address: e@example.com, name: Eva, role: jefa, client: sur, trained: false, registered: "2026-11-01 09:00" } }
  staff: { lucia: {}, omar: { name: Omar, level: mesa, role: agent } }
`),
    ).toEqual({
      language: "en",
      nextFolio: 165,
      announcements: [],
      clients: {
        norte: { portal: null, validUntil: null, plan: null },
        sur: { portal: "sur", validUntil: Date.parse("2026-11-01T00:00:00Z"), plan: "oro" },
      },
      contacts: {
        ana: {
          address: "a@example.com",
          name: null,
          role: "requester",
          client: null,
          trained: null,
          registered: null,
        },
        eva: {
          address: "e@example.com",
          name: "Eva",
          role: "jefa",
          client: "sur",
          trained: false,
          registered: Date.parse("2026-11-01T15:00:00Z"),
        },
      },
      staff: {
        lucia: { name: "lucia", level: null, role: null },
        omar: { name: "Omar", level: "mesa", role: "agent" },
      },
    }));
});

describe("a file that is no scenario", () => {
  const refused = (text: string) => {
    const read = readScenario(text, "dia.yaml", workshop);
    return "problems" in read ? read.problems.map(({ code, line }) => `${code} ${line}`) : [];
  };

  it("is refused with what it is", () => {
    expect(refused("")).toEqual(["not-a-scenario 1"]);
    expect(refused("[a]")).toEqual(["not-a-scenario 1"]);
    expect(refused("name: x\n\tdays: y")).toEqual(["yaml-tab 2"]);
    expect(refused("name: x\nclauses: [T-1]\n")).toEqual(["missing-key 1"]);
    expect(refused(`name: x\nclauses: [T-1]\ndayz: 1\n`)).toEqual(["unknown-key 3"]);
  });
});
