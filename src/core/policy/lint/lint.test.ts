import { describe, expect, it } from "vitest";
import { filesIn, projectText, sharedParts } from "../../../../test/kit/policy-packs.ts";
import { findingsEs } from "../../../words/lint/es.ts";
import { sayFinding } from "../../../words/lint/words.ts";
import { readPack } from "../read-pack.ts";
import { impossible } from "./finding.ts";
import type { Finding, FindingCode } from "./finding.ts";
import { lintPack } from "./lint.ts";

const files = filesIn("test/fixtures/lint-packs");

function findings(text: string): readonly Finding[] {
  const read = readPack(text, "policy.yaml", sharedParts);
  if ("problems" in read) throw new Error(JSON.stringify(read.problems, null, 1));
  return lintPack(read);
}

/** `level code line:column line:column`: a finding and every place that it quotes. */
const told = ({ level, code, quotes }: Finding): string =>
  `${level} ${code} ${quotes.map(({ line, column }) => `${line}:${column}`).join(" ")}`;

describe("the linter of manuals", () => {
  it.each(files)("finds in %s what its first line says, and nothing else", (file) => {
    const text = projectText(`test/fixtures/lint-packs/${file}`);
    const expected = /^# (.+)\n/.exec(text)?.[1];
    expect(findings(text).map(told).join(", ") || "nothing").toBe(expected);
  });

  it.each(files)("says what it finds in %s in both languages, without leftovers", (file) => {
    for (const finding of findings(projectText(`test/fixtures/lint-packs/${file}`))) {
      const es = sayFinding(finding, "es");
      const en = sayFinding(finding, "en");
      expect(es).not.toBe(en);
      for (const words of [es, en]) expect(words).not.toMatch(/undefined|null|NaN|\[object/);
      for (const quote of finding.quotes) expect(quote.written).not.toBe("");
    }
  });

  it("has a fixture for each of its findings", () => {
    const found = files.flatMap((file) =>
      findings(projectText(`test/fixtures/lint-packs/${file}`)).map(({ code }) => code),
    );
    expect([...new Set(found)].toSorted()).toEqual(Object.keys(findingsEs).toSorted());
  });

  it("quotes both clauses, in the words of the pack", () => {
    const [finding] = findings(projectText("test/fixtures/lint-packs/week-says-otherwise.yaml"));
    expect(finding?.quotes).toMatchObject([
      { line: 8, column: 5, clause: ["CC-15"], written: "says: { is: 5x8, clause: CC-15 }" },
      { line: 6, column: 5, clause: ["CC-15"], written: 'open: { mon-fri: "09:00-19:00" }' },
    ]);
  });

  it("gives the same findings each time", () => {
    const text = projectText("policies/hib2b/policy.yaml");
    expect(findings(text)).toEqual(findings(text));
  });
});

describe("the figures that manuals contradict themselves with", () => {
  const desk = (calendar: string, clock: string): string =>
    `plazo: 1
desk: { id: mesa, name: Mesa, zone: America/Mexico_City }
calendars:
  oficina: ${calendar}
severities: { normal: Todo }
clocks:
  plazo: ${clock}
`;
  const codes = (calendar: string, clock: string): string[] =>
    findings(desk(calendar, clock)).map(({ code }) => code);

  const contact = "{ from: received, to: contacted, on: oficina, within: 4h, clause: X-1 }";

  it("HB-14: eight hours are a day, in a window of nine", () =>
    expect(codes('{ open: { mon-fri: "09:00-18:00" }, day: 8h }', contact)).toEqual([
      "day-says-otherwise",
    ]));

  it("CC-15: five by eight, ten hours a day", () =>
    expect(codes('{ open: { mon-fri: "09:00-19:00" }, says: 5x8 }', contact)).toEqual([
      "week-says-otherwise",
    ]));

  it("a figure that the hours do have is no contradiction", () =>
    expect(
      codes('{ open: { mon-fri: ["09:00-14:00", "15:00-18:00"] }, says: 5x8, day: 8h }', contact),
    ).toEqual([]));

  it("FI-3: from nine to seven, of which days is not said", () =>
    expect(codes('{ open: "09:00-19:00" }', contact)).toEqual(["days-not-said"]));

  it("CC-3: within two hours, of which hours is not said", () =>
    expect(
      codes(
        '{ open: { mon-fri: "09:00-19:00" } }',
        "{ from: received, to: contacted, within: 2h, clause: CC-3 }",
      ),
    ).toEqual(["hours-not-said"]));

  it("RD-11: 24 hours, of service or of the clock", () =>
    expect(
      codes(
        '{ open: { mon-fri: "09:00-17:00" } }',
        "{ from: received, to: contacted, on: oficina, within: 24h, clause: RD-11 }",
      ),
    ).toEqual(["hours-could-be-days"]));

  it("FI-11: three days of silence, over a weekend of four", () =>
    expect(
      findings(
        `${desk('{ open: { mon-fri: "09:00-19:00" }, closed: [mx-lft] }', contact)}  silencio: { from: asked, to: client-said, on: elapsed, within: 72h elapsed, then: close, clause: FI-11 }\n`,
      ).map(({ code, facts }) => [code, facts]),
    ).toEqual([
      ["silence-within-closing", { clock: "silencio", run: 86 * 3_600_000, calendar: "oficina" }],
    ]));
});

describe("the packs of the project", () => {
  const packs = filesIn("policies").filter((name) => name !== "shared");

  it.each(packs)("%s has no error and no doubt that it does not answer", (name) => {
    const left = findings(projectText(`policies/${name}/policy.yaml`)).filter(
      ({ level }) => level !== "decided",
    );
    expect(left.map((finding) => `${told(finding)}: ${sayFinding(finding, "en")}`)).toEqual([]);
  });
});

describe("what the manuals of the project say against themselves", () => {
  const found = (name: string): string[] =>
    findings(projectText(`policies/${name}/policy.yaml`))
      .filter(({ level }) => level === "decided")
      .map(({ code, quotes: [first] }) => `${first.clause.join(", ")}: ${code}`);

  it.each([
    ["hib2b", "HB-14: day-says-otherwise"],
    ["cfd-connect", "CC-15: week-says-otherwise"],
    ["cfd-connect", "CC-3, CC-16, CC-20: hours-not-said"],
    ["factura-inteligente", "FI-3: days-not-said"],
    ["factura-inteligente", "FI-11: days-could-be-dates"],
    ["erp-clubes", "RD-11: hours-could-be-days"],
    ["erp-clubes", "RD-11, RD-13: clause-read-twice"],
  ])("%s: %s is found, and the pack says how it is read", (name, finding) =>
    expect(found(name)).toContain(finding),
  );
});

describe("the documentation of what the check finds", () => {
  it("names every finding, with its level", () => {
    const page = projectText("docs/policy-language.md");
    const rows = [...page.matchAll(/^\| (`[^|]+`) \| (doubt|error) \|/gm)].flatMap(
      ([, codes = "", level = ""]) =>
        [...codes.matchAll(/`([a-z-]+)`/g)].map(([, code = ""]) => [code, level] as const),
    );
    const levels = Object.keys(findingsEs).map((code) => [
      code,
      impossible.has(code as FindingCode) ? "error" : "doubt",
    ]);
    expect(Object.fromEntries(rows)).toEqual(Object.fromEntries(levels));
  });
});
