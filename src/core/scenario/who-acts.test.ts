import { describe, expect, it } from "vitest";
import { policyWith } from "../../../test/kit/pack-problems.ts";
import { differencesOf } from "../../../test/kit/scenarios.ts";

const filed = `
  - at: "2026-11-23 09:00"
    portal: norte
    maria files caso: { tipo: duda, descripcion: La puerta no abre bien }
`;

describe("whoever acts", () => {
  it("is given the ticket by the name that the scenario has for them", () => {
    const assigned = (expected: string) =>
      differencesOf(`${filed}  - lucia assigns: omar\n    then: { assigned: ${expected} }\n`);
    expect(assigned("omar")).toEqual([]);
    expect(assigned("lucia")).toMatchObject([
      { expected: { words: ["Lucía"] }, actual: { words: ["Omar"] } },
    ]);
  });

  it("as a level is somebody of that level, and nobody's otherwise", () => {
    const handsBack = (who: string) =>
      differencesOf(
        `${filed}  - lucia routes: fabrica\n  - ${who} hands back: { cause: x, remedy: y }\n    then: { level: mesa }\n`,
      ).map(({ about }) => about);
    expect(handsBack("fabrica")).toEqual([]);
    expect(handsBack("omar")).toEqual([]);
  });
});

describe("a process that somebody announces", () => {
  const policy = policyWith({
    announcements: "{ cierre: { who: [agent], ahead: 4h, clause: X-1 } }",
    grounds: "{ mes: { during: cierre, clause: X-2 } }",
  });
  const announces = (who: string, from: string, refused = "") => `
  - at: "2026-11-23 09:00"
    ${who} announces cierre: { from: "${from}", to: "2026-11-24 18:00" }
${refused === "" ? "" : `    then: { refused: ${refused} }\n`}`;

  it("is one that they may announce, ahead", () => {
    expect(differencesOf(announces("agent", "2026-11-23 13:00"), policy)).toEqual([]);
    const told = (who: string, from: string) =>
      differencesOf(announces(who, from), policy).map(({ actual }) =>
        actual.is === "words" ? actual.words : [],
      );
    expect(told("agent", "2026-11-23 12:59")).toMatchObject([
      [expect.stringContaining("announced-late")],
    ]);
    expect(told("maria", "2026-11-23 13:00")).toMatchObject([
      [expect.stringContaining("announcer-may-not")],
    ]);
  });
});

describe("the figures of a manual", () => {
  const policy = policyWith({
    calendars:
      '{ oficina: { open: "09:00-18:00", day: 8h, says: 5x9 }, otra: { open: "09:00-18:00" } }',
    glossary: "{ Caso: Una solicitud }",
  });
  const day = `\n  - at: "2026-11-23 09:00"\n`;
  const figures = (said: string) =>
    differencesOf(`${day}    then: { manual: { figures: { ${said} } } }\n`, policy).map(
      ({ path }) => path.slice(5),
    );

  it("are its week and what a day stands for, where it gives them", () => {
    expect(figures("oficina: { week: 5x9, day: 8h }")).toEqual([]);
    expect(figures("oficina: { week: 5x8, day: 9h }")).toEqual([
      ["oficina", "week"],
      ["oficina", "day"],
    ]);
    expect(figures("otra: { week: 5x9, day: 8h }")).toEqual([
      ["otra", "week"],
      ["otra", "day"],
    ]);
  });

  it("and its words are told at the word that is wrong", () => {
    const found = differencesOf(
      `${day}    then: { manual: { glossary: { Caso: otra cosa }, terms: { folio: x } } }\n`,
      policy,
    );
    expect(found.map(({ path }) => path.slice(4))).toEqual([
      ["glossary", "Caso"],
      ["terms", "folio"],
    ]);
  });
});
