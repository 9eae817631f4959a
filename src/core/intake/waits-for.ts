import type { FormRule } from "../policy/form-rule.ts";
import { emptyView, holds } from "../policy/holds.ts";
import type { Language } from "../policy/text.ts";
import type { IntakeRefusal } from "../refusal-codes.ts";
import type { Refusal } from "../refusal.ts";
import type { Submitted } from "./asked.ts";
import type { Classifiable } from "./classify.ts";
import { fieldSources } from "../refused/field-source.ts";
import { firstSource, withSource } from "../refused/sourced.ts";
import { type Read, readFields } from "./read-fields.ts";

/** The fields that have an answer, files too. */
export function answeredIn({ fields, files }: Pick<Read, "fields" | "files">): ReadonlySet<string> {
  return new Set([...Object.keys(fields), ...Object.keys(files)]);
}

/**
 * The fields that a form still waits for (FI-5): none where it waits for nothing, or one of its
 * groups is answered whole; else every field of its groups without an answer, in the form's order.
 */
export function stillAwaited(
  form: FormRule,
  answered: ReadonlySet<string>,
  view: Classifiable,
): readonly string[] {
  const { waitsFor } = form;
  if (waitsFor === undefined || !holds(waitsFor.when, { ...emptyView, ...view })) return [];
  if (waitsFor.any.some((group) => group.every((field) => answered.has(field)))) return [];
  const awaited = new Set(waitsFor.any.flat());
  return form.fields.map(({ id }) => id).filter((id) => awaited.has(id) && !answered.has(id));
}

/** What was added to a form that waited, and what it waits for still. */
export interface Completion {
  readonly fields: Read["fields"];
  readonly files: Read["files"];
  readonly lacks: readonly string[];
  readonly problems: readonly Refusal<IntakeRefusal>[];
}

/**
 * Takes in what a form was filed without: answers to the fields that it lacks, each checked as at
 * filing; answers to others are not looked at. What was answered before counts.
 */
export function takeInRest(
  form: FormRule,
  {
    lacks,
    submitted,
    language,
  }: {
    readonly lacks: readonly string[];
    readonly submitted: Submitted;
    readonly language: Language;
  },
): Completion {
  const rest = restOf(form, lacks);
  const { fields, files, problems } = readFields(rest, submitted, { language, channel: "form" });
  const given = answeredIn({ fields, files });
  const awaited = (form.waitsFor?.any ?? []).flat();
  const before = awaited.filter((id) => !lacks.includes(id));
  const answered = new Set([...before, ...given]);
  const isWhole = form.waitsFor?.any.some((group) => group.every((id) => answered.has(id))) ?? true;
  return {
    fields,
    files,
    lacks: isWhole ? [] : lacks.filter((id) => !given.has(id)),
    problems: problems.map((one) =>
      withSource(one, firstSource(fieldSources(form, one.field?.slice("fields.".length) ?? null))),
    ),
  };
}

/** The form as its rest: the fields that it lacks, none of them required by itself. */
export function restOf(form: FormRule, lacks: readonly string[]): FormRule {
  const fields = form.fields
    .filter(({ id }) => lacks.includes(id))
    .map((field) => ({ ...field, required: false, onlyWhenAsked: false }));
  return { ...form, fields };
}
