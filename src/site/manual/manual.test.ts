import { describe, expect, it } from "vitest";
import { firstVersion, packPolicy, packs, pageOf, paperOf } from "../../../test/kit/manuals.ts";
import { projectText } from "../../../test/kit/policy-packs.ts";
import { find, parseHtml, wordsOf } from "../../../test/kit/html.ts";
import { calendarsOf } from "../../core/policy/bind.ts";
import type { Policy } from "../../core/policy/policy.ts";
import type { Text } from "../../core/policy/text.ts";
import { manualPdf, manualText } from "./document.ts";
import { manualPage } from "./manual.ts";

const cases = packs.flatMap((pack) =>
  (["es", "en"] as const).map((language) => ({ pack, language })),
);

/** Clauses are printed whole between marks: "HB-1" is not found in "HB-14". */
function printed(text: string): ReadonlySet<string> {
  return new Set(text.match(/[A-Z]{1,4}-[0-9]+[a-z]?/gu) ?? []);
}

/** Every text for people that a policy holds, wherever it stands. */
function textsOf(value: unknown): Text[] {
  if (typeof value !== "object" || value === null) return [];
  if (!Array.isArray(value) && "es" in value && typeof value.es === "string")
    return [value as Text];
  return Object.values(value).flatMap(textsOf);
}

const squeezed = (text: string): string => text.replace(/\s+/gu, " ").trim();

describe.each(cases)("the manual of $pack in $language", ({ pack, language }) => {
  it("prints every clause of its policy", async () => {
    const policy = await packPolicy(pack);
    const page = printed(wordsOf(parseHtml(await pageOf(policy, language))));
    expect(policy.clauses.filter((clause) => !page.has(clause))).toEqual([]);
  });

  it("says everything that its policy says to people", async () => {
    const policy = await packPolicy(pack);
    const said = squeezed(wordsOf(parseHtml(await pageOf(policy, language))));
    // What an article says is read on its own page; a message that nothing sends is said to nobody.
    const { articles = [], calendars: _named, messages, ...spoken } = policy;
    const sent = messages.filter(({ id }) => policy.tell.some(({ message }) => message === id));
    const titles = articles.map(({ title }) => title);
    const lacking = textsOf([spoken, sent, titles])
      .map((text) => squeezed(text[language] ?? text.es))
      .filter((text) => !said.toLowerCase().includes(text.toLowerCase()));
    expect([...new Set(lacking)]).toEqual([]);
  });

  it("leads from its contents to each chapter, and within itself to nothing that is not there", async () => {
    const page = parseHtml(await pageOf(await packPolicy(pack), language));
    const ids = find(page, ({ attributes }) => attributes.has("id")).map(
      ({ attributes }) => attributes.get("id") ?? "",
    );
    const links = find(page, ({ tag }) => tag === "a").flatMap(({ attributes }) => {
      const to = attributes.get("href") ?? "";
      return to.startsWith("#") ? [to.slice(1)] : [];
    });
    expect(new Set(ids).size).toBe(ids.length);
    expect(links.length).toBeGreaterThan(8);
    expect(links.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it("as text says what its page says, and the same each time", async () => {
    const policy = await packPolicy(pack);
    const text = await manualText(paperOf(policy, language));
    expect(await manualText(paperOf(policy, language))).toBe(text);
    const all = printed(text);
    expect(policy.clauses.filter((clause) => !all.has(clause))).toEqual([]);
  });
});

describe("a manual", () => {
  const screen = (policy: Policy, more: object = {}) => {
    const version = firstVersion(policy);
    const here = { now: version.effective, zone: policy.desk.zone, language: "es" } as const;
    return manualPage({
      reader: { language: "es", chosen: false },
      here,
      version,
      calendars: calendarsOf(policy, []),
      standing: { is: "in-force", until: null },
      path: `/d/${policy.desk.id}/manual`,
      medium: "screen",
      ...more,
    });
  };

  it("gives the promises by severity, the gravest first, before anything else", async () => {
    const page = parseHtml(String(await screen(await packPolicy("hib2b"))));
    const [first] = find(page, ({ tag }) => tag === "table").map(wordsOf);
    expect(first).toBe(
      "Promesa Crítico Medio-Alto Bajo " +
        "Primer contacto HB-4, HB-13 de 1 a 4 horas hábiles de 1 a 4 horas hábiles de 1 a 4 horas hábiles " +
        "Resolución HB-14 de 1 a 6 horas hábiles de 4 a 16 horas hábiles de 8 a 32 horas hábiles",
    );
  });

  it("works its examples out anew: a pack that states another limit is not believed", async () => {
    const policy = await packPolicy("hib2b");
    const examples = policy.examples.map((one) => ({ ...one, limit: 0 }));
    const said = wordsOf(parseHtml(String(await screen({ ...policy, examples }))));
    expect(said).toContain("lunes 23 de noviembre, 12:00");
    expect(said).not.toContain("1969");
  });

  it("says of a version that held that it is not in force, and what it changed", async () => {
    const policy = await packPolicy("hib2b");
    const clocks = policy.clocks.map((rule) =>
      rule.id === "resolucion"
        ? {
            ...rule,
            within: {
              ...rule.within,
              critico: { limit: { unit: "hours", ms: 4 * 3_600_000, calendar: "oficina" } },
            },
          }
        : rule,
    );
    const until = Date.parse("2026-12-01T06:00:00Z");
    const page = await screen({ ...policy, clocks } as Policy, {
      standing: { is: "superseded", until },
      before: firstVersion(policy),
    });
    const said = wordsOf(parseHtml(String(page)));
    expect(said).toContain("rigió del 2 de noviembre de 2026 al 1 de diciembre de 2026");
    expect(said).toMatch(
      /Qué cambió respecto de la versión 1 .*Resolución, Crítico: límite 6 h.* → 4 h/u,
    );
  });

  it("says of a version that is yet to come from when it holds", async () => {
    const page = await screen(await packPolicy("minimal"), {
      standing: { is: "scheduled", until: null },
    });
    expect(wordsOf(parseHtml(String(page)))).toContain("rige a partir del 2 de noviembre de 2026");
  });

  it("of a version that was compiled by an earlier language can still be read, compared and printed", async () => {
    const old = JSON.parse(
      projectText("test/fixtures/policies/hib2b-first-language.json"),
    ) as Policy;
    expect(old).not.toHaveProperty("roles");
    const now = await packPolicy("hib2b");
    for (const language of ["es", "en"] as const) {
      const until = Date.parse("2026-12-01T06:00:00Z");
      const standing = { is: "superseded", until } as const;
      const text = await manualText({ ...paperOf(old, language), standing });
      expect(text).not.toMatch(/undefined|\[object/u);
      const all = printed(text);
      expect(old.clauses.filter((clause) => !all.has(clause))).toEqual([]);
      const after = await manualText({ ...paperOf(now, language), before: firstVersion(old) });
      expect(after).toContain(language === "es" ? "Qué cambió respecto" : "What changed from");
      expect(after).not.toMatch(/undefined|\[object/u);
    }
    expect((await manualPdf(paperOf(old, "es"))).length).toBeGreaterThan(20_000);
  });
});
