import type { Language } from "../../core/policy/text.ts";
import type { Change } from "../../core/register/import/plan.ts";
import type { Imported } from "../../desk/register/import/import-register.ts";
import { headingOf, sayFinding } from "../../words/register/finding.ts";
import { registerWords } from "../../words/workspace/register.ts";

/** Findings that are told one by one. */
const MOST = 200;

/** What a file of the register would do, or did: errors first, then how much of what. */
export function importLines(done: Imported, language: Language): readonly string[] {
  const say = registerWords[language];
  const { plan, columns, headings, errors, warnings, written, admitted, rows } = done;
  const file = { at: columns.at, headings };
  const told = plan.findings
    .toSorted((a, b) => Number(b.blocks) - Number(a.blocks) || a.line - b.line)
    .slice(0, MOST)
    .map((one) => {
      const column = headingOf(one.column, file, language);
      const place = `${say.line} ${one.line}${column === null ? "" : `, ${column}`}`;
      return `${one.blocks ? say.error : say.warning} · ${place}: ${sayFinding(one, language)}`;
    });
  const counts = written ? say.countsDone : say.counts;
  const counted = (changes: readonly Change<unknown>[], unchanged: number): string => {
    const added = changes.filter(({ before }) => before === null).length;
    return counts(added, changes.length - added, unchanged);
  };
  return [
    ...told,
    ...(columns.ignored.length === 0 ? [] : [say.ignored(columns.ignored.join(", "))]),
    `${say.rows(rows)}${warnings === 0 ? "" : ` · ${say.warningsCount(warnings)}`}`,
    `${say.organisations}: ${counted(plan.organisations, plan.unchanged.organisations)}`,
    `${say.contacts}: ${counted(plan.contacts, plan.unchanged.contacts)}`,
    ...(admitted.length === 0 ? [] : [say.admitted(admitted.length)]),
    ...(errors === 0 ? [] : [say.errors(errors)]),
    ...(written ? [say.taken] : []),
  ];
}
