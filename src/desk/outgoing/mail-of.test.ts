import { expect, test } from "vitest";
import { acknowledgementLimits } from "../plazo.ts";
import { linkPlace } from "../../words/mail/fill.ts";
import type { OutboxMail } from "../../store/outbox.ts";
import { mailOf } from "./mail-of.ts";

const settings = {
  secret: new Uint8Array(32),
  url: "http://127.0.0.1:3000",
  mailFrom: "ayuda@plazo.example.com",
  mailReplyTo: null,
  acknowledgements: acknowledgementLimits,
};

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
  const mail = mailOf(settings, row(null));
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
  const { text, html } = mailOf(settings, row("http://127.0.0.1:3000/app/HD-1"));
  expect(text + html).not.toContain(linkPlace);
  expect(text).toContain("http://127.0.0.1:3000/app/HD-1");
  expect(html).toContain('href="http://127.0.0.1:3000/app/HD-1"');
});
