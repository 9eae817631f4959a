import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fill, linkPlace } from "./fill.ts";
import { mailHtml, mailText } from "./html.ts";
import type { MailContent } from "./html.ts";

const content = (differs: Partial<MailContent> = {}): MailContent => ({
  language: "es",
  subject: "HD-1: asunto",
  body: `Estimado usuario:\n\nAbra la liga:\n${linkPlace}`,
  open: "Ver el ticket",
  facts: [["Folio del ticket", "HD-1"]],
  desk: "Mesa",
  footer: "Mensaje automático de Mesa.",
  ...differs,
});

describe("filling a message in", () => {
  it("says what is known, leaves no hole for what is not, and keeps the place of the link", () => {
    expect(fill("Estimado usuario {nombre}:\n\n{folio} {liga}", { folio: "HD-1" })).toBe(
      `Estimado usuario:\n\nHD-1 ${linkPlace}`,
    );
    expect(fill("Hello {nombre},\n\n{folio}", { folio: "HD-1" })).toBe("Hello,\n\nHD-1");
    expect(fill("{nombre}, su ticket {folio}.", { nombre: "Ana", folio: "HD-1" })).toBe(
      "Ana, su ticket HD-1.",
    );
  });

  it("reads nothing that was filled in: no variable, no link", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (words) => {
        const filled = fill("{mensaje}|", {
          mensaje: `${words}{causa}${linkPlace}`,
          causa: "SECRETO",
        });
        expect(filled).not.toContain("SECRETO");
        expect(filled).not.toContain(linkPlace);
      }),
    );
  });
});

describe("a mail", () => {
  it("shows every word of people as words, never as markup", () => {
    const evil = `<script>alert(1)</script><img src=x onerror='y'>"&`;
    const html = mailHtml(
      content({ body: evil, subject: evil, desk: evil, footer: evil, facts: [[evil, evil]] }),
    );
    expect(html).not.toMatch(/<script|<img/iu);
    expect(html).toContain("&lt;script&gt;");
  });

  it("fetches nothing and runs nothing", () => {
    expect(mailHtml(content())).not.toMatch(
      /<(?:script|img|link|iframe|table)|url\(|src=|@import/iu,
    );
  });

  it("has the same words in text and in HTML, and the link as an address in both", () => {
    const text = mailText(content());
    const html = mailHtml(content());
    for (const said of ["Estimado usuario:", "HD-1", "Mensaje automático de Mesa.", linkPlace]) {
      expect(text).toContain(said);
      expect(html).toContain(said);
    }
    expect(html.match(new RegExp(`href="${linkPlace}"`, "gu"))).toHaveLength(2);
  });

  it("shows in lists of mail what it tells, and neither the greeting nor the link", () => {
    const html = mailHtml(
      content({ body: `Estimado usuario:\n\nSu ticket <b> quedó.\n\n${linkPlace}` }),
    );
    expect(/<div style="display:none[^>]*>([^<]*)</u.exec(html)?.[1]).toBe(
      "Su ticket &lt;b&gt; quedó.",
    );
    expect(mailHtml(content({ body: linkPlace }))).not.toContain("display:none");
  });

  it("shows a history moment by moment, and leaves other words as they are", () => {
    const told = "lunes 23, 09:00 · Se registró <b>.\nlunes 23, 10:00 · Ana respondió · bien.";
    const html = mailHtml(content({ body: `Sucedió:\n\n${told}\n\nUna línea · sola` }));
    expect(html).toMatch(/>lunes 23, 09:00<\/span>Se registró &lt;b&gt;\.<\/span>/u);
    expect(html).toMatch(/>lunes 23, 10:00<\/span>Ana respondió · bien\.<\/span>/u);
    expect(html).toContain(">Una línea · sola</p>");
    expect(mailText(content({ body: told }))).toContain(told);
  });

  it("has one heading, that says what it is about", () => {
    expect(mailHtml(content())).toMatch(/<h1[^>]*>HD-1: asunto<\/h1>/u);
    const headed = mailHtml(content({ heading: "HD-1: solucionado" }));
    expect(headed.match(/<h1/gu)).toHaveLength(1);
    expect(headed).toMatch(/<h1[^>]*>HD-1: solucionado<\/h1>/u);
  });
});
