import { describe, expect, it } from "vitest";
import { projectText, sharedParts } from "../../../test/kit/policy-packs.ts";
import { readPack } from "./read-pack.ts";

const text = projectText("policies/cfd-connect/policy.yaml");
const article = (id: string, language: "es" | "en"): string | null =>
  id === "cancelar-cfdi" ? null : `${id} ${language}`;

describe("the articles of a manual", () => {
  it("are part of the policy where they stand beside the pack, in both languages", () => {
    const read = readPack(text, "policy.yaml", {
      ...sharedParts,
      article: (id, language) => `${id} ${language}`,
    });
    if ("problems" in read) throw new Error(JSON.stringify(read.problems));
    expect(read.policy.articles?.[0]).toMatchObject({
      id: "entrar-al-portal",
      body: { es: "entrar-al-portal es", en: "entrar-al-portal en" },
      clause: ["CC-19"],
    });
  });

  it("are refused by name where one has no text, and only there", () => {
    const read = readPack(text, "policy.yaml", { ...sharedParts, article });
    const problems = "problems" in read ? read.problems : [];
    expect(problems.map(({ code, facts }) => [code, facts])).toEqual([
      ["article-without-text", { id: "cancelar-cfdi" }],
    ]);
  });

  it("wait for their text where only the pack is at hand", () => {
    const read = readPack(text, "policy.yaml", sharedParts);
    if ("problems" in read) throw new Error(JSON.stringify(read.problems));
    expect(read.policy.articles?.every(({ body }) => body === null)).toBe(true);
  });
});
