import { describe, expect, it } from "vitest";
import { markdownOf } from "./markdown.ts";
import { readHtml } from "./read-html.ts";

const plain = (text: string) => ({ text, style: "plain" }) as const;

describe("a page read as blocks", () => {
  it("reads white space as a browser does, also between marks", () => {
    expect(
      readHtml("<p>Uno  <strong>dos</strong>\n <span class='clause'>HB-1</span> </p>"),
    ).toEqual([
      {
        is: "paragraph",
        runs: [
          plain("Uno "),
          { text: "dos", style: "strong" },
          plain(" "),
          { text: "HB-1", style: "clause" },
        ],
      },
    ]);
  });

  it("keeps links, languages, headings with their ids, and breaks of lines", () => {
    expect(
      readHtml('<h2 id="x">A <a href="/d/y">b</a></h2><p><span lang="es">uno</span><br>dos</p>'),
    ).toEqual([
      { is: "heading", level: 2, id: "x", runs: [plain("A "), { ...plain("b"), to: "/d/y" }] },
      { is: "paragraph", runs: [{ ...plain("uno"), lang: "es" }, plain("\n"), plain("dos")] },
    ]);
  });

  it("leaves out what stands only on a screen", () =>
    expect(
      readHtml('<p class="no-print">x</p><p>y <a class="no-print" href="/z">z</a></p>'),
    ).toEqual([{ is: "paragraph", runs: [plain("y")] }]));

  it("does not lose what it knows no block for: it says so", () =>
    expect(() => readHtml("<section><video></video></section>")).toThrow("<video>"));

  it("as text is Markdown that stays within a hundred columns, but for tables", () => {
    const long = "palabra ".repeat(30);
    const text = markdownOf(
      readHtml(
        `<h2>Título</h2><p>${long}</p><ol><li>Uno<ul><li>dentro</li></ul></li><li>Dos</li></ol>` +
          "<dl><dt>Término</dt><dd>Lo que es</dd></dl><blockquote><p>Nota</p></blockquote>" +
          "<table><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><th>1</th><td>2</td></tr></tbody></table>",
      ),
    );
    expect(Math.max(...text.split("\n").map((line) => line.length))).toBeLessThanOrEqual(100);
    expect(text.slice(text.indexOf("1. Uno"))).toBe(
      "1. Uno\n\n   - dentro\n2. Dos\n\n- **Término**:\n  Lo que es\n\n> Nota\n\n| A | B |\n|---|---|\n| 1 | 2 |\n",
    );
  });
});
