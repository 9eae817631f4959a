import { once } from "node:events";
import { connect } from "node:net";
import { Writable } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browse, filledIn } from "../../../test/kit/browse.ts";
import type { Browser } from "../../../test/kit/browse.ts";
import { openTestDesk } from "../../../test/kit/desk.ts";
import type { TestDesk } from "../../../test/kit/desk.ts";
import { isRefusal } from "../../core/refusal.ts";
import { withClient } from "../../store/connect.ts";
import { queryOne, statement } from "../../store/query.ts";
import { inDesk } from "../../store/transaction.ts";
import { listen } from "../listen.ts";
import { makeLog } from "../log.ts";

let desk: TestDesk;
let browser: Browser;
beforeAll(async () => {
  desk = await openTestDesk("hib2b", "2026-11-20T23:00:00Z");
  browser = browse(desk);
});
afterAll(() => desk.close());

const path = "/d/hib2b/ayuda";
const answers = {
  tipo: "contrasena",
  descripcion: 'Dos líneas\ny "comillas" <b>',
  quien: "EKU9003173C9",
  correo: "proveedor@example.com",
};
const file = new File(["lleno"], "lleno.txt", { type: "text/plain" });

describe("while the database takes nothing (a disk that is full)", () => {
  const owner = (text: string): Promise<unknown> =>
    withClient(desk.database.connection, "owner", (client) => client.query(text));

  it("gives back all that was written, files among it, and takes it once there is room", async () => {
    await owner(`create function plazo.full() returns trigger language plpgsql as
      $$ begin raise exception 'no space left on device' using errcode = '53100'; end $$`);
    await owner(
      "create trigger is_full before insert on plazo.ticket execute function plazo.full()",
    );
    const page = await browser.get(path);
    const away = await browser.post(path, filledIn(page, answers, [["adjuntos", file]]));
    await owner("drop trigger is_full on plazo.ticket");
    await owner("drop function plazo.full()");
    expect([away.status, away.headers.get("retry-after")]).toEqual([503, "15"]);
    expect(away.words).toContain("Lo que escribió sigue en esta página");
    expect(away.text).not.toContain("<b>");
    expect(away.value("descripcion")?.replaceAll("\r\n", "\n")).toBe(answers.descripcion);
    expect(away.value("_envio")).toBe(page.value("_envio"));
    expect(away.text).toContain('action="/d/hib2b/ayuda');
    const names = Object.keys(answers);
    const again = Object.fromEntries(names.map((name) => [name, away.value(name) ?? ""]));
    const filed = await browser.post(path, filledIn(away, again));
    expect(filed.status).toBe(303);
    const ticket = await browser.get(filed.headers.get("location")?.split("?")[0] ?? "");
    expect(ticket.text.match(/lleno\.txt/gu)).toHaveLength(1);
  });
});

describe("while the disk of the files takes nothing", () => {
  const full = (code: string) => {
    const { plazo } = desk;
    const keep = (): Promise<never> =>
      Promise.reject(Object.assign(new Error(`${code}: write`), { code }));
    const effects = { ...plazo.effects, files: { ...plazo.effects.files, keep } };
    return browse({ ...desk, plazo: { ...plazo, effects } });
  };
  const second = { ...answers, descripcion: "Otra cosa: no llega el correo de la liga." };

  it.each(["ENOSPC", "EDQUOT", "EROFS", "EACCES"])(
    "the form comes back filled in, the file that was not kept is named (%s), and it files without it",
    async (code) => {
      const page = await full(code).get(path);
      const sent = filledIn(page, second, [["adjuntos", file]]);
      const back = await full(code).post(path, sent);
      expect([back.status, back.headers.get("retry-after")]).toEqual([503, "15"]);
      expect(back.words).toContain("lleno.txt: No pudimos guardar el archivo en este momento");
      expect(back.words).not.toContain(code);
      for (const [name, value] of Object.entries(second).filter(([name]) => name !== "tipo"))
        expect([name, back.value(name) ?? back.words]).toEqual([
          name,
          expect.stringContaining(value),
        ]);
      if (code !== "ENOSPC") return;
      const filed = await browser.post(path, filledIn(back, second));
      expect(filed.status).toBe(303);
    },
  );

  it("a fault that is our own is not taken for a full disk", async () => {
    const page = await browser.get(path);
    const broken = await full("EBADF").post(path, filledIn(page, second, [["adjuntos", file]]));
    expect(broken.status).toBe(500);
  });
});

describe("a sender who goes away in the middle of a file", () => {
  const ticketsFiled = (): Promise<number> =>
    inDesk(desk.plazo.db, desk.desk, async (tx) => {
      const counting = statement("test.count", "select count(*)::integer as n from ticket");
      return (await queryOne<{ n: number }>(tx, counting, []))?.n ?? -1;
    });

  it("leaves no ticket and no fault, and the next one is served", async () => {
    const faults: string[] = [];
    const to = new Writable({
      write(chunk, _encoding, done) {
        faults.push(String(chunk));
        done();
      },
    });
    const listening = await listen(browse(desk, { log: makeLog("error", to) }).app, {
      host: "127.0.0.1",
      port: 0,
    });
    if (isRefusal(listening)) throw new Error(listening.refused);
    const before = await ticketsFiled();
    const token = (await browser.get(path)).value("_envio") ?? "";
    const part = (head: string, body: string): string =>
      `--b\r\nContent-Disposition: form-data; ${head}\r\n\r\n${body}`;
    const half = [
      part('name="_envio"', `${token}\r\n`),
      part('name="adjuntos"; filename="a.png"', "\u0089PNG half of it"),
    ].join("");
    const socket = connect(listening.port, "127.0.0.1");
    await once(socket, "connect");
    const head = [
      "POST /d/hib2b/ayuda HTTP/1.1",
      "Host: plazo.example.com",
      "Origin: https://plazo.example.com",
      "Content-Type: multipart/form-data; boundary=b",
      "Content-Length: 1000000",
    ];
    socket.write(`${head.join("\r\n")}\r\n\r\n${half}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
    socket.destroy();
    const next = await fetch(`http://127.0.0.1:${listening.port}${path}`);
    expect(next.status).toBe(200);
    await next.text();
    await listening.stop(1_000);
    expect(await ticketsFiled()).toBe(before);
    expect(faults).toEqual([]);
  });
});
