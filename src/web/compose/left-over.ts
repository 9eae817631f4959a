import { emptyDraft, isBlank } from "./draft.ts";
import type { Draft } from "./draft.ts";

/** What of a draft would be lost. */
export type Written = Pick<Draft, "text" | "cause" | "remedy" | "files" | "acts">;

/**
 * What stands in a draft beyond what left from it, as a draft of its own with an id of its own; null:
 * nothing does. What was written after the words that left stays without them; words that were
 * changed stay whole.
 */
export function leftOver(now: Draft, left: Written): Draft | null {
  const sentActs = new Set(left.acts.map((act) => JSON.stringify(act)));
  const rest = {
    text: after(left.text, now.text),
    cause: after(left.cause, now.cause),
    remedy: after(left.remedy, now.remedy),
    files: now.files.filter(({ id }) => !left.files.some((file) => file.id === id)),
    acts: now.acts.filter((act) => !sentActs.has(JSON.stringify(act))),
  };
  if (isBlank(rest)) return null;
  const { mode, awaiting, mentions, touched } = now;
  return {
    ...{ ...emptyDraft(mode), ...rest, awaiting, mentions, touched },
    // Files stay under the session in which they were kept.
    ...(rest.files.length === 0 ? {} : { session: now.session }),
  };
}

/** Whether two drafts say the same. */
export function saysSame(one: Written, other: Written): boolean {
  return said(one) === said(other);
}

function said({ text, cause, remedy, files, acts }: Written): string {
  return JSON.stringify([text, cause, remedy, files.map(({ id }) => id), acts.length]);
}

function after(left: string, now: string): string {
  if (now === left) return "";
  return now.startsWith(left) ? now.slice(left.length).trimStart() : now;
}
