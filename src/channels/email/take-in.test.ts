import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestDesk, ximena } from "../../../test/kit/desk.ts";
import type { TestDesk } from "../../../test/kit/desk.ts";
import { asArrived, rawMail, rawMailWith } from "../../../test/kit/raw-mail.ts";
import { setMember } from "../../desk/staff/members.ts";
import { ask } from "../../desk/tickets/ask.ts";
import { close } from "../../desk/tickets/close.ts";
import { ticketForStaff } from "../../desk/tickets/for-staff.ts";
import type { StaffView } from "../../desk/tickets/for-staff.ts";
import { merge } from "../../desk/tickets/merge.ts";
import { reply } from "../../desk/tickets/reply.ts";
import { solve } from "../../desk/tickets/solve.ts";
import { tidy } from "../../jobs/tidy.ts";
import { readReceived } from "../../store/received-mail.ts";
import type { ReceivedMail } from "../../store/received-mail.ts";
import { inDesk } from "../../store/transaction.ts";
import { replyAddress } from "./reply-address.ts";
import { takeInMail } from "./take-in.ts";
import type { Arriving, TakenIn } from "./take-in.ts";

const nobody = { resolver: null };
const DAY = 86_400_000;

let uids = 0;
function imap(uid = (uids += 1)): Arriving["origin"] {
  return { by: "imap", folder: "INBOX", uidValidity: "1", uid };
}

function arrivingAt(test: TestDesk, raw: Buffer, differs: Partial<Arriving> = {}): Arriving {
  const address = test.policy.channels.find(({ id }) => id === "mail")?.at ?? "mesa@example.com";
  const mailbox = { id: "soporte", address, form: null };
  return { desk: test.desk, mailbox, origin: imap(), raw, ...differs };
}

function take(test: TestDesk, raw: Buffer, differs: Partial<Arriving> = {}): Promise<TakenIn> {
  return takeInMail(test.plazo, arrivingAt(test, raw, differs), nobody);
}

async function ticketOf(test: TestDesk, { folio }: Pick<TakenIn, "folio">): Promise<StaffView> {
  const view = await ticketForStaff(test.plazo, { desk: test.desk, folio: folio ?? "" });
  if ("refused" in view) throw new Error(`${folio}: ${view.refused}`);
  return view;
}

async function stored(test: TestDesk, { mail }: TakenIn): Promise<ReceivedMail> {
  const found = await inDesk(test.plazo.db, test.desk, (tx) => readReceived(tx, mail));
  if (found === undefined) throw new Error(`${mail} is not stored`);
  return found;
}

function count(test: TestDesk, table: string): Promise<number> {
  return inDesk(test.plazo.db, test.desk, async (tx) => {
    const { rows } = await tx.client.query<{ n: number }>(
      `select count(*)::integer as n from ${table}`,
    );
    return rows[0]?.n ?? -1;
  });
}

/** The address that answers about a ticket go to. */
async function answering(test: TestDesk, { folio }: TakenIn, desk = test.desk): Promise<string> {
  const [, number = ""] = /(\d+)$/u.exec(folio ?? "") ?? [];
  const { address } = arrivingAt(test, Buffer.alloc(0)).mailbox;
  const expires = test.time.read() + 30 * DAY;
  return replyAddress(test.plazo.settings.secret, address, {
    desk,
    number: Number(number),
    expires,
  });
}

