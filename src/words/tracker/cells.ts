import type { Policy } from "../../core/policy/policy.ts";
import { inLanguage } from "../../core/policy/text.ts";
import type { Language, Text } from "../../core/policy/text.ts";
import type { TrackerColumn } from "../../core/policy/tracker-rule.ts";
import type { Cell } from "../../core/tracker/row.ts";
import { sayMoment } from "../dates.ts";
import type { Place } from "../dates.ts";

type Heads = Readonly<Record<TrackerColumn, string>>;

const es: Heads = {
  subject: "Asunto",
  filed: "Alta",
  requester: "Usuario",
  category: "Categoría",
  folio: "Folio",
  portal: "Portal",
  severity: "Severidad",
  state: "Estado",
  level: "Nivel",
  assignee: "Responsable",
  closed: "Cierre",
};

const en: Heads = {
  subject: "Issue",
  filed: "Created",
  requester: "User",
  category: "Category",
  folio: "Number",
  portal: "Portal",
  severity: "Severity",
  state: "State",
  level: "Level",
  assignee: "Assignee",
  closed: "Closed",
};

/** What a column of a tracker is called. */
export function headOf(column: TrackerColumn, language: Language): string {
  return (language === "es" ? es : en)[column];
}

/** The labels that codes of a tracker's cells have in the manual in force. */
export type CellLabels = Pick<Policy, "forms" | "severities" | "states" | "levels">;

/** Where a cell is read: the labels, the language and zone, and the present instant. */
export interface CellPlace extends Place {
  readonly policy: CellLabels;
  readonly now: number;
}

/** A cell in words; a dash where it says nothing. A code that the manual in force does not have is said as it is. */
export function sayCell(column: TrackerColumn, cell: Cell, place: CellPlace): string {
  if (cell === null || cell === "") return "—";
  if (typeof cell === "number") return sayMoment(cell, place, place.now);
  const { policy, language } = place;
  switch (column) {
    case "category":
      return sayCategory(cell, policy, language);
    case "severity":
      return labelOf(policy.severities, cell, language);
    case "state":
      return labelOf(policy.states, cell, language);
    case "level":
      return labelOf(policy.levels, cell, language);
    default:
      return cell;
  }
}

function labelOf(
  list: readonly { readonly id: string; readonly label: Text }[],
  id: string,
  language: Language,
): string {
  const found = list.find((one) => one.id === id);
  return found === undefined ? id : inLanguage(found.label, language);
}

/** A category, "tipo/contrasena" or a form's id, as the form words its answer or is titled. */
export function sayCategory(
  category: string,
  { forms }: Pick<CellLabels, "forms">,
  language: Language,
): string {
  const cut = category.indexOf("/");
  if (cut < 0) {
    const form = forms.find(({ id }) => id === category);
    return form === undefined ? category : inLanguage(form.title, language);
  }
  const [field, answer] = [category.slice(0, cut), category.slice(cut + 1)];
  for (const form of forms) {
    const options = form.fields.find(({ id }) => id === field)?.options ?? [];
    const option = options.find(({ value }) => value === answer);
    if (option !== undefined) return inLanguage(option.label, language);
  }
  return answer;
}
