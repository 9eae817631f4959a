import type { Field, FormRule } from "../policy/form-rule.ts";
import type { Language } from "../policy/text.ts";
import type { IntakeRefusal } from "../refusal-codes.ts";
import { isRefusal, type Refusal } from "../refusal.ts";
import { askedFields, type Submitted, valuesOf } from "./asked.ts";
import { checkField, wrong } from "./check-field.ts";

/** Answers as they are kept, files by their ids, and what is wrong with the others. */
export interface Read {
  readonly fields: Readonly<Record<string, string>>;
  readonly files: Readonly<Record<string, readonly string[]>>;
  readonly problems: readonly Refusal<IntakeRefusal>[];
  /** Required fields without an answer, where that is noted and not refused. */
  readonly missing: readonly string[];
}

/** Where and in which language somebody answers a form. */
interface Answering {
  readonly language: Language;
  readonly channel: string;
  /** It was written to no form: what is missing is noted. */
  readonly mail?: object;
}

/** Each answer as it is kept, and what is wrong with the others; nothing is said of names that no field has. */
export function readFields(
  form: FormRule,
  submitted: Submitted,
  { language, channel, mail }: Answering,
): Read {
  const hasNumber = channel === "phone" && leavesNumber(form, submitted);
  const asked = new Set(askedFields(form, submitted).map(({ id }) => id));
  const fields: Record<string, string> = {};
  const files: Record<string, readonly string[]> = {};
  const problems: Refusal<IntakeRefusal>[] = [];
  const missing: string[] = [];
  for (const field of form.fields) {
    const values = valuesOf(Object.hasOwn(submitted, field.id) ? submitted[field.id] : undefined);
    const mayBeLeft = hasNumber && field.kind === "contact-email";
    const isRequired = field.required && asked.has(field.id) && !mayBeLeft;
    const [first, second] = values;
    if (first === undefined) {
      if (isRequired && mail !== undefined) missing.push(field.id);
      else if (isRequired) problems.push(wrong(field, missingCode(field), { language }));
    } else if (field.kind === "files") {
      files[field.id] = values;
    } else if (second === undefined) {
      const checked = checkField(field, first, language);
      if (isRefusal(checked)) problems.push(checked);
      else fields[field.id] = checked.value;
    } else problems.push(wrong(field, "one-value-only", { language }));
  }
  return { fields, files, problems, missing };
}

/**
 * Whether whoever telephones leaves a number: they are answered the way they came (CC-4, CC-11), and
 * need no address for that.
 */
function leavesNumber(form: FormRule, submitted: Submitted): boolean {
  return form.fields.some(
    ({ id, kind }) =>
      kind === "telephone" &&
      valuesOf(Object.hasOwn(submitted, id) ? submitted[id] : undefined).length > 0,
  );
}

function missingCode({ kind }: Field): IntakeRefusal {
  if (kind === "consent") return "consent-missing";
  return kind === "files" ? "files-missing" : "field-missing";
}
