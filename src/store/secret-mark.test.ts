import { afterAll, beforeAll, expect, test } from "vitest";
import { freshDatabase } from "../../test/kit/database.ts";
import type { TestDatabase } from "../../test/kit/database.ts";
import { leaveMark, replaceMark } from "./secret-mark.ts";

let fresh: TestDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());

const mark = (byte: number): Uint8Array => Buffer.alloc(32, byte);

test("of many that start at once with different secrets, one is the database's and stays so", async () => {
  const marks = [1, 2, 3, 4, 5, 6].map(mark);
  const left = await Promise.all(marks.map((one) => leaveMark(fresh.connection, one)));
  expect(left.filter(Boolean)).toHaveLength(1);
  const again = await Promise.all(marks.map((one) => leaveMark(fresh.connection, one)));
  expect(again).toEqual(left);
});

test("a mark that is replaced is the only one that is known", async () => {
  await replaceMark(fresh.connection, mark(9));
  expect(await leaveMark(fresh.connection, mark(9))).toBe(true);
  for (const old of [1, 2, 3, 4, 5, 6])
    expect(await leaveMark(fresh.connection, mark(old))).toBe(false);
});

test("the application reads it as little as it writes it", async () => {
  await expect(fresh.db.app.query("select mark from plazo.secret_mark")).rejects.toThrow(
    /permission denied/u,
  );
});
