import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestDesk } from "../../../test/kit/desk.ts";
import type { TestDesk } from "../../../test/kit/desk.ts";
import type { Canned } from "../../core/canned/canned.ts";
import { isRefusal } from "../../core/refusal.ts";
import { cannedFor, dropCanned, keepCanned, versionsOfCanned } from "./canned-replies.ts";
import type { Keeper } from "./canned-replies.ts";

let test: TestDesk;
beforeAll(async () => {
  test = await openTestDesk("hib2b", "2026-11-23T15:00:00Z");
});
afterAll(() => test.close());

const ana: Keeper = { id: "ana", name: "Ana", mayShare: false };
const beto: Keeper = { id: "beto", name: "Beto", mayShare: false };
const content: Canned = {
  ...{ name: "Saludo", mode: "reply", text: "Buenos días.", cause: "", remedy: "", acts: [] },
  ...{ forms: [], severities: [], kinds: [], language: null },
};
const id = "00000000-0000-4000-8000-00000000ca01";

async function keep(by: Keeper, version: number, text = "Buenos días."): Promise<string | number> {
  const wish = { by, shared: false, version, content: { ...content, text } };
  const kept = await keepCanned(test.plazo, { desk: test.desk, id }, wish);
  return isRefusal(kept) ? kept.refused : kept.version;
}

it("an answer of one's own is another's under no version, nor once it is out of use", async () => {
  expect(await keep(ana, 0)).toBe(1);
  expect(await keep(ana, 1, "Buenas tardes.")).toBe(2);
  expect(await keep(ana, 1)).toBe("canned-meanwhile");
  expect(await keep(beto, 2)).toBe("no-such-canned");
  const place = { desk: test.desk, id };
  expect(await versionsOfCanned(test.plazo, place, beto.id)).toMatchObject({
    refused: "no-such-canned",
  });
  await dropCanned(test.plazo, place, ana);
  for (const by of [ana, beto]) {
    expect(await keep(by, 0)).toBe("no-such-canned");
    expect(await cannedFor(test.plazo, test.desk, by.id)).toEqual([]);
  }
});
