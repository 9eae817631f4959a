import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { filingOf, openTestDesk, ximena, bruno } from "../../../test/kit/desk.ts";
import type { TestDesk } from "../../../test/kit/desk.ts";
import { fileTicket } from "../tickets/file-ticket.ts";
import { note } from "../tickets/note.ts";
import { openChanges } from "./changes.ts";
import type { Changes } from "./changes.ts";
import { showTicket, viewersOf } from "./viewers.ts";
import { openWatch } from "./watch.ts";
import type { Told, Watch } from "./watch.ts";

const soon = { timeout: 5_000, interval: 20 };
const screens = [
  "3f2504e0-4f89-41d3-9a0c-0305e82c3301",
  "3f2504e0-4f89-41d3-9a0c-0305e82c3302",
] as const;

let test: TestDesk;
let changes: Changes;
let watch: Watch;
let told: Told[];
let stop: () => void;
beforeAll(async () => {
  test = await openTestDesk();
  changes = openChanges(test.plazo);
  watch = openWatch(test.plazo, changes);
  told = [];
  stop = watch.subscribe(test.desk, (one) => told.push(one));
});
afterAll(async () => {
  stop();
  await changes.close();
  await test.close();
});

const file = async (): Promise<string> => {
  const filed = await fileTicket(test.plazo, test.desk, filingOf());
  if (!("folio" in filed)) throw new Error(JSON.stringify(filed));
  return filed.folio;
};
const moved = (): string[] =>
  told.flatMap((one) => (one.of === "tickets" ? one.tickets : [])).map(({ folio }) => folio);

describe("what changes at a desk", () => {
  it("is told once it is committed, each ticket with its version, and once", async () => {
    const folio = await file();
    await expect.poll(moved, soon).toContain(folio);
    await note(test.plazo, { desk: test.desk, folio }, { by: ximena, text: "Lo veo yo." });
    await expect.poll(() => moved().filter((one) => one === folio).length, soon).toBe(2);
    const seqs = told.flatMap((one) => (one.of === "tickets" ? one.tickets : []));
    expect(seqs.filter((one) => one.folio === folio).map(({ seq }) => seq)).toEqual([1, 2]);
  });

  it("is told together where much changes at once", async () => {
    const before = told.length;
    const folios = await Promise.all(Array.from({ length: 20 }, file));
    await expect.poll(() => folios.every((folio) => moved().includes(folio)), soon).toBe(true);
    expect(told.length - before).toBeLessThan(10);
  });
});

describe("who has a ticket open", () => {
  interface Screen {
    readonly by: typeof ximena;
    readonly at: 0 | 1;
    readonly writing?: true;
  }
  const look = ({ by, at, writing }: Screen, folio: string | null) =>
    showTicket(test.plazo, test.desk, {
      ...{ by, screen: screens[at], folio, writing: writing === true },
    });
  const there = async (folio: string) =>
    ((await viewersOf(test.plazo, test.desk, [folio])).get(folio) ?? []).map(
      ({ name, writing }) => [name, writing],
    );

  it("is told to the others, with who writes an answer, until they leave", async () => {
    const folio = await file();
    await look({ by: ximena, at: 0 }, folio);
    test.time.advance(1_000);
    await look({ by: bruno, at: 1, writing: true }, folio);
    expect(await there(folio)).toEqual([
      [ximena.name, false],
      [bruno.name, true],
    ]);
    const names = () => (watch.viewers(test.desk).get(folio) ?? []).map(({ name }) => name);
    await expect.poll(names, soon).toEqual([ximena.name, bruno.name]);
    await look({ by: bruno, at: 1 }, null);
    await expect.poll(names, soon).toEqual([ximena.name]);
  });

  it("is gone half a minute after the last beat of a screen that closed without a word", async () => {
    const folio = await file();
    await look({ by: ximena, at: 0 }, folio);
    await look({ by: bruno, at: 1 }, folio);
    test.time.advance(20_000);
    await look({ by: bruno, at: 1 }, folio);
    test.time.advance(10_001);
    expect(await there(folio)).toEqual([[bruno.name, false]]);
  });

  it("is one viewer, whatever many screens of theirs show it", async () => {
    const folio = await file();
    await look({ by: ximena, at: 0 }, folio);
    await look({ by: ximena, at: 1, writing: true }, folio);
    expect(await there(folio)).toEqual([[ximena.name, true]]);
  });

  it("is of its desk alone", async () => {
    const folio = await file();
    await look({ by: ximena, at: 0 }, folio);
    expect((await viewersOf(test.plazo, "otra", null)).size).toBe(0);
  });
});
