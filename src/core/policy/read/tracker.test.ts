import { describe, expect, it } from "vitest";
import { policyWith, problemsWith } from "../../../../test/kit/pack-problems.ts";
import { HOUR, MINUTE } from "../../time/instant.ts";
import { isChanging, trackerColumns } from "../tracker-rule.ts";

const forms = `
  uno:
    fields:
      correo: { kind: contact-email }
      a: { kind: choice, options: { x: X } }
      b: { kind: choice, options: { x: X } }
  dos:
    fields:
      correo: { kind: contact-email }
      a: { kind: choice, options: { x: X } }
  tres:
    fields:
      correo: { kind: contact-email }
      c: { kind: choice, options: { x: X } }
      b: { kind: line }`;
const section = (said: string) => ({ forms, tracker: `{ ${said}, clause: X-1 }` });
const read = (said: string) => policyWith(section(said)).tracker;
const told = (said: string) => problemsWith(section(said));

describe("the list that people follow", () => {
  it("lists its columns once, in their order, and is not there where the pack has none", () => {
    expect(read("lists: [folio, state, folio]")).toEqual({
      columns: ["folio", "state"],
      category: ["a", "c"],
      digest: null,
      clause: ["X-1"],
    });
    expect(read("lists: folio")?.columns).toEqual(["folio"]);
    expect(policyWith({})).not.toHaveProperty("tracker");
    expect(problemsWith({ tracker: "{ lists: folio }" }).map(({ code }) => code)).toEqual([
      "promise-without-clause",
    ]);
  });

  it("takes its category from the choices that the pack names, else from the first of each form", () => {
    expect(read("lists: category, category: [c, a]")?.category).toEqual(["c", "a"]);
    expect(read("lists: category, category: c")?.category).toEqual(["c"]);
    expect(told("lists: category, category: [a, b]")).toEqual([
      { code: "not-for-this-kind", at: "b", facts: { key: "category", kind: "line" } },
    ]);
    expect(told("lists: category, category: z").map(({ code, at }) => [code, at])).toEqual([
      ["refers-to-nothing", "z"],
    ]);
  });
});

describe("its digest", () => {
  const digest = (said: string) => read(`lists: [folio, state], digest: { ${said} }`)?.digest;
  const wrong = (said: string, lists = "[folio, state]") =>
    told(`lists: ${lists}, digest: { ${said} }`);

  it("goes at the opening of each open date, with all that is new, unless said", () => {
    expect(digest("every: day")).toEqual({
      every: "day",
      calendar: "oficina",
      at: "opening",
      says: ["added", "updated"],
    });
    expect(digest("every: week, at: closing, says: added")).toMatchObject({
      every: "week",
      at: "closing",
      says: ["added"],
    });
    expect(digest("every: day, says: [updated, added, updated]")?.says).toEqual([
      "updated",
      "added",
    ]);
  });

  it("goes at a time that the clock shows, on a calendar that there is", () => {
    expect(digest('every: day, at: "09:30"')?.at).toBe(9 * HOUR + 30 * MINUTE);
    expect(digest('every: day, at: "00:00"')?.at).toBe(0);
    expect(wrong('every: day, at: "25:00"')).toEqual([
      { code: "impossible-time", at: '"25:00"', facts: { time: "25:00" } },
    ]);
    expect(wrong("every: day, on: oficinas")).toEqual([
      {
        code: "refers-to-nothing",
        at: "oficinas",
        facts: { what: "calendar", name: "oficinas", near: "oficina" },
      },
    ]);
  });

  it.each(trackerColumns)("says that tickets were updated only where %s can change", (column) => {
    const codes = (says: string) =>
      wrong(`every: day, says: ${says}`, `[folio, ${column}]`).map(({ code }) => code);
    const expected = isChanging(column) ? [] : ["tracker-never-updates"];
    expect(codes("updated")).toEqual(expected);
    expect(codes("[added, updated]")).toEqual(expected);
    expect(codes("added")).toEqual([]);
  });
});

describe("a column of the list", () => {
  it("that is fixed at filing never changes; all others may", () =>
    expect(trackerColumns.filter((column) => !isChanging(column))).toEqual([
      "subject",
      "filed",
      "requester",
      "category",
      "folio",
      "portal",
    ]));
});
