import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { workspaceWords } from "./words.ts";

/** Every mark that the core puts on an intake, as its own text names it. */
function marks(folder: string): string[] {
  const found = new Set<string>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/(?<!test)\.ts$/u.test(entry.name)) continue;
    const text = readFileSync(join(entry.parentPath, entry.name), "utf8");
    for (const [, mark = ""] of text.matchAll(/flags\.push\("([a-z-]+)"\)/gu)) found.add(mark);
    for (const [, mark = ""] of text.matchAll(/flags: \["([a-z-]+)"\]/gu)) found.add(mark);
  }
  return [...found];
}

describe("the marks of an intake", () => {
  const found = marks(join(import.meta.dirname, "../../core"));

  it("are found in the core", () => expect(found).toContain("support-unknown"));

  it.each(found)("%s has words in both languages", (mark) => {
    expect(workspaceWords.es.flags[mark]).toMatch(/^[A-ZÁÉÍÓÚ].*\.$/u);
    expect(workspaceWords.en.flags[mark]).toMatch(/^[A-Z].*\.$/u);
  });
});
