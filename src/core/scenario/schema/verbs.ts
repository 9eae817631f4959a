import { z } from "zod";
import { Name } from "../../policy/schema/words.ts";
import type { Act } from "../../ticket/command.ts";
import type { MessageRef } from "../../ticket/event.ts";
import type { Instant } from "../../time/instant.ts";
import { Moment, Several, Speech, Word } from "./value.ts";

/** What a verb needs of the days in order to become an act. */
export interface Speaking {
  /** Keeps words that somebody says, on the step's channel or the one named, and gives their reference. */
  readonly message: (said: SaidSource, channel?: string) => MessageRef;
  readonly instant: (moment: string) => Instant;
  /** The folio of a ticket of the scenario. */
  readonly folio: (ticket: string) => string;
  readonly member: (name: string) => { readonly id: string; readonly name: string };
}

/** What somebody does: the shape of what is written after the verb, and the act that it stands for. */
export interface Verb {
  readonly schema: z.ZodType;
  readonly act: (value: never, speaking: Speaking) => Act;
}

const said = { says: Speech, files: Several.optional() };
const Said = z.union([Speech, z.strictObject(said)]);
export type SaidSource = z.infer<typeof Said>;

const silent = z.null();
const causeAndRemedy = { cause: Speech, remedy: Speech };

function verb<T>(schema: z.ZodType<T>, act: (value: T, speaking: Speaking) => Act): Verb {
  return { schema, act };
}

/** A part that is left out where there is none. */
function kept<K extends string, T>(
  key: K,
  value: T | undefined,
): Record<K, T> | Record<never, never> {
  return value === undefined ? {} : ({ [key]: value } as Record<K, T>);
}

const talk: Readonly<Record<string, Verb>> = {
  adds: verb(
    z.union([Speech, z.strictObject({ ...said, automatic: z.literal(true).optional() })]),
    (value, { message }) => ({
      do: "add",
      message: message(value),
      ...(typeof value === "string" ? {} : kept("automatic", value.automatic)),
    }),
  ),
  replies: verb(
    z.union([Speech, z.strictObject({ ...said, progress: z.literal(true).optional() })]),
    (value, { message }) => ({
      do: "contact",
      how: "reply",
      message: message(value),
      ...(typeof value === "string" ? {} : kept("progress", value.progress)),
    }),
  ),
  calls: verb(
    z.union([Speech, z.strictObject({ ...said, progress: z.literal(true).optional() })]),
    (value, { message }) => ({
      do: "contact",
      how: "call",
      message: message(value, "phone"),
      ...(typeof value === "string" ? {} : kept("progress", value.progress)),
    }),
  ),
  asks: verb(
    z.union([
      Speech,
      z.strictObject({ ...said, for: z.enum(["client", "authorisation"]).optional() }),
    ]),
    (value, { message }) => ({
      do: "ask",
      message: message(value),
      for: typeof value === "string" ? "client" : (value.for ?? "client"),
    }),
  ),
  notes: verb(Said, (value, { message }) => ({ do: "note", message: message(value) })),
  "logs attempt": verb(z.enum(["no-answer", "left-message"]), (outcome) => ({
    do: "log-attempt",
    outcome,
  })),
  "proposes charge": verb(
    z.strictObject({ minutes: z.int().min(1), charge: Name.optional(), amount: Word.optional() }),
    ({ minutes, charge, amount }) => ({
      do: "propose-charge",
      minutes,
      ...kept("charge", charge),
      ...kept("amount", amount),
    }),
  ),
  "refuses charge": verb(z.union([silent, Speech]), (reason) => ({
    do: "refuse-charge",
    ...kept("reason", reason ?? undefined),
  })),
  "logs time": verb(
    z.strictObject({ minutes: z.int().min(1), work: Speech, charge: Name.optional() }),
    ({ minutes, work, charge }) => ({ do: "log-time", minutes, work, ...kept("charge", charge) }),
  ),
  "accepts charge": verb(silent, () => ({ do: "accept-charge" })),
  confirms: verb(
    z.union([
      z.enum(["solved", "not-solved"]),
      z.strictObject({ is: z.enum(["solved", "not-solved"]), ...said }),
    ]),
    (value, { message }) => ({
      do: "confirm",
      solved: (typeof value === "string" ? value : value.is) === "solved",
      message: typeof value === "string" ? null : message({ says: value.says, files: value.files }),
    }),
  ),
};

const CloseReasons = z.enum(["out-of-scope", "spam", "duplicate", "by-agent"]);

