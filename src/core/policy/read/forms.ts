import { taxRegimes } from "../../cfdi/tax-regimes.ts";
import type { Field, FormRule, Option, SubjectRule, WaitRule, WhoRule } from "../form-rule.ts";
import type { Path } from "../problem.ts";
import { conditionWords } from "../schema/condition.ts";
import { fileKinds } from "../schema/forms.ts";
import type { FieldPart, FormPart } from "../schema/forms.ts";
import { readWhen } from "./condition.ts";
import { readWho } from "./people.ts";
import {
  labelOf,
  listOf,
  neededEntries,
  promiseSource,
  refers,
  sourceOf,
  textOf,
} from "./reading.ts";
import type { Reading } from "./reading.ts";

/** Greatest number of characters of an answer, where the pack does not say. */
const MOST_CHARACTERS: Readonly<Partial<Record<FieldPart["kind"], number>>> = {
  text: 10_000,
  identity: 254,
  "contact-email": 254,
  telephone: 40,
  "legal-name": 254,
  rfc: 20,
  "postal-code": 10,
  "person-name": 120,
  portal: 300,
};

function readOption(value: string, part: NonNullable<FieldPart["options"]>[string]): Option {
  if (typeof part === "string" || !("label" in part))
    return { value, label: textOf(part), asks: [] };
  const option = { value, label: textOf(part.label), asks: listOf(part.asks) };
  return part.help === undefined ? option : { ...option, help: textOf(part.help) };
}

function checkAsks(
  reading: Reading,
  fields: readonly string[],
  at: { path: Path; part: FieldPart; id: string },
): void {
  for (const [value, option] of Object.entries(at.part.options ?? {})) {
    if (typeof option === "string" || !("asks" in option)) continue;
    for (const [i, asked] of listOf(option.asks).entries()) {
      const path = [
        ...at.path,
        "options",
        value,
        "asks",
        ...(Array.isArray(option.asks) ? [i] : []),
      ];
      if (asked === at.id) reading.say("asks-itself", { path }, { field: asked });
      else refers(reading, { what: "field", known: fields }, { path, name: asked });
    }
  }
}

const SUBJECT_KEYS = ["of", "vague", "tries", "then"] as const;

/** Keys that belong to one kind of field alone. */
function checkKind(reading: Reading, part: FieldPart, at: { path: Path; id: string }): void {
  const { path, id } = at;
  const wrong = (key: string): void =>
    reading.say("not-for-this-kind", { path: [...path, key], of: "key" }, { key, kind: part.kind });
  if (part.kind === "choice" && Object.keys(part.options ?? {}).length === 0) {
    reading.say("choice-without-options", { path, of: "key" }, { field: id });
  }
  if (part.kind !== "choice" && part.options !== undefined) wrong("options");
  if (part.kind !== "files" && part.accept !== undefined) wrong("accept");
  if (part.kind !== "consent" && part.reads !== undefined) wrong("reads");
  if (part.reads !== undefined) {
    const known = (reading.pack.articles ?? []).map((article) => article.id);
    refers(reading, { what: "article", known }, { path: [...path, "reads"], name: part.reads });
  }
  if (part.kind !== "subject")
    for (const key of SUBJECT_KEYS) if (part[key] !== undefined) wrong(key);
}

function subjectOf(
  reading: Reading,
  part: FieldPart,
  at: { path: Path; fields: readonly string[] },
): SubjectRule {
  for (const [i, name] of listOf(part.of).entries()) {
    const path = [...at.path, "of", ...(Array.isArray(part.of) ? [i] : [])];
    refers(reading, { what: "field", known: at.fields }, { path, name });
  }
  return {
    of: listOf(part.of),
    vague: part.vague ?? [],
    tries: part.tries ?? 1,
    then: part.then ?? "flag",
  };
}

/** The closed list that a field offers: the pack's own, or the tax authority's. */
function optionsOf(part: FieldPart): readonly Option[] {
  if (part.kind === "tax-regime") {
    return taxRegimes.map(({ code, description }) => ({
      value: code,
      label: { es: `${code} ${description}` },
      asks: [],
    }));
  }
  return Object.entries(part.options ?? {}).map(([value, option]) => readOption(value, option));
}

