import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestDesk } from "../../../test/kit/desk.ts";
import type { TestDesk } from "../../../test/kit/desk.ts";
import { listPortalOwners, setPortalOwner } from "./portal-owners.ts";

let test: TestDesk;
beforeAll(async () => {
  test = await openTestDesk("hib2b", "2026-11-20T23:00:00Z");
});
afterAll(() => test.close());

const owner = { organisation: "Compradora", rfc: null, paidUntil: null, plan: null };

it("knows a portal by its name as by any way of writing its address, once (HB-1, HB-8)", async () => {
  for (const portal of ["norte", "https://Norte.hib2b.example.com/entrar", "NORTE"])
    await setPortalOwner(test.plazo, test.desk, { ...owner, portal });
  const known = await listPortalOwners(test.plazo, test.desk, {});
  expect(known.map(({ portal }) => portal).filter((portal) => portal.includes("norte"))).toEqual([
    "norte.hib2b.example.com",
  ]);
});
