import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { freshDatabase } from "../kit/database.ts";
import type { TestDatabase } from "../kit/database.ts";
import { dataFolder, freePort, postmasterOf, serve, start } from "../kit/served.ts";
import type { Served } from "../kit/served.ts";
import { tunnelTo } from "../kit/tunnel.ts";
import type { Tunnel } from "../kit/tunnel.ts";
import { visitor } from "../kit/browser.ts";

const until = async (holds: () => Promise<boolean>): Promise<void> => {
  const end = performance.now() + 20_000;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error("it does not become so");
    await new Promise((soon) => void setTimeout(soon, 50));
  }
};

async function fileAt(url: string, address: string): Promise<string> {
  const person = visitor((path, init) => fetch(url + path, { ...init, redirect: "manual" }), url);
  await person.open("/d/hib2b/ayuda");
  await person
    .form("Enviar la solicitud")
    .choose("No lo sé")
    .fill("Descripción del incidente", "Antes de que se vaya")
    .fill("Usuario, RFC o razón social", "EKU9003173C9")
    .fill("Correo de contacto", address)
    .submit();
  expect(person.words()).toContain("Su solicitud está registrada");
  return person.path().split("?", 1)[0] ?? "";
}

describe("a database that goes away while the desk serves", () => {
  let database: TestDatabase;
  let tunnel: Tunnel;
  let data: Awaited<ReturnType<typeof dataFolder>>;
  let server: Served;
  beforeAll(async () => {
    [database, tunnel, data] = await Promise.all([
      freshDatabase(),
      tunnelTo(inject("postgresSocket")),
      dataFolder(),
    ]);
    const name = database.connection.kind === "socket" ? database.connection.database : "";
    const url = `postgres://plazo_owner@127.0.0.1:${tunnel.port}/${name}`;
    server = await serve(data.path, await freePort(), { environment: { DATABASE_URL: url } });
  });
  afterAll(async () => {
    await server.stop();
    await tunnel.cut();
    await database.close();
    await data.remove();
  });

  it("is said by /readyz with the reason; pages and writes answer 503 and when to come back; with it they come back, and nothing is lost", async () => {
    const page = await fileAt(server.url, "antes@example.com");
    const ready = (): Promise<Response> => fetch(`${server.url}/readyz`);
    expect((await ready()).status).toBe(200);

    await tunnel.cut();
    const told = await ready();
    expect(told.status).toBe(503);
    expect(told.headers.get("retry-after")).toMatch(/^\d+$/u);
    expect(await told.json()).toMatchObject({
      ready: false,
      why: "database-unreachable",
      detail: { why: expect.stringMatching(/ECONN|connect/iu) as string },
    });
    expect((await fetch(`${server.url}/livez`)).status).toBe(200);
    const form = new FormData();
    form.append("_envio", "envio-mientras-no-esta");
    for (const [path, init] of [
      [page, {}],
      ["/d/hib2b/ayuda", { method: "POST", body: form, headers: { origin: server.url } }],
    ] as const) {
      const answer = await fetch(server.url + path, { ...init, redirect: "manual" });
      expect([path, answer.status]).toEqual([path, 503]);
      expect(answer.headers.get("retry-after")).toMatch(/^\d+$/u);
      const words = await answer.text();
      expect(words).toContain("<html");
      expect(words).not.toMatch(/ECONNREFUSED|at .*\.ts:\d+/u);
    }

    await tunnel.open();
    await until(async () => (await ready()).status === 200);
    expect((await fetch(server.url + page)).status).toBe(200);
    await fileAt(server.url, "despues@example.com");
  });
});

describe("a database of our own that dies", () => {
  it("is started again by itself, with everything that was acknowledged", async () => {
    const data = await dataFolder();
    const server = await serve(data.path, await freePort());
    const page = await fileAt(server.url, "sigue@example.com");
    const { pid } = await postmasterOf(data.path);
    process.kill(pid, "SIGKILL");
    await until(async () => (await postmasterOf(data.path).catch(() => ({ pid }))).pid !== pid);
    await until(async () => (await fetch(`${server.url}/readyz`)).status === 200);
    expect((await fetch(server.url + page)).status).toBe(200);
    expect(await server.stop()).toBe(0);
    await data.remove();
  });
});

describe("a database that does not answer at the start", () => {
  it("is said in words, with the setting to look at, and no password of it", async () => {
    const data = await dataFolder();
    const port = await freePort();
    const { said, ended } = start(["serve"], {
      environment: {
        PLAZO_DATA: data.path,
        PORT: String(await freePort()),
        DATABASE_URL: `postgres://alguien:secreto-del-servidor@127.0.0.1:${port}/plazo`,
      },
    });
    expect(await ended).toBe(3);
    expect(said()).toContain("No se alcanza la base de datos");
    expect(said()).toContain("DATABASE_URL");
    expect(said()).not.toContain("secreto-del-servidor");
    expect(said()).not.toMatch(/at .*\.ts:\d+/u);
    await data.remove();
  });
});
