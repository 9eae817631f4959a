import { describe, expect, test } from "vitest";
import { listQuery, readSearch } from "./view.ts";

describe("a list's address", () => {
  test("is a view: what it says is kept, what it cannot mean is left out", () => {
    expect(readSearch({})).toEqual({ view: "open" });
    expect(readSearch({ view: "mine", severity: "bajo" })).toEqual({
      view: "mine",
      severity: "bajo",
    });
    expect(readSearch({ view: "nothing", q: "", other: "x" })).toEqual({ view: "open" });
    expect(readSearch({ q: "x".repeat(201) })).toEqual({ view: "open" });
  });

  test("becomes the query of a page", () => {
    expect(listQuery({ view: "open", q: "HD 1&2" }, "9.1").toString()).toBe(
      "view=open&q=HD+1%262&cursor=9.1",
    );
  });
});
