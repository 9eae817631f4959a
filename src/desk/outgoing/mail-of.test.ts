import { expect, test } from "vitest";
import { linkPlace } from "../../words/mail/fill.ts";
import type { OutboxMail } from "../../store/outbox.ts";
import type { Letter } from "./letter.ts";
import { mailOf } from "./mail-of.ts";

const letter = (subject = "HD-1: <recibido>", answered = false): Letter => ({
  sender: { from: '"La mesa" <ayuda@plazo.example.com>', replyTo: null, mailbox: null },
  thread: { subject, inReplyTo: null, references: ["<hilo@example.com>"] },
  answered,
});

function row(link: string | null): OutboxMail {
  return {
    id: 1,
    kind: "mail",
    folio: "HD-1",
    ticket: 1,
    moment: "received",
    state: "pending",
    recipient: "cliente@example.com",
    subject: "HD-1: <recibido>",
    at: 0,
    due: 0,
    attempts: 0,
    sentAt: null,
    error: null,
    toldBack: null,
    againOf: null,
    askedBy: null,
    sentAgain: false,
    messageId: "<1@example.com>",
    payload: {
      content: {
        body: `Lo recibimos.\n\n${linkPlace}`,
        open: "Ver el ticket",
        facts: [["Folio", "HD-1"]],
        desk: "La mesa",
        footer: "No responda",
      },
      link,
      language: "es",
      automatic: true,
      references: ["<hilo@example.com>"],
      clock: null,
    },
  };
}

test("a mail leaves as text and as a page of the same words, the place of its recipient's link left open", () => {
  const mail = mailOf(row(null), letter());
  expect(mail.text).toBe(`Lo recibimos.\n\n${linkPlace}\n\nFolio: HD-1\n\n-- \nNo responda`);
  expect(mail.html).toContain("<title>HD-1: &lt;recibido&gt;</title>");
  expect(mail.html).toContain(`<a class="open" href="${linkPlace}"`);
  for (const words of [
    "Lo recibimos.",
    "Ver el ticket",
    "La mesa",
    "No responda",
    '<html lang="es">',
  ])
    expect(mail.html).toContain(words);
  expect(mail).toMatchObject({
    to: "cliente@example.com",
    subject: "HD-1: <recibido>",
    language: "es",
  });
});

test("a mail whose link is known has it wherever its place was", () => {
  const { text, html } = mailOf(row("http://127.0.0.1:3000/app/HD-1"), letter());
  expect(text + html).not.toContain(linkPlace);
  expect(text).toContain("http://127.0.0.1:3000/app/HD-1");
  expect(html).toContain('href="http://127.0.0.1:3000/app/HD-1"');
});

test("a mail that follows others bears the subject of its thread, and tells its own news first of all", () => {
  const { subject, text, html } = mailOf(row(null), letter("Re: HD-1: recibimos su solicitud"));
  expect(subject).toBe("Re: HD-1: recibimos su solicitud");
  expect(text.startsWith("HD-1: <recibido>\n\nLo recibimos.")).toBe(true);
  expect(html).toMatch(/<h1[^>]*>HD-1: &lt;recibido&gt;<\/h1>/u);
});

test("the line above which an answer is written stands first, and only where answers are read", () => {
  const line = "--- Responda arriba de esta línea ---";
  const read = mailOf(row(null), letter(undefined, true));
  expect(read.text.startsWith(`${line}\n\n`)).toBe(true);
  expect(read.html.indexOf(line)).toBeLessThan(read.html.lastIndexOf("Lo recibimos."));
  expect(read.text).toContain("También puede contestar a este correo.");
  const unread = mailOf(row(null), letter());
  expect(unread.text).not.toContain("contestar");
  expect(unread.text + unread.html).not.toContain(line);
});
