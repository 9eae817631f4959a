import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestDesk } from "../../../test/kit/desk.ts";
import type { TestDesk } from "../../../test/kit/desk.ts";
import { ticketForStaff } from "../../desk/tickets/for-staff.ts";
import { takeInMail } from "./take-in.ts";
import type { Arriving, TakenIn } from "./take-in.ts";

let test: TestDesk;
beforeAll(async () => {
  test = await openTestDesk("hib2b", "2026-11-20T23:00:00Z");
});
afterAll(() => test.close());

const mailbox = { id: "soporte", address: "soporte@hib2b.example.com", form: null };
const nobody = { resolver: null };

let uids = 0;
function imap(uid = (uids += 1)): Arriving["origin"] {
  return { by: "imap", folder: "INBOX", uidValidity: "1", uid };
}

function mailOf(headers: Readonly<Record<string, string>>, text = "No puedo entrar al portal."): Buffer {
  const all = {
    From: "Ana Pérez <ana@cliente.example.com>",
    To: "soporte@hib2b.example.com",
    Subject: "No entra al portal",
    "Content-Type": "text/plain; charset=utf-8",
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return Buffer.from(`${lines.join("\r\n")}\r\n\r\n${text}\r\n`);
}

function take(raw: Buffer, differs: Partial<Arriving> = {}): Promise<TakenIn> {
  return takeInMail(
    test.plazo,
    { desk: test.desk, mailbox, origin: imap(), raw, ...differs },
    nobody,
  );
}

describe("a new request by mail", () => {
  it("is filed with its words, its sender and its subject, and acknowledged by mail", async () => {
    const taken = await take(mailOf({ "Message-ID": "<a1@cliente.example.com>" }));
    expect(taken).toMatchObject({ became: "filed", folio: expect.stringMatching(/^HD-\d+$/u) });
    const view = await ticketForStaff(test.plazo, { desk: test.desk, folio: taken.folio ?? "" });
    if ("refused" in view) throw new Error("it is there");
    expect(view.ticket).toMatchObject({
      channel: "mail",
      subject: "No entra al portal",
      requester: { name: "Ana Pérez", address: "ana@cliente.example.com", language: "es" },
      flags: expect.arrayContaining(["fields-missing"]),
    });
    expect(view.messages).toMatchObject([{ text: "No puedo entrar al portal.", channel: "mail" }]);
    await test.work();
    expect(test.mails("ana@cliente.example.com")).toHaveLength(1);
  });
});
