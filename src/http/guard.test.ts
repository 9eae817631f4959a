import { Hono } from "hono";
import { expect, test } from "vitest";
import { isRefusal } from "../core/refusal.ts";
import type { Env } from "./env.ts";
import { guardWrites } from "./guard.ts";
import { listen } from "./listen.ts";

const origin = "https://plazo.example.com";

function guarded(): Hono<Env> {
  const app = new Hono<Env>();
  app.use(guardWrites({ url: origin, isDesks: (name) => name === "ayuda.cliente.example" }));
  app.post("/app/entrar", async (context) => context.text(`${(await context.req.text()).length}`));
  app.post("/api/v1/x", async (context) => context.text(`${(await context.req.text()).length}`));
  return app;
}

/** A body whose length nobody says beforehand, as with `Transfer-Encoding: chunked`. */
function unmeasured(bytes: number, pulled: { count: number }): ReadableStream<Uint8Array> {
  const piece = new Uint8Array(64 * 1024).fill(0x61);
  return new ReadableStream({
    pull(controller) {
      if (pulled.count * piece.length >= bytes) return controller.close();
      pulled.count += 1;
      controller.enqueue(piece);
    },
  });
}

test.each([
  ["/app/entrar", "application/x-www-form-urlencoded"],
  ["/api/v1/x", "application/json"],
])(
  "a body to %s that does not say its length has the same bound, and is not read beyond it",
  async (path, type) => {
    const listening = await listen(guarded(), { host: "127.0.0.1", port: 0 });
    if (isRefusal(listening)) throw new Error(listening.refused);
    const send = async (bytes: number, pulled: { count: number }) => {
      const request = { method: "POST", headers: { origin, "content-type": type }, duplex: "half" };
      const body = unmeasured(bytes, pulled);
      return fetch(`http://127.0.0.1:${listening.port}${path}`, {
        ...request,
        body,
      } as RequestInit);
    };
    const small = await send(512 * 1024, { count: 0 });
    expect([small.status, await small.text()]).toEqual([200, `${512 * 1024}`]);
    const pulled = { count: 0 };
    // The server answers in the middle and closes: whoever is still sending may hear only of that.
    const large = await send(256 * 1024 * 1024, pulled).catch(() => null);
    if (large !== null) expect(large.status).toBe(413);
    expect(pulled.count * 64 * 1024).toBeLessThan(64 * 1024 * 1024);
    await listening.stop(50);
  },
);

test.each([
  { from: origin, host: "proxy.internal:3000", status: 200 },
  { from: "https://ayuda.cliente.example", host: "ayuda.cliente.example", status: 200 },
  { from: "http://ayuda.cliente.example:3000", host: "ayuda.cliente.example:3000", status: 200 },
  // Figures and this machine's name: nobody else can let them lead here.
  { from: "http://192.0.2.7:3000", host: "192.0.2.7:3000", status: 200 },
  { from: "http://[2001:db8::7]:3000", host: "[2001:db8::7]:3000", status: 200 },
  { from: "http://localhost:3000", host: "localhost:3000", status: 200 },
  // A name that leads here and is nobody's, and ours that is sent to another.
  { from: "http://evil.example:3000", host: "evil.example:3000", status: 403 },
  { from: "http://127.0.0.1.evil.example", host: "127.0.0.1.evil.example", status: 403 },
  { from: "https://ayuda.cliente.example", host: "plazo.example.com", status: 403 },
  { from: "http://192.0.2.7", host: "plazo.example.com", status: 403 },
  { from: "null", host: "plazo.example.com", status: 403 },
])("a write from $from to $host is answered with $status", async ({ from, host, status }) => {
  const headers = { origin: from, host, "content-type": "application/x-www-form-urlencoded" };
  const answer = await guarded().request("/app/entrar", { method: "POST", headers, body: "a=1" });
  expect(answer.status).toBe(status);
});
