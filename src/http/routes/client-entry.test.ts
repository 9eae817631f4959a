import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openClientsDesk, root } from "../../../test/kit/clients.ts";
import type { ClientsDesk } from "../../../test/kit/clients.ts";
import type { Page } from "../../../test/kit/browse.ts";
import { codeAskedIn } from "../../desk/clients/sign-in.ts";

let clients: ClientsDesk;
let desk: ClientsDesk["desk"];
let browser: ClientsDesk["browser"];
beforeAll(async () => {
  clients = await openClientsDesk();
  ({ desk, browser } = clients);
}, 60_000);
afterAll(() => desk.close());

describe("signing in", () => {
  it("answers the same to a registered address and to any other, and mails a code to the first alone", async () => {
    const [one, two] = [clients.jar(), clients.jar()];
    const before = desk.mails().length;
    const first = await clients.ask(one, "compras@example.com");
    const second = await clients.ask(two, "nadie@example.com");
    expect([first.status, first.headers.get("location")]).toEqual([
      second.status,
      second.headers.get("location"),
    ]);
    const plain = (page: Page): string => page.words.replaceAll(/\S+@example\.com/gu, "…");
    const pages = [await one.get(`${root}/entrar/codigo`), await two.get(`${root}/entrar/codigo`)];
    expect(new Set(pages.map(plain)).size).toBe(1);
    await desk.work();
    expect(
      desk
        .mails()
        .slice(before)
        .map(({ to }) => to),
    ).toEqual(["compras@example.com"]);
    const wrong = [await clients.give(one, "000000x"), await clients.give(two, "123456")];
    expect(wrong.map(({ status }) => status)).toEqual([422, 422]);
  });

  it("takes the code once, in the browser that asked for it, and in no other", async () => {
    const [mine, other] = [clients.jar(), clients.jar()];
    await clients.ask(mine, "compras@example.com");
    await clients.ask(other, "nadie@example.com");
    await desk.work();
    const code = clients.codeTo("compras@example.com");
    expect(code).toMatch(/^\d{6}$/u);
    expect((await clients.give(other, code)).status).toBe(422);
    expect((await clients.give(clients.jar(), code)).headers.get("location")).toContain("/entrar");
    const done = await clients.give(mine, ` ${code.slice(0, 3)} ${code.slice(3)}`);
    expect(done.status).toBe(303);
    const [session = ""] = done.headers.getSetCookie();
    expect(session).toMatch(/^__Host-plazo_client_factura-inteligente=[\w-]{22};/u);
    for (const said of ["HttpOnly", "Secure", "SameSite=Lax", "Path=/"])
      expect(session).toContain(said);
    expect((await mine.get(`${root}/cuenta`)).words).toContain("Entró como Carlos Compras");
    const again = clients.jar();
    for (const [name, value] of mine.cookies)
      if (name.includes("entry")) again.cookies.set(name, value);
    expect((await clients.give(again, code)).status).toBe(303);
    expect((await again.get(`${root}/cuenta`)).status).toBe(303);
  });

  it("lets nobody try more than five codes, however many are tried at once", async () => {
    desk.time.advance(3_600_000);
    const jar = clients.jar();
    await clients.ask(jar, "compras@example.com");
    await desk.work();
    const code = clients.codeTo("compras@example.com");
    const tries = Array.from({ length: 30 }, (_, i) =>
      clients.give(jar, String((Number(code) + i + 1) % 1_000_000).padStart(6, "0")),
    );
    const answers = (await Promise.all(tries)).map(({ status }) => status);
    expect(answers.filter((status) => status === 422)).toHaveLength(5);
    expect(answers.filter((status) => status === 429)).toHaveLength(25);
    expect((await clients.give(jar, code)).status).toBe(429);
  });

  it("gives the session to one alone of those who send the right code at once", async () => {
    desk.time.advance(3_600_000);
    const jar = clients.jar();
    await clients.ask(jar, "compras@example.com");
    await desk.work();
    const headers = jar.headers();
    const form = (): URLSearchParams =>
      new URLSearchParams({ codigo: clients.codeTo("compras@example.com") });
    const all = await Promise.all(
      Array.from({ length: 4 }, () => browser.post(`${root}/entrar/codigo`, form(), headers)),
    );
    const sessions = all.flatMap((page) => page.headers.getSetCookie());
    expect(sessions.filter((line) => line.includes("plazo_client"))).toHaveLength(1);
  });

  it("mails five codes an hour to an address, and answers the same of one that nobody registered", async () => {
    for (const address of ["ajena@example.com", "desconocida@example.com"]) {
      desk.time.advance(3_600_000);
      const statuses: number[] = [];
      for (let i = 0; i < 6; i += 1)
        statuses.push((await clients.ask(clients.jar(), address)).status);
      expect(statuses).toEqual([303, 303, 303, 303, 303, 422]);
    }
  });

  it("is over after a quarter of an hour, and its session after half a day without use or a week", async () => {
    desk.time.advance(3_600_000);
    const late = clients.jar();
    await clients.ask(late, "compras@example.com");
    await desk.work();
    desk.time.advance(15 * 60_000);
    expect(
      (await clients.give(late, clients.codeTo("compras@example.com"))).headers.get("location"),
    ).toContain("/entrar");
    const idle = await clients.entered("compras@example.com");
    desk.time.advance(12 * 3_600_000);
    expect((await idle.get(`${root}/cuenta`)).status).toBe(303);
    const week = await clients.entered("compras@example.com");
    for (let hours = 0; hours < 7 * 24 - 10; hours += 10) {
      desk.time.advance(10 * 3_600_000);
      const before = (await week.get(`${root}/cuenta`)).status;
      if (hours < 150) expect([hours, before]).toEqual([hours, 200]);
    }
    desk.time.advance(10 * 3_600_000);
    expect((await week.get(`${root}/cuenta`)).status).toBe(303);
  });

  it("ends where one signs out, and everywhere where one says so", async () => {
    const one = await clients.entered("compras@example.com");
    const two = await clients.entered("compras@example.com");
    const three = await clients.entered("compras@example.com");
    await one.post(`${root}/cuenta/salir`, new URLSearchParams());
    expect((await one.get(`${root}/cuenta`)).status).toBe(303);
    expect((await two.get(`${root}/cuenta`)).status).toBe(200);
    const out = await two.post(`${root}/cuenta/salir-de-todo`, new URLSearchParams());
    expect((await browser.follow(out)).words).toContain("en todos los navegadores");
    expect((await three.get(`${root}/cuenta`)).status).toBe(303);
  });

  it("leads nowhere but to pages of its own desk", async () => {
    for (const next of [
      "https://otro.example.com",
      "//otro.example.com",
      "/d/otra/cuenta",
      `${root}/../x`,
    ]) {
      const jar = clients.jar();
      desk.time.advance(3_600_000);
      await clients.ask(jar, "compras@example.com", next);
      await desk.work();
      const done = await clients.give(jar, clients.codeTo("compras@example.com"), next);
      expect(done.headers.get("location")).toBe(`${root}/cuenta`);
    }
  });

  it("keeps neither the code nor a token: the database has the mail without its digits, and hashes", async () => {
    desk.time.advance(3_600_000);
    const jar = clients.jar();
    await clients.ask(jar, "compras@example.com");
    await desk.work();
    const code = clients.codeTo("compras@example.com");
    const token = [...jar.cookies.values()][0] ?? "none";
    const rows = await clients.rowsOf<{ said: string }>(
      "select payload::text || subject as said from outbox where desk_id = $1 and moment = 'entry'",
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const { said } of rows) expect(said).not.toContain(code);
    expect(await codeAskedIn(desk.plazo, desk.desk, token)).toBe("compras@example.com");
    expect(await codeAskedIn(desk.plazo, desk.desk, `${token.slice(1)}A`)).toBeNull();
  });
});
