import { takeIn } from "../../core/intake/take-in.ts";
import type { Intake } from "../../core/intake/take-in.ts";
import type { FormRule } from "../../core/policy/form-rule.ts";
import type { Policy } from "../../core/policy/policy.ts";
import { refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import type { Filing } from "./file-ticket.ts";

/** A form that was taken in, and the rules it was taken in by. */
export interface Taken {
  readonly form: FormRule;
  readonly intake: Intake;
}

/** Takes a filing in by the rules of its form; all that is wrong with it at once. */
export function intakeOf(
  policy: Policy,
  filing: Filing,
): Taken | { readonly refusals: readonly Refusal[] } {
  const form = policy.forms.find(({ id }) => id === filing.form);
  if (form === undefined)
    return { refusals: [refuse("form-unknown", { field: "form", facts: { form: filing.form } })] };
  const submitted: Record<string, string | string[]> = { ...filing.fields };
  for (const { field, id } of filing.uploads) {
    // What came with a mail belongs to its message, whether the form asks for files or not.
    if (filing.mail !== undefined && !form.fields.some((known) => known.id === field)) continue;
    const others = submitted[field];
    submitted[field] = Array.isArray(others) ? [...others, id] : [id];
  }
  const { language, channel, portal, tries = 0, mail } = filing;
  const facts = { language, channel, portal, tries, ...(mail === undefined ? {} : { mail }) };
  const intake = takeIn(form, policy, { submitted, facts });
  return "refused" in intake ? { refusals: intake.problems } : { form, intake };
}

/** The words of the ticket's first message: what was described, or else its subject. */
export function wordsOf({ form, intake }: Taken): string {
  const texts = form.fields
    .filter(({ kind }) => kind === "text")
    .flatMap(({ id }) => intake.fields[id] ?? []);
  return texts.length === 0 ? intake.subject : texts.join("\n\n");
}
