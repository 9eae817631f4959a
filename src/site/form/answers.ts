import type { FileKind, FormRule } from "../../core/policy/form-rule.ts";
import { askersOf, control, controlName } from "./names.ts";
import type { Asking } from "./names.ts";

/** A file kept for a form, by the field that it answers. */
interface Kept {
  readonly id: string;
  readonly field: string;
}

const ownControls: ReadonlySet<string> = new Set(Object.values(control));

/** By the name of a control: the field that it answers, and under which answer it stands. */
type Controls = ReadonlyMap<string, { readonly field: string; readonly asking: Asking | null }>;

/** A form is the policy's own and never changes: its controls are told once. */
const known = new WeakMap<FormRule, Controls>();

function controlsOf(form: FormRule): Controls {
  const controls = known.get(form) ?? makeControls(form);
  known.set(form, controls);
  return controls;
}

function makeControls(form: FormRule): Controls {
  const controls = new Map<string, { field: string; asking: Asking | null }>();
  for (const field of form.fields) {
    const askers: readonly (Asking | null)[] = field.onlyWhenAsked ? askersOf(form, field) : [null];
    for (const asking of askers)
      controls.set(controlName(form, field, asking), { field: field.id, asking });
  }
  return controls;
}

/** For a file control of the form: the field that it answers and the kinds of file it takes; null for any other name. */
export function acceptedBy(
  form: FormRule,
): (name: string) => { readonly field: string; readonly accept: readonly FileKind[] } | null {
  const controls = controlsOf(form);
  return (name) => {
    const field = form.fields.find(
      ({ id, kind }) => id === controls.get(name)?.field && kind === "files",
    );
    return field === undefined ? null : { field: field.id, accept: field.accept };
  };
}

/**
 * The answers by field, from the controls of the page: where several answers ask for one field, only
 * the control under the chosen one is read. Names that the page does not have stay, to be refused.
 */
export function answersOf<K extends Kept>(
  form: FormRule,
  values: ReadonlyMap<string, readonly string[]>,
  kept: readonly K[],
): { readonly fields: Readonly<Record<string, string>>; readonly uploads: readonly K[] } {
  const controls = controlsOf(form);
  const fields: Record<string, string> = {};
  for (const [name, [value = ""]] of values) {
    if (ownControls.has(name)) continue;
    const answered = controls.get(name);
    const asking = answered?.asking ?? null;
    const elsewhere =
      name.includes("@") && asking !== null && values.get(asking.field)?.[0] !== asking.value;
    if (!elsewhere) fields[answered?.field ?? name] = value;
  }
  const isFile = new Set(form.fields.filter(({ kind }) => kind === "files").map(({ id }) => id));
  return {
    // A browser without script sends an empty file control as an empty value.
    fields: Object.fromEntries(Object.entries(fields).filter(([field]) => !isFile.has(field))),
    uploads: kept.filter(({ field }) => isFile.has(field)),
  };
}
