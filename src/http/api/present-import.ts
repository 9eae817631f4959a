import type { ImportReport } from "../../contract/register.ts";
import type { Language } from "../../core/policy/text.ts";
import type { Change } from "../../core/register/import/plan.ts";
import type { Imported } from "../../desk/register/import/import-register.ts";
import { headingOf, sayFinding } from "../../words/register/finding.ts";

/** Findings and changes that are told one by one. */
const FINDINGS = 200;
const CHANGES = 100;

/** What a file would do, as the wire has it: errors first, each in the reader's words. */
export function presentImport(done: Imported, language: Language): ImportReport {
  const { rows, plan, columns, headings, errors, warnings, written, admitted } = done;
  const file = { at: columns.at, headings };
  const findings = plan.findings
    .toSorted((a, b) => Number(b.blocks) - Number(a.blocks) || a.line - b.line)
    .slice(0, FINDINGS)
    .map((finding) => ({
      line: finding.line,
      column: headingOf(finding.column, file, language),
      code: finding.code,
      detail: sayFinding(finding, language),
      blocks: finding.blocks,
    }));
  const changes = [
    ...plan.organisations.slice(0, CHANGES).map((one) => changeOf("organisation", one)),
    ...plan.contacts.slice(0, CHANGES).map((one) => changeOf("contact", one)),
  ];
  return {
    rows,
    organisations: countsOf(plan.organisations, plan.unchanged.organisations),
    contacts: countsOf(plan.contacts, plan.unchanged.contacts),
    ignored: [...columns.ignored, ...columns.twice],
    findings,
    errors,
    warnings,
    changes: changes.toSorted((a, b) => a.line - b.line).slice(0, CHANGES),
    written,
    admitted: [...admitted],
  };
}

function countsOf(changes: readonly Change<unknown>[], unchanged: number) {
  const added = changes.filter(({ before }) => before === null).length;
  return { added, changed: changes.length - added, unchanged };
}

function changeOf(
  kind: "organisation" | "contact",
  { line, before, after, fields }: Change<{ readonly name: string }>,
) {
  const what: "added" | "changed" = before === null ? "added" : "changed";
  return { line, kind, name: after.name, what, fields: before === null ? [] : [...fields] };
}
