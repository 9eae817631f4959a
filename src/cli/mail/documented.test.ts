import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { usualLimits } from "../../channels/email/in/limits.ts";
import { checks } from "../../channels/email/in/read-mail.ts";
import { mailReadWords } from "../../words/cli/mail-read.ts";

const doc = readFileSync(join(import.meta.dirname, "../../../docs/mail.md"), "utf8");
const words = mailReadWords("en");

test("the checks stand in the document in the order in which they run", () => {
  const written = [...doc.matchAll(/^\d+\. `([a-z-]+)`/gmu)].map(([, name]) => name);
  expect(written).toEqual(checks.map(({ name }) => name));
});

test("every class, reason and worth of a claim stands in the document", () => {
  const codes = [words.classes, words.reasons, words.worth].flatMap((each) => Object.keys(each));
  for (const code of codes) expect(doc).toContain(`\`${code}\``);
});

test("the bounds in the document are those of the program", () => {
  const written = [...doc.matchAll(/^\| `(\w+)`[^|]*\| (\d+) \|$/gmu)].map(([, name, value]) => [
    name,
    Number(value),
  ]);
  expect(Object.fromEntries(written)).toEqual(usualLimits);
});
