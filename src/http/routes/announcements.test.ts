import { afterAll, beforeAll, expect, it } from "vitest";
import { browse } from "../../../test/kit/browse.ts";
import type { Browser, Page } from "../../../test/kit/browse.ts";
import { openTestDesk } from "../../../test/kit/desk.ts";
import type { TestDesk } from "../../../test/kit/desk.ts";

let test: TestDesk;
let browser: Browser;
beforeAll(async () => {
  test = await openTestDesk("erp-clubes", "2026-11-20T16:00:00Z");
  browser = browse(test);
});
afterAll(() => test.close());

function announce(at: number, source: string): Promise<Page> {
  const form = new URLSearchParams({
    proceso: "cierre",
    desde: "2026-12-01T09:00",
    hasta: "2026-12-02T09:00",
    nombre: `Socia ${at}`,
    correo: `socia${at}@example.com`,
  });
  return browser.post("/d/erp-clubes/procesos", form, { "x-forwarded-for": source });
}

it("takes twenty announcements an hour of one source, and then says to wait", async () => {
  const statuses: number[] = [];
  for (let at = 0; at < 21; at += 1) statuses.push((await announce(at, "192.0.2.9")).status);
  expect(statuses.slice(0, 20)).not.toContain(429);
  expect(statuses[20]).toBe(429);
  expect((await announce(99, "192.0.2.9")).words).toContain("demasiados anuncios");
});
