import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import { shedOverload } from "./overload.ts";

/** An application whose writes wait until they are let go. */
function waiting(bounds: {
  readonly reads: number;
  readonly writes: number;
  readonly intake: number;
}) {
  const held: (() => void)[] = [];
  const app = new Hono();
  app.use(shedOverload(bounds));
  app.get("*", (context) => context.text("page"));
  app.post("*", async (context) => {
    await new Promise<void>((go) => held.push(go));
    return context.text("taken");
  });
  const ask = async (method: string, path: string): Promise<number> =>
    (await app.request(path, { method })).status;
  return { ask, letGo: () => held.splice(0).forEach((go) => go()) };
}

describe("too much at once", () => {
  it("shuts out its own kind alone: slow writes leave pages and the intake open", async () => {
    const { ask, letGo } = waiting({ reads: 1, writes: 1, intake: 1 });
    const slow = ask("POST", "/app/entrar");
    expect(await ask("POST", "/app/entrar")).toBe(503);
    expect(await ask("GET", "/d/hib2b/ayuda")).toBe(200);
    const filing = ask("POST", "/d/hib2b/ayuda");
    expect(await ask("POST", "/d/hib2b/t/abc")).toBe(503);
    expect(await ask("GET", "/d/hib2b/manual")).toBe(200);
    letGo();
    expect(await Promise.all([slow, filing])).toEqual([200, 200]);
  });

  it("gives the place back when the request ends", async () => {
    const { ask, letGo } = waiting({ reads: 1, writes: 1, intake: 1 });
    const first = ask("POST", "/d/hib2b/ayuda/pagos");
    letGo();
    expect(await first).toBe(200);
    const second = ask("POST", "/d/hib2b/ayuda");
    letGo();
    expect(await second).toBe(200);
  });

  it("never turns a probe away", async () => {
    const { ask } = waiting({ reads: 0, writes: 0, intake: 0 });
    expect([
      await ask("GET", "/livez"),
      await ask("GET", "/readyz"),
      await ask("GET", "/"),
    ]).toEqual([200, 200, 503]);
  });
});
