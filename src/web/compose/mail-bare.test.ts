import { describe, expect, it } from "vitest";
import { mailHtml } from "../../words/mail/html.ts";
import { bareMail } from "./mail-bare.ts";

const words = 'Escriba <p style="color:red"> y «style="x"», 2 > 1.';
const html = mailHtml({
  ...{ language: "es", subject: "Su ticket", desk: "Mesa", footer: "Folio HD-1" },
  ...{ facts: [["Folio", "HD-1"]], body: `Buenos días:\n\n${words}`, open: "Ver el ticket" },
} as Parameters<typeof mailHtml>[0]);
const said = (text: string): string => text.replaceAll(/<style>.*?<\/style>|<[^>]*>/gsu, "");

describe("a mail that is shown before it leaves", () => {
  it("has its styles beside it, and not one of its words changed", () => {
    const { html: bare, css } = bareMail(html);
    expect(html).toContain(' style="');
    expect(bare).not.toMatch(/<[^>]* style="|<style/u);
    expect(bare.match(/ data-style="/gu)?.length).toBe(html.match(/<[^>]* style="/gu)?.length);
    expect(css).toContain("prefers-color-scheme");
    expect(said(bare)).toBe(said(html));
    expect(said(bare)).toContain("style=");
  });
});
