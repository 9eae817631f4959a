import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { figureIds } from "../../core/figures/figure.ts";
import { parts } from "../../core/figures/mark.ts";
import { boardWords } from "./board.ts";
import { figureWords } from "./definitions.ts";
import { boardsPage } from "../../../test/kit/board-definitions.ts";

test("the page of the boards says every definition as the board does", () => {
  const page = readFileSync(new URL("../../../docs/boards.md", import.meta.url), "utf8");
  expect(page).toContain(boardsPage());
});

test.each(["es", "en"] as const)("every figure is whole in %s", (language) => {
  for (const id of figureIds) {
    const words = Object.values(figureWords[language][id]);
    expect(words.every((text) => text.trim().length > 3)).toBe(true);
    for (const part of parts[id]) expect(boardWords[language].parts[part]).toBeTypeOf("string");
  }
});
