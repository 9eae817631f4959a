import type { Field, FormRule } from "../../core/policy/form-rule.ts";

/** Names of the controls that are the form's own, beside the fields of the policy. They cannot be ids of fields, for their underscore. */
export const control = {
  submission: "_envio",
  portal: "_portal",
  cites: "_cita",
  tries: "_intentos",
  urgency: "_urgencia",
  present: "_presencia",
  add: "_agregar",
  other: "_otro_caso",
  kept: "_conservado",
  removed: "_quitar",
  trap: "_sitio_web",
  enter: "_entrar",
  check: "_revisar",
  language: "lang",
} as const;

/** An answer that asks for more: the field it belongs to and its value. */
export interface Asking {
  readonly field: string;
  readonly value: string;
}

/** Which answers ask for each field that is only asked when an answer asks for it. */
export function askersOf(form: FormRule, field: Field): Asking[] {
  if (!field.onlyWhenAsked) return [];
  return form.fields.flatMap((other) =>
    other.options
      .filter(({ asks }) => asks.includes(field.id))
      .map(({ value }) => ({ field: other.id, value })),
  );
}

/** The chosen answer that asks for a field; null: it stands on the form itself, or nothing chosen asks for it. */
export function askedBy(
  form: FormRule,
  field: Field,
  values: Readonly<Record<string, string>>,
): Asking | null {
  return askersOf(form, field).find((asker) => values[asker.field] === asker.value) ?? null;
}

/** The id of a field's control on the page: errors lead to it, labels name it. */
export function controlId(form: FormRule, field: Field, asking: Asking | null): string {
  return `f-${controlName(form, field, asking).replace("@", "-en-")}`;
}

/**
 * The name of a field's control under the answer that asks for it. Where several answers ask for
 * one field there are several controls, and only that of the chosen answer is read.
 */
export function controlName(form: FormRule, field: Field, asking: Asking | null): string {
  return asking !== null && askersOf(form, field).length > 1
    ? `${field.id}@${asking.value}`
    : field.id;
}
