import type { Language } from "../../core/policy/text.ts";
import type { Column } from "../../core/register/import/columns.ts";
import type { Finding } from "../../core/register/import/read-row.ts";
import { registerFileWords } from "./file.ts";

/** What is wrong with a row of a file of the register, in a sentence. */
export function sayFinding({ code, facts }: Finding, language: Language): string {
  return registerFileWords[language].findings[code](facts);
}

/** A column by the file's own heading, or by ours where the file has none. */
export function headingOf(
  column: Column | null,
  file: { readonly at: readonly (Column | null)[]; readonly headings: readonly string[] },
  language: Language,
): string | null {
  if (column === null) return null;
  const place = file.at.indexOf(column);
  return file.headings[place]?.trim() ?? registerFileWords[language].headings[column];
}
