import type { Field, FormRule } from "../policy/form-rule.ts";
import type { Policy } from "../policy/policy.ts";
import type { Language } from "../policy/text.ts";
import type { IntakeRefusal } from "../refusal-codes.ts";
import { refuse, type Refusal } from "../refusal.ts";
import type { Requester } from "../ticket/event.ts";
import type { Submitted } from "./asked.ts";
import { wrong } from "./check-field.ts";
import { sourced } from "../refused/sourced.ts";
import { classifyIntake } from "./classify.ts";
import { isRegimeOf } from "../cfdi/tax-regimes.ts";
import { readIdentity } from "./identity.ts";
import { readRfc } from "./rfc.ts";
import { madeSubject, readSubject } from "./subject.ts";
import { type Read, readFields } from "./read-fields.ts";
import { answeredIn, stillAwaited } from "./waits-for.ts";

/** What the intake knows besides the answers. */
export interface IntakeFacts {
  readonly language: Language;
  readonly channel: string;
  /** The portal from which the form was opened; the field for it may say otherwise. */
  readonly portal: string | null;
  /** How often the subject was sent back already. */
  readonly tries: number;
  /** It was written as a mail, to no form: what the form asks for and a mail does not say is noted, not refused. */
  readonly mail?: { readonly subject: string };
}

/** A form that can be filed. */
export interface Intake {
  /** Answers as they are kept, by field; what was left empty is not there. */
  readonly fields: Readonly<Record<string, string>>;
  /** Ids of the files, as they were submitted, by field. */
  readonly files: Readonly<Record<string, readonly string[]>>;
  readonly subject: string;
  readonly requester: Omit<Requester, "contact">;
  readonly portal: string | null;
  /** Marks for the agent ("identity-check-digit", "subject-vague"). */
  readonly flags: readonly string[];
  readonly severity: string;
  readonly provisional: boolean;
  /** Fields that it waits for and that were left empty (FI-5): filed all the same. */
  readonly lacks: readonly string[];
  /** Required fields that a mail does not say. */
  readonly missing: readonly string[];
}

/** A form that cannot be filed: everything that is wrong with it, at once. */
export interface NotTaken {
  readonly refused: "intake";
  readonly problems: readonly Refusal<IntakeRefusal>[];
}

/** More names than any form has fields. */
const MOST_KEYS = 200;

/**
 * Takes in a submitted form by its rules, whatever channel it came by: the fields that the choices
 * ask for, required ones filled in, each answer of its kind and length, no unknown names, a subject
 * that says enough (RD-4). An answer to a field that was not asked is checked and kept all the same.
 * A wrong or generic RFC only warns. Gives all problems at once, each with its field.
 */
export function takeIn(
  form: FormRule,
  policy: Policy,
  { submitted, facts }: { readonly submitted: Submitted; readonly facts: IntakeFacts },
): Intake | NotTaken {
  const keys = Object.keys(submitted);
  if (keys.length > MOST_KEYS) {
    return {
      refused: "intake",
      problems: [refuse("fields-too-many", { facts: { most: MOST_KEYS } })],
    };
  }
  const read = readFields(form, submitted, facts);
  const subject = subjectOf(form, read.fields, facts);
  const problems = [...unknownKeys(form, keys), ...read.problems, ...subject.problems];
  if (problems.length > 0) {
    return { refused: "intake", problems: problems.map((one) => sourced(one, { policy, form })) };
  }
  const { fields, files, missing } = read;
  const requester = requesterOf(form, fields, facts.language);
  const { severity, provisional } = classifyIntake(policy, {
    fields,
    channel: facts.channel,
    kind: form.kind,
  });
  return {
    fields,
    files,
    subject: subject.subject,
    requester,
    portal: firstOf(form, "portal", fields) ?? facts.portal,
    flags: [
      ...identityFlags(form, fields),
      ...taxpayerFlags(form, fields),
      ...subject.flags,
      ...(missing.length === 0 ? [] : ["fields-missing"]),
    ],
    missing,
    severity,
    provisional,
    lacks: stillAwaited(form, answeredIn({ fields, files }), {
      fields,
      channel: facts.channel,
      kind: form.kind,
    }),
  };
}

function unknownKeys(form: FormRule, keys: readonly string[]): readonly Refusal<IntakeRefusal>[] {
  const known = new Set(form.fields.map(({ id }) => id));
  return keys
    .filter((key) => !known.has(key))
    .map((key) => refuse("field-unknown", { field: `fields.${key}`, facts: { field: key } }));
}

interface Subject {
  readonly subject: string;
  readonly flags: readonly string[];
  readonly problems: readonly Refusal<IntakeRefusal>[];
}

function subjectOf(form: FormRule, kept: Read["fields"], facts: IntakeFacts): Subject {
  const { language, tries } = facts;
  const field = form.fields.find(({ kind }) => kind === "subject");
  const written = field === undefined ? undefined : kept[field.id];
  if (field === undefined || written === undefined) {
    const made = facts.mail?.subject.trim() ?? "";
    const subject = made === "" ? madeSubject(form, kept, language) : made;
    return { subject, flags: [], problems: [] };
  }
  const { vague, suggestion, names } = readSubject(form, { field, kept, language });
  if (!vague) return { subject: written, flags: [], problems: [] };
  const goesBack = tries < (field.subject?.tries ?? 0) || field.subject?.then === "refuse";
  return goesBack
    ? {
        subject: written,
        flags: [],
        problems: [
          wrong(field, "subject-vague", {
            language,
            facts: names === "" ? { suggestion } : { suggestion, names },
          }),
        ],
      }
    : { subject: written, flags: ["subject-vague"], problems: [] };
}

function requesterOf(
  form: FormRule,
  kept: Read["fields"],
  language: Language,
): Intake["requester"] {
  const written = firstOf(form, "identity", kept);
  const identity = written === null ? null : readIdentity(written);
  return {
    name:
      firstOf(form, "person-name", kept) ?? (identity?.as === "legal-name" ? identity.text : null),
    address: firstOf(form, "contact-email", kept),
    telephone: firstOf(form, "telephone", kept),
    identity: written ?? firstOf(form, "rfc", kept),
    language,
  };
}

function identityFlags(form: FormRule, kept: Read["fields"]): readonly string[] {
  return form.fields
    .filter(({ kind, id }) => kind === "identity" && kept[id] !== undefined)
    .flatMap(({ id }) => readIdentity(kept[id] ?? "").flags);
}

/** What is doubtful in a taxpayer: an RFC that is not sound or names nobody, a regime that is another kind's. */
function taxpayerFlags(form: FormRule, kept: Read["fields"]): readonly string[] {
  const rfc = firstOf(form, "rfc", kept);
  if (rfc === null) return [];
  const read = readRfc(rfc);
  if (read.is !== "rfc") return [];
  const regime = firstOf(form, "tax-regime", kept);
  return [
    ...(read.sound ? [] : ["identity-check-digit"]),
    ...(read.generic ? ["identity-generic"] : []),
    ...(regime === null || isRegimeOf(regime, read.of) ? [] : ["regime-of-another"]),
  ];
}

function firstOf(form: FormRule, kind: Field["kind"], kept: Read["fields"]): string | null {
  const field = form.fields.find((known) => known.kind === kind && kept[known.id] !== undefined);
  return field === undefined ? null : (kept[field.id] ?? null);
}