describe("at a desk that hears anybody", () => {
  let test: TestDesk;
  beforeAll(async () => {
    test = await openTestDesk("hib2b", "2026-11-23T16:00:00Z");
  });
  afterAll(() => test.close());

  let senders = 0;
  const someone = (): string => `Eva <eva${(senders += 1)}@cliente.example.com>`;
  const newRequest = (headers: Readonly<Record<string, string>> = {}): Promise<TakenIn> =>
    take(test, rawMail({ From: someone(), ...headers }));

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

  it("an answer at the signed address joins its ticket, and what was awaited is awaited no longer", async () => {
    const first = await newRequest();
    const place = { desk: test.desk, folio: first.folio ?? "" };
    await ask(test.plazo, place, { by: ximena, text: "¿Qué ve?", for: "client" });
    expect((await ticketOf(test, first)).ticket.awaiting).toBe("client");
    const { sender } = await stored(test, first);
    const answer = await take(
      test,
      rawMail(
        { From: sender ?? "", To: await answering(test, first), Subject: "Re: lo que sea" },
        "Un error 500.\r\n\r\nEl lun, 23 nov 2026, Mesa escribió:\r\n> ¿Qué ve?",
      ),
    );
    expect(answer).toMatchObject({ became: "joined", folio: first.folio });
    const view = await ticketOf(test, first);
    expect(view.ticket.awaiting).toBeNull();
    expect(view.messages.at(-1)).toMatchObject({
      text: "Un error 500.",
      author: { kind: "client" },
    });
  });

  it("an answer to a mail that was sent joins by its Message-ID, whoever it was forwarded to", async () => {
    const from = someone();
    const first = await newRequest({ From: from });
    await test.work();
    const [mailed] = test.mails((await stored(test, first)).sender ?? "");
    const answer = await take(
      test,
      rawMail({
        From: "Colega <colega@cliente.example.com>",
        "In-Reply-To": mailed?.messageId ?? "",
      }),
    );
    expect(answer).toMatchObject({ became: "joined", folio: first.folio });
    const { messages } = await ticketOf(test, first);
    expect(messages.at(-1)?.author).toMatchObject({ name: "Colega" });
  });

  it("a folio in a subject joins for who takes part, and is a new ticket with a hint for a stranger", async () => {
    const first = await newRequest();
    const { sender } = await stored(test, first);
    const subject = `Sobre ${first.folio}`;
    const theirs = await take(
      test,
      rawMail({ From: sender ?? "", Subject: subject }, "Sigue igual."),
    );
    expect(theirs).toMatchObject({ became: "joined", folio: first.folio });
    const stranger = await newRequest({ Subject: subject });
    expect(stranger.became).toBe("filed");
    expect(stranger.folio).not.toBe(first.folio);
    expect(await stored(test, stranger)).toMatchObject({
      claim: { by: "folio", folio: first.folio, worth: "unknown-participant" },
    });
  });

  it("the signed address of another desk joins nothing here", async () => {
    const first = await newRequest();
    const { sender } = await stored(test, first);
    const to = await answering(test, first, "another-desk");
    const taken = await take(test, rawMail({ From: sender ?? "", To: to }, "Otra cosa."));
    expect(taken.became).toBe("filed");
    expect(taken.folio).not.toBe(first.folio);
    expect(await stored(test, taken)).toMatchObject({ claim: { worth: "forged" } });
  });

  it("an answer to a merged ticket joins the one that goes on", async () => {
    const [gone, survivor] = [await newRequest(), await newRequest()];
    const merged = await merge(
      test.plazo,
      { desk: test.desk, folio: gone.folio ?? "" },
      { by: ximena, into: survivor.folio ?? "" },
    );
    expect(merged).not.toHaveProperty("refused");
    const { sender } = await stored(test, gone);
    const to = await answering(test, gone);
    expect(await take(test, rawMail({ From: sender ?? "", To: to }, "Más datos."))).toMatchObject({
      became: "joined",
      folio: survivor.folio,
    });
  });

  it("an answer after the end is a new ticket that cites the old one (HB-15)", async () => {
    const first = await newRequest();
    const place = { desk: test.desk, folio: first.folio ?? "" };
    await close(test.plazo, place, { by: ximena, reason: "by-agent", note: "Resuelto." });
    const { sender } = await stored(test, first);
    const to = await answering(test, first);
    const taken = await take(test, rawMail({ From: sender ?? "", To: to }, "Volvió a fallar."));
    expect(taken.became).toBe("filed");
    expect(taken.folio).not.toBe(first.folio);
    expect((await ticketOf(test, taken)).ticket.links).toContainEqual({
      to: first.folio,
      as: "cites",
    });
  });

  it("an answer to a solution leaves it to a person to read whether it is solved", async () => {
    const first = await newRequest();
    const place = { desk: test.desk, folio: first.folio ?? "" };
    const done = await solve(test.plazo, place, {
      by: ximena,
      cause: "Clave",
      remedy: "Se cambió",
    });
    expect(done).not.toHaveProperty("refused");
    const { sender } = await stored(test, first);
    const to = await answering(test, first);
    await take(test, rawMail({ From: sender ?? "", To: to }, "Sigue sin abrir."));
    const { ticket } = await ticketOf(test, first);
    expect(ticket).toMatchObject({ closed: null, confirmed: false });
    expect(ticket.unansweredSince).not.toBeNull();
  });

  it("an absence is kept on its ticket, answers nothing and is never answered", async () => {
    const first = await newRequest();
    const place = { desk: test.desk, folio: first.folio ?? "" };
    await ask(test.plazo, place, { by: ximena, text: "¿Qué ve?", for: "client" });
    await test.work();
    const { sender } = await stored(test, first);
    const before = await ticketOf(test, first);
    const sent = test.mails().length;
    const taken = await take(
      test,
      rawMail(
        {
          From: sender ?? "",
          To: await answering(test, first),
          Subject: "Respuesta automática: fuera de la oficina",
          "Auto-Submitted": "auto-replied",
        },
        "Regreso el lunes.",
      ),
    );
    expect(taken).toMatchObject({ became: "kept", folio: first.folio });
    await test.work();
    const after = await ticketOf(test, first);
    expect(after.ticket.awaiting).toBe("client");
    expect(after.ticket.trace).toEqual(before.ticket.trace);
    expect(after.messages.at(-1)).toMatchObject({ text: "Regreso el lunes.", public: false });
    expect(test.mails()).toHaveLength(sent);
  });

  it("lists, notices and our own mail are kept, make no ticket and are not answered", async () => {
    const before = [await count(test, "ticket"), await count(test, "outbox")];
    const each = [
      { From: someone(), "List-Id": "<avisos.example.com>" },
      { From: "no-reply@aviso.example.com" },
      { From: "mesa@plazo.example.com" },
    ];
    for (const headers of each) {
      expect((await take(test, rawMail(headers))).became).toBe("kept");
    }
    expect([await count(test, "ticket"), await count(test, "outbox")]).toEqual(before);
  });

  it("a report of a mail that we sent is told to it", async () => {
    const first = await newRequest();
    await test.work();
    const { sender } = await stored(test, first);
    const [mailed] = test.mails(sender ?? "");
    const taken = await take(test, bounceOf(sender ?? "", mailed?.messageId ?? ""));
    expect(taken).toMatchObject({ became: "bounced", folio: first.folio });
    const unknown = await take(test, bounceOf("x@y.example.com", "<nothing@plazo.example.com>"));
    expect(unknown).toMatchObject({ became: "kept", folio: null });
  });

  it("a forged answer from an agent's address waits for a person and does nothing", async () => {
    const first = await newRequest();
    await reply(
      test.plazo,
      { desk: test.desk, folio: first.folio ?? "" },
      { by: ximena, text: "Hola" },
    );
    await agent(test);
    const before = await ticketOf(test, first);
    const taken = await take(
      test,
      rawMail(
        { From: "Ximena <ximena@mesa.example.com>", To: await answering(test, first) },
        "Cierre.",
      ),
    );
    expect(taken).toMatchObject({ became: "quarantined", folio: null });
    expect((await stored(test, taken)).why).toContainEqual(
      expect.objectContaining({ code: "agent-not-authenticated" }),
    );
    expect((await ticketOf(test, first)).ticket.seq).toBe(before.ticket.seq);
  });

  it("a proven answer of an agent is a note that the client does not see", async () => {
    const first = await newRequest();
    await agent(test);
    const to = await answering(test, first);
    const raw = rawMail({ From: "Ximena <ximena@mesa.example.com>", To: to }, "Le hablo yo.");
    const arrival = {
      ip: "192.0.2.10",
      helo: "mx.mesa.example.com",
      sender: "ximena@mesa.example.com",
      recipients: [to],
    };
    const resolver = spfOnly("mesa.example.com", "192.0.2.10");
    const taken = await takeInMail(
      test.plazo,
      arrivingAt(test, raw, { origin: { by: "smtp", arrival } }),
      { resolver },
    );
    expect(taken).toMatchObject({ became: "joined", folio: first.folio });
    const { messages, ticket } = await ticketOf(test, first);
    expect(messages.at(-1)).toMatchObject({ public: false, author: { kind: "staff" } });
    expect(ticket.trace.moments.map(({ mark }) => mark)).not.toContain("contacted");
  });

  it("people in copy are listed, and get nothing", async () => {
    const taken = await newRequest({ Cc: "jefe@cliente.example.com, otro@cliente.example.com" });
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
});

const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3);

function agent({ plazo, desk }: TestDesk): Promise<void> {
  return setMember(plazo, {
    desk,
    userId: ximena.id,
    name: "Ximena",
    email: "Ximena@mesa.example.com",
    role: "agent",
    level: null,
  });
}

/** A DNS in which one server may send for one domain. */
function spfOnly(domain: string, ip: string) {
  return (name: string, type: string): Promise<string[] | string[][]> => {
    if (type === "TXT" && name === domain) return Promise.resolve([[`v=spf1 ip4:${ip} -all`]]);
    if (type === "TXT" && name === `_dmarc.${domain}`)
      return Promise.resolve([["v=DMARC1; p=reject"]]);
    return Promise.reject(Object.assign(new Error("no such name"), { code: "ENOTFOUND" }));
  };
}

function bounceOf(address: string, about: string): Buffer {
  return rawMail(
    {
      From: "MAILER-DAEMON@mx.example.com",
      Subject: "Undelivered Mail Returned to Sender",
      "Content-Type": 'multipart/report; report-type=delivery-status; boundary="sep"',
    },
    [
      "--sep\r\nContent-Type: text/plain\r\n\r\nNo such user.",
      `--sep\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example.com\r\n\r\nFinal-Recipient: rfc822; ${address}\r\nAction: failed\r\nStatus: 5.1.1`,
      `--sep\r\nContent-Type: message/rfc822\r\n\r\nMessage-ID: ${about}\r\nSubject: x\r\n\r\nx`,
      "--sep--",
    ].join("\r\n"),
  );
}

describe("at desks whose manuals say otherwise", () => {
  it("who is not registered is held, and told (FI-2)", async () => {
    const test = await openTestDesk("factura-inteligente", "2026-11-23T16:00:00Z");
    const taken = await take(test, rawMail());
    expect(taken.became).toBe("filed");
    expect((await ticketOf(test, taken)).ticket).toMatchObject({
      form: "correo",
      held: "unverified",
    });
    await test.work();
    expect(test.mails("ana@cliente.example.com")).toHaveLength(1);
    await test.close();
  });

  it("a form that demands proof is held for it, whatever mailbox names it (FI-5, FI-6)", async () => {
    const test = await openTestDesk("factura-inteligente", "2026-11-23T16:00:00Z");
    const mailbox = { id: "claves", address: "claves@example.com", form: "control-acceso" };
    const taken = await take(test, rawMail(), { mailbox });
    expect((await ticketOf(test, taken)).ticket).toMatchObject({
      form: "control-acceso",
      held: "unverified",
      lacks: expect.arrayContaining(["registered-address", "field:solicitud"]),
    });
    await test.close();
  });

  it("a vague subject comes back once, with nothing of what was written, and its answer is taken with a mark (RD-4)", async () => {
    const test = await openTestDesk("erp-clubes", "2026-11-23T16:00:00Z");
    const text = "No cuadra el banco de noviembre.";
    const first = await take(test, rawMail({ Subject: "URGENTE" }, text));
    expect(first).toMatchObject({ became: "kept", folio: null });
    expect(await stored(test, first)).toMatchObject({ state: "returned" });
    await test.work();
    const [back] = test.mails("ana@cliente.example.com");
    expect(back).toMatchObject({ automatic: true });
    expect(`${back?.subject} ${back?.text}`).not.toMatch(/URGENTE|banco/u);
    expect(back?.text).toContain("Módulo");
    const answer = await take(
      test,
      rawMail(
        { Subject: "Re: BANCOS, no cuadra noviembre", "In-Reply-To": back?.messageId ?? "" },
        "Ahora sí.",
      ),
    );
    expect(answer.became).toBe("filed");
    const view = await ticketOf(test, answer);
    expect(view.ticket.subject).toBe("BANCOS, no cuadra noviembre");
    expect(view.ticket.fields).toMatchObject({ modulo: "bancos" });
    expect(view.messages[0]?.text).toContain("No cuadra el banco de noviembre.");
    expect(await stored(test, first)).toMatchObject({ state: "filed", folio: answer.folio });
    await test.close();
  });

  it("a subject that stays vague is taken with a mark, whoever writes again (RD-4)", async () => {
    const test = await openTestDesk("erp-clubes", "2026-11-23T16:00:00Z");
    await take(test, rawMail({ Subject: "Ayuda" }));
    await test.work();
    const [back] = test.mails("ana@cliente.example.com");
    const again = await take(
      test,
      asArrived(
        { ...back!, automatic: false },
        {
          From: "ana@cliente.example.com",
          To: "casos@example.com",
          "In-Reply-To": back?.messageId ?? "",
          "Message-ID": "<r@cliente.example.com>",
          Subject: `Re: ${back?.subject}`,
        },
      ),
    );
    expect(again.became).toBe("filed");
    expect((await ticketOf(test, again)).ticket).toMatchObject({
      subject: "Ayuda",
      flags: expect.arrayContaining(["subject-vague"]),
    });
    await test.close();
  });

  it("a closed case is not reopened: its words are kept, and the sender is told how to go on (RD-14)", async () => {
    const test = await openTestDesk("erp-clubes", "2026-11-23T16:00:00Z");
    const first = await take(test, rawMail({ Subject: "BANCOS, factura mal cargada" }));
    const place = { desk: test.desk, folio: first.folio ?? "" };
    await close(test.plazo, place, { by: ximena, reason: "by-agent", note: "Listo." });
    await test.work();
    const sent = test.mails("ana@cliente.example.com").length;
    const before = await count(test, "ticket");
    const taken = await take(
      test,
      rawMail({ To: await answering(test, first), Subject: "Re: BANCOS" }, "Volvió."),
    );
    expect(taken).toMatchObject({ became: "joined", folio: first.folio });
    expect(await count(test, "ticket")).toBe(before);
    const view = await ticketOf(test, first);
    expect(view.messages.at(-1)).toMatchObject({
      public: false,
      text: expect.stringContaining("Volvió."),
    });
    expect(view.ticket.closed).not.toBeNull();
    await test.work();
    expect(test.mails("ana@cliente.example.com")).toHaveLength(sent + 1);
    await test.close();
  });

  it("a desk that takes no mail lets it wait for a person, and says why", async () => {
    const test = await openTestDesk("minimal", "2026-11-23T16:00:00Z");
    const taken = await take(test, rawMail());
    expect(taken).toMatchObject({ became: "quarantined", folio: null });
    expect((await stored(test, taken)).why).toContainEqual({ code: "channel-unknown" });
    expect(await count(test, "ticket")).toBe(0);
    expect(await count(test, "upload")).toBe(0);
    await test.close();
  });

  it("two desks that write to each other fall silent", async () => {
    const at = "2026-11-23T16:00:00Z";
    const one = await openTestDesk("hib2b", at, { mailFrom: "soporte@hib2b.example.com" });
    const other = await openTestDesk("interfactura", at, {
      mailFrom: "soporte@interfactura.example.com",
      secret: new Uint8Array(32).fill(9),
    });
    const desks = { "soporte@hib2b.example.com": one, "soporte@interfactura.example.com": other };
    // The first word: an agent of one writes to the other, as a person.
    await take(
      other,
      rawMail({ From: "soporte@hib2b.example.com", "Message-ID": "<a@hib2b.example.com>" }),
    );
    let rounds = 0;
    for (let moved = 1; moved > 0 && rounds < 20; rounds += 1) {
      moved = 0;
      for (const desk of [one, other]) await desk.work();
      for (const desk of [one, other]) {
        for (const mail of desk.mail.sent.splice(0)) {
          const to = desks[mail.to as keyof typeof desks];
          if (to === undefined) continue;
          moved += 1;
          await take(to, asArrived(mail));
        }
      }
    }
    expect(rounds).toBeLessThan(4);
    expect(await count(one, "ticket")).toBe(0);
    expect(await count(other, "ticket")).toBe(1);
    await Promise.all([one.close(), other.close()]);
  });
});
