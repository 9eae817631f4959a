import {
  announcementRefusals,
  intakeRefusals,
  ticketRefusals,
} from "../../src/core/refusal-codes.ts";
import type { RefusalCode } from "../../src/core/refusal-codes.ts";
import type { Language } from "../../src/core/policy/text.ts";
import { deskRefusalCodes, deskRefusalInWords } from "../../src/words/desk-refusals.ts";
import { problemWords } from "../../src/words/problems.ts";
import { refusalInWords } from "../../src/words/refusals.ts";

interface Section {
  readonly title: string;
  readonly about: string;
  readonly codes: readonly string[];
  readonly words: (code: string, language: Language) => string;
}

/** Facts that say their own names: the page shows where each stands in its sentence. */
const named = new Proxy<Record<string, string>>({}, { get: (_, name) => `{${String(name)}}` });

function core(codes: readonly RefusalCode[]): Section["words"] {
  return (code, language) => {
    const known = codes.find((one) => one === code);
    return known === undefined ? "" : refusalInWords({ refused: known, facts: named }, language);
  };
}

const sections: readonly Section[] = [
  {
    title: "Acts on a ticket",
    about: "What the rules of the desk's manual refuse.",
    codes: ticketRefusals,
    words: core(ticketRefusals),
  },
  {
    title: "Fields of a form",
    about: "What is wrong with something that was submitted; each comes with the field's name.",
    codes: intakeRefusals,
    words: core(intakeRefusals),
  },
  {
    title: "Announcements",
    about: "Why a special process may not be announced.",
    codes: announcementRefusals,
    words: core(announcementRefusals),
  },
  {
    title: "The desk",
    about: "What the desk itself refuses: rights, links, files, what is not there.",
    codes: deskRefusalCodes,
    words: (code, language) => deskRefusalInWords({ refused: code }, language) ?? "",
  },
  {
    title: "Requests",
    about: "What is wrong with a request, whatever it asks for.",
    codes: Object.keys(problemWords.es),
    words: (code, language) => {
      const words: Readonly<Record<string, readonly string[]>> = problemWords[language];
      return (words[code] ?? []).join(". ");
    },
  },
];

/** Every refusal with its words in both languages, in Markdown. What stands in braces is said in its place. */
export function refusalsPage(): string {
  const all = sections.map(({ title, about, codes, words }) => {
    const rows = codes
      .toSorted()
      .map((code) => `| \`${code}\` | ${cell(words(code, "es"))} | ${cell(words(code, "en"))} |`);
    return `## ${title}\n\n${about}\n\n| code | es-MX | en |\n|---|---|---|\n${rows.join("\n")}\n`;
  });
  return `# Refusals\n\nWritten by \`npm run generate\`. Every "no" is a value with a code; these are its words. What stands in
braces is a fact that the refusal carries.\n\n${all.join("\n")}`;
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("\n", " ");
}
