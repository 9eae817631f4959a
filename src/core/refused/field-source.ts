import type { FormRule } from "../policy/form-rule.ts";
import type { Source } from "../policy/text.ts";

/**
 * What asks for a field, from the field itself outwards: its own clause, that of the field whose
 * answer asks for it (RD-5), and the form's. Of no field, or of one that the form does not have: the
 * form's.
 */
export function fieldSources(form: FormRule | undefined, id: string | null): readonly Source[] {
  if (form === undefined) return [];
  const sources: Source[] = [];
  const seen = new Set<string>();
  for (let next = id; next !== null && !seen.has(next);) {
    seen.add(next);
    const field = form.fields.find((known) => known.id === next);
    if (field === undefined) break;
    sources.push(field);
    const asked = next;
    const asker = form.fields.find(({ options }) =>
      options.some(({ asks }) => asks.includes(asked)),
    );
    next = asker?.id ?? null;
  }
  return [...sources, form];
}
