import { afterAll, beforeAll, expect, it } from "vitest";
import { fileOne, openTestDesk, ximena } from "../../../test/kit/desk.ts";
import type { TestDesk } from "../../../test/kit/desk.ts";
import { isRefusal } from "../../core/refusal.ts";
import { note } from "../tickets/note.ts";
import { setPortalOwner } from "../register/portal-owners.ts";
import { beginOnce, doneOnce, forgetRequests, onceKept, onceLease } from "./once.ts";
import type { OnceHeld } from "./once.ts";

// A process that ends in the middle keeps no answer: here each try simply says nothing more.
let test: TestDesk;
let folio = "";
beforeAll(async () => {
  test = await openTestDesk("hib2b", "2026-11-20T16:00:00Z");
  folio = (await fileOne(test)).folio;
});
afterAll(() => test.close());

const begin = (key: string, again = false) =>
  beginOnce(test.plazo, "hib2b", { principal: "token:1", key, asks: key, again });

async function held(key: string): Promise<OnceHeld> {
  const begun = await begin(key);
  if (!("held" in begun)) throw new Error(JSON.stringify(begun));
  return begun.held;
}

const noted = (text: string) => note(test.plazo, { desk: "hib2b", folio }, { by: ximena, text });

it("is done anew where its process ended before it wrote, and not before a minute has passed", async () => {
  await held("nothing");
  expect(await begin("nothing")).toMatchObject({ refused: "idempotency-under-way" });
  test.time.advance(onceLease);
  expect(await begin("nothing")).toMatchObject({ held: { desk: "hib2b" } });
});

it("cannot be committed by a try whose key was taken over", async () => {
  const first = await held("slow");
  test.time.advance(onceLease);
  await held("slow");
  await expect(doneOnce(first, () => noted("tarde"))).rejects.toThrow(/took its key over/u);
  const second = await noted("otra");
  expect(isRefusal(second) ? null : second.events).toHaveLength(1);
});

it("is given what an act came to, where its process ended after it wrote", async () => {
  const first = await held("act");
  const done = await doneOnce(first, () => noted("una vez"));
  test.time.advance(onceLease);
  const seq = isRefusal(done) ? 0 : done.seq;
  expect(await begin("act")).toMatchObject({
    answer: { status: 200, etag: `"${seq}"`, body: JSON.stringify({ folio, seq }) },
  });
});

it("is not done again where it wrote something else, and says so; but for what may be done again", async () => {
  const owner = {
    portal: "otro.example.com",
    organisation: "ESCUELA KEMPER URGATE",
    rfc: null,
    plan: null,
    paidUntil: null,
  };
  for (const key of ["write", "file"])
    await doneOnce(await held(key), () =>
      setPortalOwner(test.plazo, "hib2b", { ...owner, portal: `${key}.example.com` }),
    );
  test.time.advance(onceLease);
  expect(await begin("write")).toMatchObject({ refused: "idempotency-answer-lost" });
  expect(await begin("file", true)).toMatchObject({ held: {} });
});

it("is forgotten after a day", async () => {
  await held("old");
  test.time.advance(onceKept + 1);
  expect(await forgetRequests(test.plazo, "hib2b")).toBeGreaterThan(0);
  expect(await forgetRequests(test.plazo, "hib2b")).toBe(0);
});
