import type { Figure } from "./figure.ts";

/** The page of a bench's figures, in Markdown: the machine, then a row for each figure. */
export function report(
  machine: readonly (readonly [string, string])[],
  figures: readonly Figure[],
): string {
  const held = figures.filter(({ bar }) => bar !== null);
  const kept = held.filter(({ ok }) => ok).length;
  return `# Figures

Written by \`npm run bench -- --write\`; \`npm run bench\` prints the same as JSON lines. Ratios compare two
measures taken in turns in one run, on one machine, with the load generator beside the server on its cores.
"Its own SQL" is what one filing alone sends, in two round trips, with a commit of its own; filings that
arrive together are committed together ([0046](../adr/0046-filings-that-arrive-together-are-committed-together.md)).

${machine.map(([name, value]) => `- ${name}: ${value}`).join("\n")}

${kept} of ${held.length} bars hold.

| figure | value | against | ratio | bar | holds |
|---|---:|---|---:|---:|---|
${figures.map(row).join("\n")}
`;
}

/**
 * The page with the figures of some parts measured again: each takes the place of its row, what is
 * new comes last, and the page says which parts were measured again, and when.
 */
export function renewed(
  page: string,
  figures: readonly Figure[],
  again: { readonly parts: readonly string[]; readonly date: string },
): string {
  const lines = page.trimEnd().split("\n");
  for (const figure of figures) {
    const line = row(figure);
    const at = lines.findIndex((one) => keyOf(one) === keyOf(line));
    if (at === -1) lines.push(line);
    else lines[at] = line;
  }
  const cells = lines.filter((line) => line.startsWith("| ")).map(cellsOf);
  const bars = cells.slice(1).filter(([, , , , bar]) => bar !== "");
  const held = bars.filter(([, , , , , holds]) => holds === "yes");
  const noted = lines.filter((line) => !line.startsWith(`- Again on ${again.date}:`));
  const load = noted.findIndex((line) => line.startsWith("- Load average"));
  noted.splice(load + 1, 0, `- Again on ${again.date}: ${again.parts.join(", ")}`);
  return `${noted.join("\n")}\n`.replace(
    /^\d+ of \d+ bars hold\.$/mu,
    `${held.length} of ${bars.length} bars hold.`,
  );
}

function cellsOf(line: string): string[] {
  return line
    .replace(/^\| ?/u, "")
    .replace(/ ?\|$/u, "")
    .split(" | ")
    .map((cell) => cell.trim());
}

/** What a row is of: its figure, and what that is compared with, whatever was measured. */
function keyOf(line: string): string {
  const [figure = "", , against = ""] = cellsOf(line);
  return `${figure} | ${against.replace(/: [\d.,]+ \S+$/u, "")}`;
}

function row({ figure, value, unit, against, ratio, bar, ok }: Figure): string {
  const amount = unit === "1/s" ? `${value.toLocaleString("en")} a second` : `${value} ${unit}`;
  const holds = bar === null ? "" : ok ? "yes" : "**no**";
  const cells = [
    figure,
    amount,
    against ?? "",
    ratio ?? "",
    bar?.toLocaleString("en") ?? "",
    holds,
  ];
  return `| ${cells.join(" | ")} |`;
}