const work: Readonly<Record<string, Verb>> = {
  proves: verb(silent, () => ({ do: "prove" })),
  hears: verb(silent, () => ({ do: "hear" })),
  verifies: verb(
    z.strictObject({ contact: Name, telephone: Word, note: Speech.optional() }),
    ({ contact, telephone, note }) => ({
      do: "verify",
      contact: { id: contact, name: contact },
      telephone,
      ...kept("note", note),
    }),
  ),
  admits: verb(z.union([silent, Speech]), (note) => ({
    do: "admit",
    ...kept("note", note ?? undefined),
  })),
  arrives: verb(silent, () => ({ do: "arrive" })),
  leaves: verb(silent, () => ({ do: "leave" })),
  classifies: verb(
    z.union([Name, z.strictObject({ severity: Name, reason: Speech.optional() })]),
    (value) =>
      typeof value === "string"
        ? { do: "classify", severity: value }
        : { do: "classify", severity: value.severity, ...kept("reason", value.reason) },
  ),
  assigns: verb(Word, (name, { member }) => ({
    do: "assign",
    to: name === "nobody" ? null : member(name),
  })),
  routes: verb(z.union([Name, z.strictObject({ to: Name, reason: Speech.optional() })]), (value) =>
    typeof value === "string"
      ? { do: "route", to: value }
      : { do: "route", to: value.to, ...kept("reason", value.reason) },
  ),
  "asks level": verb(z.strictObject({ to: Name, says: Speech }), ({ to, says }, { message }) => ({
    do: "ask-level",
    to,
    message: message(says),
  })),
  "answers level": verb(Said, (value, { message }) => ({
    do: "answer-level",
    message: message(value),
  })),
  "does step": verb(
    z.union([Name, z.strictObject({ of: Name, note: Speech.optional() })]),
    (value) =>
      typeof value === "string"
        ? { do: "do-step", procedure: value }
        : { do: "do-step", procedure: value.of, ...kept("note", value.note) },
  ),
  "accepts account": verb(silent, () => ({ do: "accept-account" })),
  "refuses account": verb(Speech, (reason) => ({ do: "refuse-account", reason })),
  "hands back": verb(z.strictObject(causeAndRemedy), ({ cause, remedy }) => ({
    do: "hand-back",
    cause,
    remedy,
  })),
  waits: verb(z.union([silent, Speech]), (note) => ({
    do: "wait",
    for: "third-party",
    ...kept("note", note ?? undefined),
  })),
  schedules: verb(Moment, (moment, { instant }) => ({ do: "schedule", until: instant(moment) })),
  resumes: verb(silent, () => ({ do: "resume" })),
  claims: verb(Name, (ground) => ({ do: "claim-urgency", ground })),
  "confirms urgency": verb(silent, () => ({ do: "confirm-urgency" })),
  "refuses urgency": verb(Speech, (reason) => ({ do: "refuse-urgency", reason })),
  solves: verb(
    z.strictObject({
      ...causeAndRemedy,
      says: Speech.optional(),
      tells: z.boolean().optional(),
    }),
    ({ cause, remedy, says, tells = true }, { message }) => ({
      do: "solve",
      cause,
      remedy,
      message: tells ? message(says ?? `${cause}\n\n${remedy}`) : null,
    }),
  ),
  withdraws: verb(silent, () => ({ do: "withdraw" })),
  closes: verb(
    z.union([
      CloseReasons,
      z.strictObject({
        reason: CloseReasons,
        note: Speech.optional(),
        scope: Name.optional(),
      }),
    ]),
    (value) =>
      typeof value === "string"
        ? { do: "close", reason: value }
        : {
            do: "close",
            reason: value.reason,
            ...kept("note", value.note),
            ...kept("scope", value.scope),
          },
  ),
  links: verb(
    z.strictObject({
      to: Word,
      as: z.enum(["cites", "cited-by", "related", "duplicate"]),
    }),
    ({ to, as }, { folio }) => ({ do: "link", to: folio(to), as }),
  ),
};

/** Verbs of one ticket, by the word in the third person. */
export const verbs: Readonly<Record<string, Verb>> = { ...talk, ...work };

/** Answers to a form: a text, or the names of files. */
export const Answers = z.record(
  Word,
  z.union([z.string(), z.number().transform(String), z.array(z.string())]),
);
export type AnswersSource = z.infer<typeof Answers>;

/** A message of the client that becomes a ticket of its own. */
export const Splitting = z.strictObject({ message: Speech, as: Word, subject: Word });
export type SplittingSource = z.infer<typeof Splitting>;

/** A process that is announced ahead: its type, how long it goes on, and for whose tickets alone. */
export const Announcing = z.strictObject({
  type: Name.optional(),
  from: Moment,
  to: Moment,
  for: Speech.optional(),
});
export type AnnouncingSource = z.infer<typeof Announcing>;

/** Verbs that are about a form, or about more than one ticket. */
export const wideVerbs = {
  files: Answers,
  completes: Answers,
  "merges into": Word,
  splits: Splitting,
  announces: Announcing,
} as const;

export type WideVerb = keyof typeof wideVerbs;

/** Every verb of the language of scenarios. */
export const verbNames: readonly string[] = [...Object.keys(verbs), ...Object.keys(wideVerbs)];
