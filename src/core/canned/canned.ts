import { bare } from "../text/bare.ts";
/** What a prepared answer does besides its words, in the terms of the ticket's own acts. */
export type CannedAct =
  /** `me`: whoever uses it; null: nobody. */
  | { readonly act: "assign"; readonly to: string | null }
  | { readonly act: "classify"; readonly severity: string }
  | { readonly act: "route"; readonly to: string; readonly reason?: string }
  | { readonly act: "wait"; readonly note?: string }
  /** Put off for so many minutes from when the words leave. */
  | { readonly act: "schedule"; readonly after: number; readonly note?: string }
  | { readonly act: "resume" }
  | { readonly act: "note"; readonly text: string }
  | { readonly act: "close"; readonly reason: "out-of-scope" | "spam" | "duplicate" | "by-agent" };

/** What a prepared answer is written as; `none`: it only changes the ticket. */
export type CannedMode = "reply" | "ask" | "note" | "solve" | "none";

/** A prepared answer: words, and what is done to the ticket when they are sent. */
export interface Canned {
  readonly name: string;
  readonly mode: CannedMode;
  readonly text: string;
  /** Of a solution. */
  readonly cause: string;
  readonly remedy: string;
  readonly acts: readonly CannedAct[];
  /** Forms, severities and kinds of the tickets that it is for; none: for all. A kind is what the tracker sorts by: "tipo/contrasena", or a form. */
  readonly forms: readonly string[];
  readonly severities: readonly string[];
  readonly kinds: readonly string[];
  /** The language of its words; null: for readers of either. */
  readonly language: "es" | "en" | null;
}

/** What an answer is chosen by. */
export interface CannedFor {
  readonly form: string;
  readonly severity: string;
  readonly kind: string;
  readonly language: "es" | "en";
}

/** An answer as it is ranked. */
export interface Ranked {
  readonly canned: Canned;
  readonly uses: number;
}

/** Whether an answer is meant for such a ticket. */
export function isFor(canned: Canned, ticket: CannedFor): boolean {
  const among = (list: readonly string[], value: string): boolean =>
    list.length === 0 || list.includes(value);
  return (
    among(canned.forms, ticket.form) &&
    among(canned.severities, ticket.severity) &&
    among(canned.kinds, ticket.kind) &&
    (canned.language === null || canned.language === ticket.language)
  );
}

/**
 * The answers that fit what was typed, those meant for the ticket first, then those used most, then
 * by name. Every word typed must be in the name or the words, accents and capitals aside; one in the
 * name counts before one in the words.
 */
export function rankCanned<One extends Ranked>(
  list: readonly One[],
  ticket: CannedFor,
  typed: string,
): readonly One[] {
  const words = bare(typed).split(/\s+/u).filter(Boolean);
  const scored = list.flatMap((one) => {
    const name = bare(one.canned.name);
    const all = `${name} ${bare(one.canned.text)} ${bare(one.canned.cause)} ${bare(one.canned.remedy)}`;
    if (!words.every((word) => all.includes(word))) return [];
    const inName = words.filter((word) => name.includes(word)).length;
    return [{ one, meant: isFor(one.canned, ticket), inName, name }];
  });
  return scored
    .toSorted(
      (a, b) =>
        Number(b.meant) - Number(a.meant) ||
        b.inName - a.inName ||
        b.one.uses - a.one.uses ||
        (a.name < b.name ? -1 : a.name > b.name ? 1 : 0),
    )
    .map(({ one }) => one);
}

const before: ReadonlySet<CannedAct["act"]> = new Set(["assign", "classify", "resume"]);

/**
 * What is done before the words are said, and what after: whoever answers has the ticket and its
 * severity stands before the client reads of it; it is handed on, waits or ends after.
 */
export function orderOfActs(acts: readonly CannedAct[]): {
  readonly first: readonly CannedAct[];
  readonly then: readonly CannedAct[];
} {
  return {
    first: acts.filter(({ act }) => before.has(act)),
    // Nothing can be done to it once it has ended.
    then: acts
      .filter(({ act }) => !before.has(act))
      .toSorted((a, b) => Number(a.act === "close") - Number(b.act === "close")),
  };
}
