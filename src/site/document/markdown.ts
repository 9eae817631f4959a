import type { Block, Row, Run } from "./block.ts";

/** Columns of a page of plain text. */
const WIDTH = 100;

/** Blocks as plain text in the manner of Markdown: to be read in a terminal, and compared line by line. */
export function markdownOf(blocks: readonly Block[]): string {
  return `${linesOf(blocks).join("\n").trimEnd()}\n`;
}

function linesOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => [...blockLines(block), ""]);
}

function blockLines(block: Block): string[] {
  switch (block.is) {
    case "heading":
      return [`${"#".repeat(block.level)} ${inline(block.runs)}`];
    case "paragraph":
      return wrapped(inline(block.runs), WIDTH);
    case "chart":
      return wrapped(block.drawing.says, WIDTH);
    case "list":
      return block.items.flatMap((item, i) =>
        hung(block.ordered ? `${i + 1}. ` : "- ", trimmed(linesOf(item))),
      );
    case "terms":
      return block.items.flatMap(({ term, about }) => [
        ...hung("- ", [
          `${inline(term.map((run) => (run.style === "plain" ? { ...run, style: "strong" } : run)))}:`,
        ]),
        ...trimmed(linesOf(about)).map((line) => indented("  ", line)),
      ]);
    case "table":
      return tableLines(block);
    case "blank":
      return [
        ...wrapped(`${block.label}: ____`, WIDTH),
        ...block.options.map((option) => `- [ ] ${option}`),
      ];
    case "aside":
      return trimmed(linesOf(block.blocks)).map((line) => `> ${line}`.trimEnd());
  }
}

/** Lists stand close: a blank line only between the blocks of one item. */
function trimmed(lines: readonly string[]): string[] {
  const kept = lines.filter((line, i) => line !== "" || (lines[i + 1] ?? "") !== "");
  return kept.at(-1) === "" ? kept.slice(0, -1) : kept;
}

function indented(by: string, line: string): string {
  return line === "" ? "" : `${by}${line}`;
}

function hung(mark: string, lines: readonly string[]): string[] {
  const pad = " ".repeat(mark.length);
  return lines.map((line, i) => indented(i === 0 ? mark : pad, line));
}

function inline(runs: readonly Run[]): string {
  return runs
    .map(({ text, style }) => {
      const inner = text.trim();
      if (inner === "") return text;
      if (style === "strong") return text.replace(inner, `**${inner}**`);
      return style === "clause" ? text.replace(inner, `[${inner}]`) : text;
    })
    .join("");
}

function wrapped(text: string, width: number): string[] {
  return text.split("\n").flatMap((line) => {
    const lines: string[] = [];
    let current = "";
    for (const word of line.split(" ")) {
      if (current !== "" && current.length + 1 + word.length > width) {
        lines.push(current);
        current = word;
      } else current = current === "" ? word : `${current} ${word}`;
    }
    return [...lines, current];
  });
}

function tableLines({ caption, heads, rows }: Extract<Block, { is: "table" }>): string[] {
  const cells = (row: Row): string[] => row.map((runs) => inline(runs).replaceAll("\n", " "));
  const line = (row: Row): string => `| ${cells(row).join(" | ")} |`;
  const rule = `|${heads.map(() => "---|").join("")}`;
  const above = caption.length === 0 ? [] : [inline(caption), ""];
  return [...above, line(heads), rule, ...rows.map(line)];
}
