import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contractOf, exceptions } from "./exceptions.ts";
import { explainsItself, firstPromise, obligations } from "./obligations.ts";
import { openWorld, packs } from "./world.ts";
import type { World } from "./world.ts";
import { portal } from "./portal.ts";
import { api, chat, fetched, form, has, phone, smtp } from "./ways.ts";
import type { Way } from "./ways.ts";

/** Every way in. */
const ways: readonly Way[] = [form, portal, smtp, fetched, phone, chat, api];

const byHand = {
  hib2b: "primer-contacto 2026-11-20T20:00:00.000Z",
  "factura-inteligente": "atencion 2026-11-23T16:00:00.000Z",
  "cfd-connect": "atencion 2026-11-20T18:00:00.000Z",
  interfactura: "atencion 2026-11-20T17:00:00.000Z",
  "erp-clubes": "atencion 2026-11-25T16:00:00.000Z",
};

describe.each(packs)("the desk %s", (pack) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(pack);
  });
  afterAll(() => world.close());

  for (const way of ways)
    describe(`by ${way.name}`, () => {
      it.for(obligations)("$name", async (obligation, { skip }) => {
        const contract = contractOf(world, way, obligation);
        if (contract.is === "owed") return obligation.holds(world, way);
        return skip(contract.reason);
      });
    });
});

describe("a way that the manual keeps closed to a first word (HB-6, RD-3)", () => {
  it.each(["hib2b", "erp-clubes"])(
    "is refused at %s with its clauses, and nothing is filed",
    async (pack) => {
      const world = await openWorld(pack);
      expect(has(world, phone)).toBe(false);
      await explainsItself(world, phone);
      await world.close();
    },
  );
});

// Worked by hand from each manual: filed on Friday 20 November 2026 at 10:00 in Mexico City.
describe("the first promise of each desk, as its manual is read by a person", () => {
  it.each(Object.entries(byHand))("%s", async (pack, expected) => {
    const world = await openWorld(pack);
    expect(await firstPromise(world, form)).toBe(expected);
    await world.close();
  });
});

describe("what a way cannot keep", () => {
  it("is said with its reason, of an obligation and a way that there are", () => {
    const names = new Set(obligations.map(({ name }) => name));
    const known = new Set(ways.map(({ name }) => name));
    for (const { obligation, way, reason } of exceptions) {
      expect(names).toContain(obligation);
      expect(known).toContain(way);
      expect(reason.length).toBeGreaterThan(20);
    }
  });
});
