import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freshDatabase } from "../../test/kit/database.ts";
import type { TestDatabase } from "../../test/kit/database.ts";
import { readInstant, readInteger } from "./row-types.ts";
import { instantParameter } from "./time.ts";

let fresh: TestDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());

test("every instant comes back from the database exactly as it went in", async () => {
  const instant = fc.integer({
    min: Date.parse("0001-01-01T00:00:00Z"),
    max: Date.parse("9999-12-31T23:59:59.999Z"),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(instant, { minLength: 1, maxLength: 50 }), async (instants) => {
      const found = await fresh.db.app.query<{ each: number; all: number[] }>(
        "select each, $1::timestamptz(3)[] as all from unnest($1::timestamptz(3)[]) with ordinality u(each, n) order by n",
        [instants.map(instantParameter)],
      );
      expect(found.rows.map((row) => row.each)).toEqual(instants);
      expect(found.rows[0]?.all).toEqual(instants);
    }),
    { numRuns: 40 },
  );
});

test("an instant finer than a millisecond is cut, not rounded up", () => {
  expect(readInstant("2026-11-20 23:00:00.123999+00")).toBe(Date.parse("2026-11-20T23:00:00.123Z"));
});

test.each(["infinity", "-infinity", "0044-03-15 00:00:00+00 BC", "2026-11-20 23:00:00-06"])(
  "%s is no instant",
  (text) => {
    expect(() => readInstant(text)).toThrow("is not an instant");
  },
);

test("a bigint beyond the safe integers is a fault, not a wrong number", () => {
  expect(readInteger("9007199254740991")).toBe(Number.MAX_SAFE_INTEGER);
  expect(() => readInteger("9007199254740993")).toThrow("beyond the safe integers");
});

test("dates stay civil dates, JSON is parsed, arrays keep their nulls", async () => {
  const found = await fresh.db.app.query(
    `select date '2026-11-16' as day, '{"a":[1]}'::jsonb as json, array[1, null]::bigint[] as numbers,
            array[date '2026-11-16'] as days, 12345678901::bigint as many`,
  );
  expect(found.rows[0]).toEqual({
    day: "2026-11-16",
    json: { a: [1] },
    numbers: [1, null],
    days: ["2026-11-16"],
    many: 12_345_678_901,
  });
});
