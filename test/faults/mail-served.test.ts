import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { imapServer } from "../kit/imap-server.ts";
import type { ImapServer } from "../kit/imap-server.ts";
import { someMail, until } from "../kit/mailboxes.ts";
import { dataFolder, freePort, serve, start } from "../kit/served.ts";
import type { Served } from "../kit/served.ts";
import { handOver } from "../kit/smtp-peer.ts";

// The program as it is started: mail comes in by SMTP and by IMAP, set up from the terminal beside it.
let data: Awaited<ReturnType<typeof dataFolder>>;
let server: Served;
let imap: ImapServer;
let smtp: number;
let environment: Record<string, string>;

beforeAll(async () => {
  [data, imap, smtp] = await Promise.all([dataFolder(), imapServer(), freePort()]);
  environment = {
    PLAZO_DESKS: "hib2b",
    PLAZO_SMTP_PORT: String(smtp),
    PLAZO_MAIL_PRIVATE_HOSTS: "127.0.0.1",
    PLAZO_DATA: data.path,
  };
  server = await serve(data.path, await freePort(), { environment });
}, 60_000);
afterAll(async () => {
  await server.stop();
  await imap.close();
  await data.remove();
});

async function plazo(...words: string[]): Promise<{ code: number | null; said: string }> {
  const { said, ended } = start(words, { environment });
  return { code: await ended, said: said() };
}

describe("mail that comes to a desk that is served", () => {
  it("by SMTP is taken for the desk's own address at once, and for a mailbox once it is added", async () => {
    const raw = someMail("servido");
    expect(await handOver(smtp, { to: "soporte@hib2b.example.com", raw })).toMatch(/^250 /u);
    expect(await handOver(smtp, { to: "otra@example.com", raw })).toMatch(/^550 /u);
    const added = await plazo(
      "mailbox",
      "add",
      "--desk",
      "hib2b",
      "--address",
      "otra@example.com",
      "--smtp",
    );
    expect(added).toMatchObject({ code: 0 });
    const other = someMail("otra");
    expect(await handOver(smtp, { to: "otra@example.com", raw: other })).toMatch(/^250 /u);
  }, 60_000);

  it("by IMAP is fetched seconds after the mailbox was added, whose password is in no argument", async () => {
    imap.deliver(someMail("buzón"));
    const file = join(data.path, "clave.txt");
    await writeFile(file, "clave\n", { mode: 0o600 });
    const words = ["mailbox", "add", "--desk", "hib2b", "--address", "caja@example.com", "--all"];
    const where = [
      "--host",
      "127.0.0.1",
      "--port",
      String(imap.port),
      "--tls",
      "none",
      "--user",
      "mesa",
    ];
    expect(await plazo(...words, ...where, "--password", "clave")).toMatchObject({ code: 2 });
    expect(await plazo(...words, ...where, "--secret-file", file)).toMatchObject({ code: 0 });
    const inbox = () => imap.folders.get("INBOX")?.messages[0]?.flags.has("\\Seen") === true;
    await until(inbox, (isSeen) => isSeen, 20_000);
    const tried = await plazo("mailbox", "test", "--desk", "hib2b", "caja@example.com");
    expect(tried).toMatchObject({ code: 0, said: expect.stringContaining("Funciona") as string });
    const list = await plazo("mailbox", "list", "--desk", "hib2b");
    expect(list.said).toContain("✓ caja@example.com");
    expect(list.said).toContain("✓ otra@example.com · por SMTP");
    expect((await plazo("doctor")).said).toContain("✓ Buzones: bien (1)");
    const removed = await plazo("mailbox", "remove", "--desk", "hib2b", "caja@example.com");
    expect(removed).toMatchObject({ code: 0 });
    await until(
      () => imap.connections.open,
      (open) => open === 0,
      20_000,
    );
  }, 120_000);

  it("stops with the program, at once", async () => {
    const began = performance.now();
    expect(await server.stop()).toBe(0);
    expect(performance.now() - began).toBeLessThan(15_000);
  }, 30_000);
});
