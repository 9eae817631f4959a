import { figures } from "../../src/core/figures/figure.ts";
import { figureWords, unitWords } from "../../src/words/figures/definitions.ts";

/** The definitions of all figures in English, in Markdown: a part of the project's own documentation. */
export function boardsPage(): string {
  return figures
    .map(({ id, unit, of }) => {
      const { title, says, counts, leavesOut, formula, source } = figureWords.en[id];
      const when = of === "now" ? "the moment at which it is looked at" : "the period";
      return [
        `### ${title}`,
        says,
        [
          `- **What counts**: ${counts}`,
          `- **What does not**: ${leavesOut}`,
          `- **How it is computed**: ${formula}`,
          `- **Where it comes from**: ${source}`,
          `- **Counted in**: ${unitWords.en[unit]}, for ${when}.`,
        ].join("\n"),
      ].join("\n\n");
    })
    .join("\n\n");
}