function readField(
  reading: Reading,
  id: string,
  at: { path: Path; form: FormPart; asked: ReadonlySet<string> },
): Field | null {
  const path = [...at.path, "fields", id];
  const part = at.form.fields[id];
  if (part === undefined) return null;
  const fields = Object.keys(at.form.fields);
  if (conditionWords.includes(id)) reading.say("reserved-name", { path, of: "key" }, { name: id });
  checkKind(reading, part, { path, id });
  checkAsks(reading, fields, { path, part, id });
  return {
    id,
    kind: part.kind,
    label: labelOf(part.label, id),
    ...(part.help === undefined ? {} : { help: textOf(part.help) }),
    required: part.required ?? false,
    onlyWhenAsked: at.asked.has(id),
    options: optionsOf(part),
    accept: part.kind === "files" ? (part.accept ?? fileKinds) : [],
    maxLength: part.max ?? MOST_CHARACTERS[part.kind] ?? 200,
    ...(part.reads === undefined ? {} : { reads: part.reads }),
    ...(part.kind === "subject" ? { subject: subjectOf(reading, part, { path, fields }) } : {}),
    ...sourceOf(reading, part, path),
  };
}

function askedIn(form: FormPart): Set<string> {
  const options = Object.values(form.fields).flatMap((field) => Object.values(field.options ?? {}));
  return new Set(
    options.flatMap((option) =>
      typeof option === "object" && "asks" in option ? listOf(option.asks) : [],
    ),
  );
}

/** Who may file: the form's own rule refuses others, and so names its clause, or stands under the form's. */
function readWhoMay(reading: Reading, form: FormPart, path: Path): WhoRule | null {
  const { who } = form;
  if (who === undefined) return null;
  const at = [...path, "who"];
  const rule = readWho(reading, who, at);
  if (rule.clause.length > 0 || rule.assumed !== undefined) return rule;
  return { ...rule, ...promiseSource(reading, form, at) };
}

function readWaitsFor(
  reading: Reading,
  part: NonNullable<FormPart["waits-for"]>,
  at: { path: Path; form: FormPart },
): WaitRule {
  const path = [...at.path, "waits-for"];
  const known = Object.keys(at.form.fields);
  for (const [i, group] of part.any.entries())
    for (const [j, name] of listOf(group).entries()) {
      const here = [...path, "any", i, ...(Array.isArray(group) ? [j] : [])];
      const isKnown = refers(reading, { what: "field", known }, { path: here, name });
      if (isKnown && at.form.fields[name]?.required === true)
        reading.say("waits-for-required", { path: here }, { field: name });
    }
  return {
    any: part.any.map((group) => listOf(group)),
    when: readWhen(reading, part.when, [...path, "when"]),
    ...promiseSource(reading, part, path),
  };
}

/** What an account cannot be opened without: whose it is, and whom to write to. */
const accountNeeds = ["legal-name", "rfc", "tax-regime", "person-name", "contact-email"] as const;

function checkAccount(reading: Reading, form: FormPart, path: Path): void {
  if (form.opens === undefined) return;
  const asked = Object.values(form.fields).filter((field) => field.required === true);
  const kinds = accountNeeds.filter((kind) => !asked.some((field) => field.kind === kind));
  if (kinds.length > 0) {
    reading.say("account-without", { path: [...path, "opens"], of: "key" }, { kinds });
  }
}

function readForm(reading: Reading, id: string, form: FormPart): FormRule {
  const path = ["forms", id];
  const asked = askedIn(form);
  const reaches = Object.values(form.fields).some(
    (field) => field.kind === "contact-email" || field.kind === "telephone",
  );
  if (!reaches) reading.say("form-without-contact", { path, of: "key" }, { form: id });
  checkAccount(reading, form, path);
  for (const [i, channel] of listOf(form.on).entries()) {
    refers(
      reading,
      { what: "channel", known: reading.names.channels },
      { path: [...path, "on", i], name: channel },
    );
  }
  return {
    id,
    title: labelOf(form.title, id),
    ...(form.intro === undefined ? {} : { intro: textOf(form.intro) }),
    kind: form.kind ?? id,
    on: form.on ?? ["form"],
    fields: Object.keys(form.fields).flatMap(
      (name) => readField(reading, name, { path, form, asked }) ?? [],
    ),
    ...(form.after === undefined ? {} : { after: textOf(form.after) }),
    ...(form.opens === undefined ? {} : { opens: form.opens }),
    ...(form.printable === undefined ? {} : { printable: form.printable }),
    who: form.who === undefined ? null : readWhoMay(reading, form, path),
    ...(form["waits-for"] === undefined
      ? {}
      : { waitsFor: readWaitsFor(reading, form["waits-for"], { path, form }) }),
    ...sourceOf(reading, form, path),
  };
}

/** Compiles the forms; the first is the desk's main one. */
export function readForms(reading: Reading): FormRule[] {
  return neededEntries(reading, "forms", reading.pack.forms).map(([id, form]) =>
    readForm(reading, id, form),
  );
}
