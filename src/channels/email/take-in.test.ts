import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  arrivingAt,
  count,
  imap,
  newRequest,
  nobody,
  PNG,
  someone,
  stored,
  take,
  ticketOf,
} from "../../../test/kit/arriving.ts";
import { openTestDesk } from "../../../test/kit/desk.ts";
import type { TestDesk } from "../../../test/kit/desk.ts";
import { livesOf } from "../../../test/kit/runs.ts";
import { rawMail, rawMailWith } from "../../../test/kit/raw-mail.ts";
import { tidy } from "../../jobs/tidy.ts";
import { takeInMail } from "./take-in.ts";

let test: TestDesk;
beforeAll(async () => {
  test = await openTestDesk("hib2b", "2026-11-23T16:00:00Z");
});
afterAll(() => test.close());

const DAY = 86_400_000;

describe("a request that comes by mail", () => {
  it("a request is filed with its words, sender and subject, and acknowledged by mail", async () => {
    const taken = await take(test, rawMail({ "Message-ID": "<a1@cliente.example.com>" }));
    expect(taken).toMatchObject({ became: "filed", folio: expect.stringMatching(/^HD-\d+$/u) });
    const view = await ticketOf(test, taken);
    expect(view.ticket).toMatchObject({
      channel: "mail",
      subject: "No entra al portal",
      provisional: true,
      requester: { name: "Ana Pérez", address: "ana@cliente.example.com", language: "es" },
      flags: expect.arrayContaining(["fields-missing"]),
    });
    expect(view.messages).toMatchObject([{ text: "No puedo entrar al portal.", channel: "mail" }]);
    expect(view.promises.some(({ limit }) => limit !== null)).toBe(true);
    await test.work();
    const [mailed] = test.mails("ana@cliente.example.com");
    expect(mailed?.text).toContain(taken.folio);
    expect(mailed?.text).not.toContain("No puedo entrar al portal");
    expect(mailed?.text).toContain("respóndanos con: Tipo de incidente");
  });

  it("in English is answered in English", async () => {
    const from = someone();
    const taken = await take(
      test,
      rawMail({ From: from, Subject: "I cannot enter" }, "The portal does not open. Please help."),
    );
    expect((await ticketOf(test, taken)).ticket.requester.language).toBe("en");
  });

  it("the same place, or the same bytes at another, makes one ticket; without any Message-ID too", async () => {
    const before = await count(test, "ticket");
    const raw = rawMail({ From: someone() });
    const origin = imap();
    const first = await take(test, raw, { origin });
    expect(first.became).toBe("filed");
    const again = { mail: first.mail, became: "repeated", folio: first.folio };
    expect(await take(test, raw, { origin })).toEqual(again);
    expect(await take(test, raw)).toEqual(again);
    expect(await take(test, raw, { origin: { by: "file" } })).toEqual(again);
    expect(await take(test, Buffer.concat([raw, Buffer.from("x")]), { origin })).toEqual(again);
    expect(await count(test, "ticket")).toBe(before + 1);
  });

  it("two workers at once with the same message make one ticket, and keep its bytes once", async () => {
    const before = [await count(test, "ticket"), await count(test, "received_mail")];
    const png = { name: "p.png", type: "image/png", content: PNG };
    const raw = rawMailWith([png], { From: someone() });
    const taken = await Promise.all([take(test, raw), take(test, raw), take(test, raw)]);
    expect(taken.map(({ became }) => became).toSorted()).toEqual(["filed", "repeated", "repeated"]);
    expect(new Set(taken.map(({ folio }) => folio)).size).toBe(1);
    expect(await count(test, "ticket")).toBe((before[0] ?? 0) + 1);
    expect(await count(test, "received_mail")).toBe((before[1] ?? 0) + 1);
    expect(await count(test, "upload")).toBe(0);
  });

  it("killed between its files and the commit, it is taken in once afterwards, and what was left is tidied", async () => {
    const png = { name: "p.png", type: "image/png", content: PNG };
    const raw = rawMailWith([png], { From: someone() });
    const before = await count(test, "ticket");
    const kept: string[] = [];
    const { effects } = test.plazo;
    const killed = {
      ...test.plazo,
      effects: {
        ...effects,
        // A process that is killed drops nothing.
        files: {
          ...effects.files,
          drop: () => Promise.reject(new Error("killed")),
          keep: async (...of: Parameters<typeof effects.files.keep>) => {
            const file = await effects.files.keep(...of);
            if (file !== "too-large") kept.push(file.id);
            return file;
          },
        },
        random: { ...effects.random, id: () => "killed, so that no row can be written" },
      },
    };
    const origin = imap();
    await expect(takeInMail(killed, arrivingAt(test, raw, { origin }), nobody)).rejects.toThrow();
    expect(kept).toHaveLength(2);
    expect(await count(test, "ticket")).toBe(before);
    const taken = await take(test, raw, { origin });
    expect(taken.became).toBe("filed");
    expect((await take(test, raw, { origin })).became).toBe("repeated");
    expect(await count(test, "ticket")).toBe(before + 1);
    test.time.advance(2 * DAY);
    await tidy(test.plazo);
    for (const id of kept) expect(await effects.files.read(id)).toBeUndefined();
    const { file } = await stored(test, taken);
    expect(await effects.files.read(file)).toBeDefined();
    expect((await ticketOf(test, taken)).files).toHaveLength(1);
  });

  it("files go with it, and what is not allowed stays in the mail and is named on the ticket", async () => {
    const zip = Uint8Array.of(0x50, 0x4b, 3, 4, 1, 2, 3, 4);
    const taken = await take(
      test,
      rawMailWith(
        [
          { name: "pantalla.png", type: "image/png", content: PNG, inline: true },
          { name: "todo.zip", type: "application/zip", content: zip },
        ],
        { From: someone() },
      ),
    );
    const view = await ticketOf(test, taken);
    expect(view.files).toMatchObject([{ name: "pantalla.png", kind: "image" }]);
    expect(view.messages[0]?.text).toContain("todo.zip");
    expect(await stored(test, taken)).toMatchObject({
      leftOut: [{ name: "todo.zip", why: "file-kind" }],
      message: view.messages[0]?.id,
    });
  });

  it("ten files go with it, and a large one takes no room from the small ones: its own bytes are no file", async () => {
    const ten = Array.from({ length: 11 }, (_, n) => ({
      name: `${n}.png`,
      type: "image/png",
      content: PNG,
    }));
    const many = await take(test, rawMailWith(ten, { From: someone() }));
    expect((await ticketOf(test, many)).files).toHaveLength(10);
    expect((await stored(test, many)).leftOut).toEqual([{ name: "10.png", why: "files-too-many" }]);
    const large = {
      name: "video.png",
      type: "image/png",
      content: Buffer.alloc(20 * 1024 * 1024, PNG),
    };
    const small = { name: "p.png", type: "image/png", content: PNG };
    const heavy = await take(test, rawMailWith([large, small], { From: someone() }));
    expect((await ticketOf(test, heavy)).files).toMatchObject([{ name: "p.png" }]);
    expect((await stored(test, heavy)).leftOut).toEqual([
      { name: "video.png", why: "file-too-large" },
    ]);
    expect(await count(test, "upload")).toBe(0);
  });

  it("lists, notices and our own mail are kept, make no ticket and are not answered", async () => {
    const before = [await count(test, "ticket"), await count(test, "outbox")];
    const each = [
      { From: someone(), "List-Id": "<avisos.example.com>" },
      { From: "no-reply@aviso.example.com" },
      { From: "noreply2@aviso.example.com" },
      { From: "mesa@plazo.example.com" },
    ];
    for (const headers of each) {
      expect((await take(test, rawMail(headers))).became).toBe("kept");
    }
    expect([await count(test, "ticket"), await count(test, "outbox")]).toEqual(before);
  });

  it("people in copy are listed, and get nothing", async () => {
    const taken = await newRequest(test, {
      Cc: "jefe@cliente.example.com, otro@cliente.example.com",
    });
    await test.work();
    expect((await stored(test, taken)).copied).toEqual([
      "jefe@cliente.example.com",
      "otro@cliente.example.com",
    ]);
    expect(test.mails("jefe@cliente.example.com")).toEqual([]);
  });

  it("a fourth request within the hour is filed and not acknowledged", async () => {
    const from = someone();
    const address = /<(.+)>/u.exec(from)?.[1] ?? "";
    for (let n = 1; n <= 4; n += 1) {
      const raw = rawMail({ From: from, Subject: `Problema ${n} del portal` });
      expect((await take(test, raw)).became).toBe("filed");
    }
    await test.work();
    expect(test.mails(address)).toHaveLength(3);
  });

  it("every message of the corpus, whatever it is, is stored once and accounted for", async () => {
    const folder = join(import.meta.dirname, "../../../test/fixtures/mail");
    const files = readdirSync(folder).filter((name) => name.endsWith(".eml"));
    const before = await count(test, "received_mail");
    const ends = new Map<string, number>();
    for (const name of files) {
      const taken = await take(test, readFileSync(join(folder, name)));
      ends.set(taken.became, (ends.get(taken.became) ?? 0) + 1);
      const { bytes } = await stored(test, taken);
      expect([name, bytes]).toEqual([name, readFileSync(join(folder, name)).length]);
    }
    const different = new Set(
      files.map((name) => readFileSync(join(folder, name)).toString("hex")),
    );
    expect(await count(test, "received_mail")).toBe(before + different.size);
    expect(ends.get("repeated") ?? 0).toBe(files.length - different.size);
    expect(ends.get("filed")).toBeGreaterThan(30);
    expect(ends.get("quarantined")).toBeGreaterThan(3);
    expect(ends.get("kept")).toBeGreaterThan(10);
  });

  it("whatever a message's bytes are, it is stored, and the next one goes on", async () => {
    const folder = join(import.meta.dirname, "../../../test/fixtures/mail");
    const files = readdirSync(folder).filter((name) => name.endsWith(".eml"));
    const mangled = fc
      .tuple(
        fc.constantFrom(...files),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 30 }),
      )
      .map(([name, changes]) => {
        const bytes = readFileSync(join(folder, name));
        for (const [at, byte] of changes) if (bytes.length > 0) bytes[at % bytes.length] = byte;
        return bytes;
      });
    const any = fc.oneof(
      mangled,
      fc.uint8Array({ maxLength: 2_000 }).map((of) => Buffer.from(of)),
    );
    await fc.assert(
      fc.asyncProperty(any, async (raw) => {
        const taken = await take(test, raw);
        expect((await stored(test, taken)).bytes).toBe(raw.length);
        expect((await take(test, raw)).mail).toBe(taken.mail);
      }),
      { numRuns: livesOf(300) },
    );
  }, 60_000);
});
