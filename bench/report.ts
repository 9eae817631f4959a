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
