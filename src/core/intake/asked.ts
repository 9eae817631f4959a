import type { Field, FormRule } from "../policy/form-rule.ts";

/** Answers by the field's name; a list where a field takes several (files). */
export type Submitted = Readonly<Record<string, string | readonly string[]>>;

/**
 * The fields that a form asks for, given the choices made so far: those that are always asked, and
 * those that a chosen answer asks for, and so on; in the form's own order.
 */
export function askedFields(form: FormRule, submitted: Submitted): readonly Field[] {
  const asked = new Set<string>();
  const byId = new Map(form.fields.map((field) => [field.id, field]));
  const reach = (field: Field): void => {
    if (asked.has(field.id)) return;
    asked.add(field.id);
    const chosen = field.options.find(({ value }) => value === oneValue(submitted[field.id]));
    for (const id of chosen?.asks ?? []) {
      const next = byId.get(id);
      if (next !== undefined) reach(next);
    }
  };
  for (const field of form.fields) if (!field.onlyWhenAsked) reach(field);
  return form.fields.filter(({ id }) => asked.has(id));
}

/** All that was given for a field, without what is blank. */
export function valuesOf(given: string | readonly string[] | undefined): readonly string[] {
  const list = given === undefined ? [] : typeof given === "string" ? [given] : given;
  return list.filter((value) => value.trim() !== "");
}

function oneValue(given: string | readonly string[] | undefined): string | undefined {
  return valuesOf(given)[0]?.trim();
}
