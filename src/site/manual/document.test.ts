import { describe, expect, it } from "vitest";
import { find, parseHtml, wordsOf } from "../../../test/kit/html.ts";
import type { Element } from "../../../test/kit/html.ts";
import { packPolicy, packs, pageOf, paperOf } from "../../../test/kit/manuals.ts";
import { readPdf } from "../../../test/kit/pdf.ts";
import { manualPdf } from "./document.ts";

const cases = packs.flatMap((pack) =>
  (["es", "en"] as const).map((language) => ({ pack, language })),
);
/** Words alone: where lines are broken, and where a space stands before a clause, is the medium's own. */
const letters = (text: string): string => text.replace(/\s+/gu, "");

const pieceTags = new Set(["h1", "h2", "h3", "h4", "th", "td", "caption", "dt", "p"]);
const isOnScreenOnly = ({ attributes }: Element): boolean =>
  (attributes.get("class") ?? "").split(" ").includes("no-print");

describe.each(cases)("the PDF of the manual of $pack in $language", ({ pack, language }) => {
  it("says what the page says: each heading, cell and paragraph, with every clause", async () => {
    const policy = await packPolicy(pack);
    const { pages } = readPdf(await manualPdf(paperOf(policy, language)));
    const said = letters(pages.join(""));
    const page = parseHtml(await pageOf(policy, language, "paper"));
    const [article] = find(page, ({ attributes }) => attributes.get("class") === "manual");
    if (article === undefined) throw new Error("the page has no manual");
    const pieces = find(
      article,
      (one) =>
        pieceTags.has(one.tag) && !isOnScreenOnly(one) && find(one, isOnScreenOnly).length === 0,
    ).map((piece) => letters(wordsOf(piece)));
    expect(pieces.length).toBeGreaterThan(40);
    expect(pieces.filter((piece) => !said.includes(piece))).toEqual([]);
    const clauses = new Set(pages.join(" ").match(/[A-Z]{1,4}-[0-9]+[a-z]?/gu));
    expect(policy.clauses.filter((clause) => !clauses.has(clause))).toEqual([]);
    expect(said).not.toContain("\uFFFD");
  });
});

describe("a manual's PDF", () => {
  it("is the same bytes each time", async () => {
    const policy = await packPolicy("minimal");
    const [one, two] = [
      await manualPdf(paperOf(policy, "es")),
      await manualPdf(paperOf(policy, "es")),
    ];
    expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true);
  });

  it("is tagged, in its language, with title, bookmarks, heads of tables and embedded fonts", async () => {
    const { objects } = readPdf(await manualPdf(paperOf(await packPolicy("hib2b"), "en")));
    const all = objects.join("\n");
    expect(all).toContain("/Marked true");
    expect(all).toContain("/Lang (en)");
    expect(all).toContain("/DisplayDocTitle true");
    for (const tag of [
      "H1",
      "H2",
      "H3",
      "L",
      "LI",
      "Lbl",
      "LBody",
      "Table",
      "TR",
      "TH",
      "TD",
      "Link",
      "TOC",
    ])
      expect(all, tag).toMatch(new RegExp(`/S /${tag}\\b`, "u"));
    expect(all).toMatch(/\/Scope \/Column/u);
    expect(all).toMatch(/\/Type \/Outlines|\/Outlines \d+ 0 R/u);
    expect(all.match(/\/FontFile[23] /gu)?.length).toBeGreaterThanOrEqual(2);
  });

  it("leads within itself by names that it has, and out of itself by whole addresses", async () => {
    const { objects } = readPdf(await manualPdf(paperOf(await packPolicy("cfd-connect"), "es")));
    const links = objects.flatMap((one) =>
      [...one.matchAll(/\/URI \(([^)]*)\)/gu)].map(([, to]) => to),
    );
    expect(links.length).toBeGreaterThan(5);
    expect(
      links.filter((to) => !to?.startsWith("https://plazo.example.com/d/cfd-connect/")),
    ).toEqual([]);
    const names = new Set(
      objects.flatMap((one) => [...one.matchAll(/\(([a-z-]+)\) \[/gu)].map(([, name]) => name)),
    );
    const goes = objects.flatMap((one) =>
      [...one.matchAll(/\/S \/GoTo\n\/D \(([^)]*)\)/gu)].map(([, to]) => to),
    );
    expect(goes.length).toBeGreaterThan(10);
    const all = objects.join("\n");
    expect(goes.filter((to) => !names.has(to) && !all.includes(`(${to ?? ""})`))).toEqual([]);
  });
});
