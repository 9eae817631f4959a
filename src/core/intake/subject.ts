import type { Field, FormRule } from "../policy/form-rule.ts";
import { inLanguage, type Language } from "../policy/text.ts";
import { bareWords } from "../text/bare.ts";

/** The longest subject that is made from other answers, in characters. */
const LONGEST = 80;

/** Answers as they are kept, by field. */
type Kept = Readonly<Record<string, string>>;

/** A subject line looked at: whether it says enough, and what would say it better. */
export interface SubjectReading {
  readonly vague: boolean;
  readonly suggestion: string;
  /** What the pack says that it names, as those fields are called; empty where it says nothing. */
  readonly names: string;
}

/**
 * Whether a subject is too vague by the form's rule (RD-4: it names the module and the case): made
 * of nothing but the words that the pack calls vague and the chosen answers, of a single word, or
 * not naming the chosen answers that it should. The suggestion is made from the answers themselves.
 */
export function readSubject(
  form: FormRule,
  {
    field,
    kept,
    language,
  }: { readonly field: Field; readonly kept: Kept; readonly language: Language },
): SubjectReading {
  const rule = field.subject;
  const written = kept[field.id] ?? "";
  const suggestion = suggested(form, { field, kept, language });
  const names = (rule?.of ?? [])
    .flatMap((id) => form.fields.filter((known) => known.id === id))
    .map(({ label }) => inLanguage(label, language))
    .join(", ");
  if (rule === undefined) return { vague: false, suggestion, names };
  const plain = bareWords(written);
  const short = plain.split(" ").length < 2;
  const chosen = namedFields(form, rule.of).map((of) => namesOf(of, kept[of.id]));
  const unnamed = chosen.some((names) => names.length > 0 && !names.some((n) => plain.includes(n)));
  const saysNothing = without(plain, [...rule.vague.map(bareWords), ...chosen.flat()]) === "";
  return { vague: short || unnamed || saysNothing, suggestion, names };
}

/** A plain text without these plain phrases, where they stand as whole words; the longest go first. */
function without(plain: string, phrases: readonly string[]): string {
  const spaced = (text: string) => ` ${text.replaceAll(" ", "  ")} `;
  let rest = spaced(plain);
  for (const phrase of phrases.toSorted((a, b) => b.length - a.length)) {
    rest = rest.replaceAll(spaced(phrase), "");
  }
  return rest.trim();
}

/** The subject of a form that has none: the chosen type, and how the description begins. */
export function madeSubject(form: FormRule, kept: Kept, language: Language): string {
  const choice = form.fields.find(({ id, kind }) => kind === "choice" && kept[id] !== undefined);
  const type = choice === undefined ? "" : labelOf(choice, kept[choice.id], language);
  const begins = shortened(descriptionOf(form, kept));
  const title = type === "" ? inLanguage(form.title, language) : type;
  return begins === "" ? title : `${title}: ${begins}`;
}

function suggested(
  form: FormRule,
  {
    field,
    kept,
    language,
  }: { readonly field: Field; readonly kept: Kept; readonly language: Language },
): string {
  const of = field.subject?.of ?? [];
  const fields = of.flatMap((id) => form.fields.filter((known) => known.id === id));
  const chosen = fields
    .filter(({ kind, id }) => kind === "choice" && kept[id] !== undefined)
    .map((choice) => labelOf(choice, kept[choice.id], language));
  const said = fields.find(({ kind, id }) => kind !== "choice" && kept[id] !== undefined);
  const words = said === undefined ? descriptionOf(form, kept) : (kept[said.id] ?? "");
  const [first = "", ...rest] = chosen;
  return [first.toUpperCase(), ...rest, shortened(words)].filter((part) => part !== "").join(", ");
}

function namedFields(form: FormRule, of: readonly string[]): readonly Field[] {
  return form.fields.filter(({ id, kind }) => kind === "choice" && of.includes(id));
}

/** What a chosen answer may be named by: its label, in any language of the pack, or its own value. */
function namesOf({ options }: Field, value: string | undefined): readonly string[] {
  const option = options.find((known) => known.value === value);
  if (option === undefined) return [];
  const { label } = option;
  return [option.value, label.es, label.en ?? label.es].map(bareWords);
}

function labelOf({ options }: Field, value: string | undefined, language: Language): string {
  const option = options.find((known) => known.value === value);
  return option === undefined ? "" : inLanguage(option.label, language);
}

function descriptionOf(form: FormRule, kept: Kept): string {
  const text = form.fields.find(({ id, kind }) => kind === "text" && kept[id] !== undefined);
  return text === undefined ? "" : (kept[text.id] ?? "");
}

/** The first line, cut between words. */
function shortened(text: string): string {
  const line = (text.split("\n")[0] ?? "").trim().replace(/\s+/gu, " ");
  if (line.length <= LONGEST) return line;
  const cut = line.slice(0, LONGEST);
  const space = cut.lastIndexOf(" ");
  return `${(space > LONGEST / 2 ? cut.slice(0, space) : cut).replace(/[\uD800-\uDBFF]$/u, "")}…`;
}
