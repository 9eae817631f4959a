import { inLanguage } from "../../core/policy/text.ts";
import type { Language } from "../../core/policy/text.ts";
import type { Occasion } from "./occasion.ts";

/** What the form asks for and the mail that was filed did not say, by the form's own labels. */
export function missingFrom(
  { ticket, binding, events }: Pick<Occasion, "ticket" | "binding" | "events">,
  language: Language,
): readonly string[] {
  const filed = events.find(({ fact }) => fact.type === "filed")?.fact;
  const missing = filed?.type === "filed" ? (filed.missing ?? []) : [];
  const form = binding.policy.policy.forms.find(({ id }) => id === ticket.form);
  return (form?.fields ?? [])
    .filter(({ id }) => missing.includes(id))
    .map(({ label }) => inLanguage(label, language));
}
