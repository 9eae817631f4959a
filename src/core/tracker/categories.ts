import type { Field } from "../policy/form-rule.ts";
import type { Policy } from "../policy/policy.ts";

/** Every category that a ticket of this version can have, in the order of its forms: "tipo/contrasena", or a form. */
export function categoriesOf(policy: Policy): string[] {
  const named = policy.tracker?.category ?? [];
  const found = policy.forms.flatMap(({ id, fields }) => {
    const choices = fields.filter((field) => named.includes(field.id));
    const answers = choices.flatMap(({ id: field, options }) =>
      options.map(({ value }) => `${field}/${value}`),
    );
    return choices.some(isAlwaysAnswered) ? answers : [...answers, id];
  });
  return [...new Set(found)];
}

function isAlwaysAnswered({ required, onlyWhenAsked }: Field): boolean {
  return required && !onlyWhenAsked;
}
