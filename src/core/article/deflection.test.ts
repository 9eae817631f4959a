import { describe, expect, it } from "vitest";
import { DAY, HOUR } from "../time/instant.ts";
import { WATCHED, deflectionByArticle, deflectionOf } from "./deflection.ts";
import type { Offer } from "./deflection.ts";
import { reviewReasons } from "./health.ts";

const now = 100 * DAY;
const offer = (visit: string, more: Partial<Offer> = {}): Offer => ({
  ...{ visit, article: "entrar", seen: now - 3 * DAY, opened: null, solved: null, filed: null },
  ...more,
});
const solved = now - 2 * DAY;

describe("what offering articles spared", () => {
  it("counts writings of a form, however many articles were seen in each", () => {
    const three = ["a", "b", "c"].map((article) => offer("v", { article }));
    expect(deflectionOf(three, now)).toMatchObject({ seen: 1, opened: 0, solved: 0 });
    expect(deflectionByArticle(three, now).map(({ seen }) => seen)).toEqual([1, 1, 1]);
  });

  it("is a request only where somebody said so and did not come back within 24 hours", () => {
    expect(deflectionOf([offer("v", { opened: solved, solved })], now)).toEqual({
      ...{ seen: 1, opened: 1, solved: 1, spared: 1, returned: 0, pending: 0 },
    });
  });

  it("is nothing where they merely opened it and left", () =>
    expect(deflectionOf([offer("v", { opened: solved })], now)).toMatchObject({
      ...{ opened: 1, solved: 0, spared: 0 },
    }));

  it.each([
    [solved + WATCHED - 1, { spared: 0, returned: 1 }],
    [solved + WATCHED, { spared: 1, returned: 0 }],
    [solved - HOUR, { spared: 1, returned: 0 }],
  ])("with a request at %s is %o", (filed, expected) =>
    expect(deflectionOf([offer("v", { solved, filed })], now)).toMatchObject(expected),
  );

  it("waits until the 24 hours are over", () => {
    const late = now - WATCHED + 1;
    expect(deflectionOf([offer("v", { solved: late })], now)).toMatchObject({
      ...{ solved: 1, spared: 0, pending: 1 },
    });
  });

  it("is counted from the first article that was said to solve it, also where another shows the request", () => {
    const both = [offer("v", { solved }), offer("v", { article: "otro", filed: solved + HOUR })];
    expect(deflectionOf(both, now)).toMatchObject({ solved: 1, returned: 1, spared: 0 });
  });
});

describe("an article is to be reviewed", () => {
  it.each([
    [{ helpful: 0, unhelpful: 0, fresh: now - 180 * DAY }, ["old"]],
    [{ helpful: 0, unhelpful: 0, fresh: now - 180 * DAY + 1 }, []],
    [{ helpful: 2, unhelpful: 3, fresh: now }, ["unhelpful"]],
    [{ helpful: 0, unhelpful: 4, fresh: now }, []],
    [{ helpful: 3, unhelpful: 3, fresh: now }, []],
    [{ helpful: 0, unhelpful: 9, fresh: null }, []],
  ])("%o: %o", (vitals, reasons) => expect(reviewReasons(vitals, now)).toEqual(reasons));
});
