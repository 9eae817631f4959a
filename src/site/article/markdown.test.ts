import { describe, expect, it } from "vitest";
import { rendered } from "./markdown.ts";

const reader = { language: "en", chosen: true } as const;
const shown = (text: string): string => `${rendered(text, reader) as string}`;

describe("the Markdown of an article", () => {
  it("becomes headings below the page's own, lists and tables", () => {
    expect(shown("## Pasos\n\n1. Uno\n\n| a | b |\n|---|---|\n| 1 | 2 |")).toMatch(
      /^<h2>Pasos<\/h2>\n<ol>\n<li>Uno<\/li>\n<\/ol>\n<table>/u,
    );
    expect(shown("# Alto")).toBe("<h2>Alto</h2>\n");
  });

  it.each([
    ["<script>alert(1)</script>", "<script"],
    ["hola <img src=x onerror=alert(1)>", "<img"],
    ["[ven](javascript:alert(1))", "href"],
    ["[ven](data:text/html,<script>alert(1)</script>)", "href"],
    ["![foto](https://example.com/espia.png)", "<img"],
  ])("shows %s as it is written, and does nothing with it", (text, forbidden) =>
    expect(shown(text)).not.toContain(forbidden),
  );

  it("keeps the reader's language in links to the desk's own pages, and leaves others alone", () => {
    expect(shown("[a](cancelar-cfdi)")).toContain('href="cancelar-cfdi?lang=en"');
    expect(shown("[a](../ayuda)")).toContain('href="../ayuda?lang=en"');
    expect(shown("[a](https://sat.example.com/x)")).toContain('href="https://sat.example.com/x"');
  });
});
