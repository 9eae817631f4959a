import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";

const PROJECT = path.resolve(import.meta.dirname, "../..");
const MEDIAN_LINES = 80;
const CAP_LINES = 400;

function filesUnder(folder: string, wanted: RegExp): string[] {
  return readdirSync(path.join(PROJECT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && wanted.test(entry.name))
    .map((entry) => path.relative(PROJECT, path.join(entry.parentPath, entry.name)))
    .filter((file) => !file.includes("node_modules"))
    .sort();
}

function read(file: string): string {
  return readFileSync(path.join(PROJECT, file), "utf8");
}

function lineCount(file: string): number {
  return read(file).trimEnd().split("\n").length;
}

const isTest = (file: string): boolean => /\.test\.tsx?$/.test(file);
const sources = filesUnder("src", /\.tsx?$/);

describe("files are small and have one subject", () => {
  const program = sources.filter((file) => !isTest(file));

  test(`half of the program's files have ${MEDIAN_LINES} lines or fewer`, () => {
    const lines = program.map(lineCount).sort((a, b) => a - b);
    expect(lines[Math.floor(lines.length / 2)] ?? 0).toBeLessThanOrEqual(MEDIAN_LINES);
  });

  test(`no file has more than ${CAP_LINES} lines`, () => {
    const code = [...sources, ...filesUnder("test", /\.ts$/), ...filesUnder("scripts", /\.[jt]s$/)];
    const long = code.filter((file) => lineCount(file) > CAP_LINES);
    expect(long).toEqual([]);
  });

  test("no file is named after what everything is", () => {
    const vague = /(^|[/-])(utils?|helpers?|common|misc|base|manager|index)\.tsx?$/;
    expect(sources.filter((file) => vague.test(file))).toEqual([]);
  });
});

describe("the project speaks of itself alone", () => {
  // Each is put together here, so that this file does not contain what it forbids.
  const forbidden = [
    ["..", "shared"].join("/"),
    ["", "work", "shared"].join("/"),
    ["issue", "2"].join(" "),
    ["requirements", "md"].join("."),
    ["clocks", "md"].join("."),
  ];
  const everything = [
    ...["src", "test", "scripts", "bench", "docs", "policies", "migrations", "bin"].flatMap(
      (folder) => filesUnder(folder, /\.(tsx?|js|md|ya?ml|sql|json|html|css)$|^plazo$/),
    ),
    ...readdirSync(PROJECT).filter((file) => /\.(md|json|ts)$/.test(file)),
  ].filter((file) => !file.includes("package-lock"));

  test.each(forbidden)("nothing mentions %s", (words) => {
    expect(everything.filter((file) => read(file).includes(words))).toEqual([]);
  });

  test("nobody's mailbox is in the program: addresses are of reserved domains", () => {
    const address = /[\w.+-]+@([\w-]+\.[\w.-]*[a-z])/gi;
    const reserved = /(^|\.)(example\.(com|org|net)|[\w-]*\.?(example|test|invalid|localhost))$/i;
    const found = everything
      .filter((file) => file !== "package.json")
      .flatMap((file) =>
        [...read(file).matchAll(address)]
          .filter(([, domain]) => domain !== undefined && !reserved.test(domain))
          .map(([whole]) => `${file}: ${whole}`),
      );
    expect(found).toEqual([]);
  });
});

describe("migrations", () => {
  const migrations = filesUnder("migrations", /\.sql$/);

  test.each(migrations.length === 0 ? ["none yet"] : migrations)(
    "the first line of %s says why it exists",
    (file) => {
      if (file === "none yet") return;
      const [first = ""] = read(file).split("\n");
      expect(first).toMatch(/^-- \S.{20,}/);
    },
  );

  test("are numbered with four digits, and no number twice", () => {
    const numbers = migrations.map((file) => /^(\d{4})-/.exec(path.basename(file))?.[1] ?? file);
    expect(numbers.filter((number) => !/^\d{4}$/.test(number))).toEqual([]);
    expect(new Set(numbers).size).toBe(numbers.length);
  });
});

describe("one word for one idea", () => {
  // Where tickets live. Elsewhere a case may be a worked one, and an issue the schema library's.
  const TICKET_FOLDERS = ["ticket", "clock", "intake", "change", "access"];
  // A ticket is never also called by these, which other desks use for it.
  const WORDS = ["case", "issue", "conversation"];
  const declared =
    /(?:interface|type|class|function|const|let)\s+([A-Za-z]\w*)|^\s*(?:readonly\s+)?([A-Za-z]\w*)\??:\s/gm;

  test.each(WORDS)("no name in the core says %s for a ticket", (word) => {
    const part = new RegExp(`(^${word}|${word[0]?.toUpperCase()}${word.slice(1)})s?(?=[A-Z]|Id|$)`);
    const found = sources
      .filter((file) => TICKET_FOLDERS.some((one) => file.startsWith(`src/core/${one}/`)))
      .filter((file) => !isTest(file))
      .flatMap((file) =>
        [...read(file).matchAll(declared)]
          .map((match) => match[1] ?? match[2] ?? "")
          .filter((name) => part.test(name) && !/^(lower|upper)Case/i.test(name))
          .map((name) => `${file}: ${name}`),
      );
    expect(found).toEqual([]);
  });
});

describe("the linter is not switched off", () => {
  test("no file silences one of the project's own walls", () => {
    const off = ["oxlint", "disable"].join("-");
    const silenced = sources.filter((file) => {
      const lines = read(file).split("\n");
      return lines.some(
        (line) => line.includes(off) && (line.includes("plazo/") || !line.includes(" -- ")),
      );
    });
    expect(silenced).toEqual([]);
  });
});
