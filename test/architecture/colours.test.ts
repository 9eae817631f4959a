import { readFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, it } from "vitest";

const ui = resolve(import.meta.dirname, "../../src/web/ui");
const hex = /#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch)a?\(/giu;

it("leaves every colour of the workspace to its tokens", () => {
  const styles = readdirSync(ui).filter((name) => name.endsWith(".css") && name !== "tokens.css");
  expect(styles.length).toBeGreaterThan(5);
  const found = styles.flatMap((name) =>
    [...readFileSync(join(ui, name), "utf8").matchAll(hex)].map(([colour]) => `${name}: ${colour}`),
  );
  expect(found).toEqual([]);
});

it("uses no token that is not there", () => {
  const declared = new Set<string>();
  const used: string[] = [];
  for (const name of readdirSync(ui).filter((one) => one.endsWith(".css"))) {
    const text = readFileSync(join(ui, name), "utf8");
    for (const [, token = ""] of text.matchAll(/(--[\w-]+)\s*:/gu)) declared.add(token);
    for (const [, token = ""] of text.matchAll(/var\((--[\w-]+)/gu)) used.push(`${name} ${token}`);
  }
  // What React Aria measures.
  declared.add("--trigger-width");
  expect(used.filter((one) => !declared.has(one.split(" ")[1] ?? ""))).toEqual([]);
});
