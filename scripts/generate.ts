// npm run generate: writes every generated file. With --check it writes nothing, names the files that
// differ and fails.
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { generators } from "./generators.ts";
import { ROOT } from "./step.ts";

const isCheck = process.argv.includes("--check");

for (const generator of generators) {
  const { file } = generator;
  const full = path.join(ROOT, file);
  const text = await generator.make();
  const old = existsSync(full) ? await readFile(full, "utf8") : undefined;
  if (old === text) continue;
  if (isCheck) {
    console.log(
      `${file} is ${old === undefined ? "missing" : "out of date"}: run npm run generate`,
    );
    process.exitCode = 1;
  } else {
    await mkdir(path.dirname(full), { recursive: true });
    await writeFile(full, text);
    console.log(`${file} written`);
  }
}
