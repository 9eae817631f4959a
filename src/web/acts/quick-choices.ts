import type { ActBody, ActName } from "../../contract/acts.ts";
import { HOUR } from "../../core/time/instant.ts";
import type { Instant, Period } from "../../core/time/instant.ts";

/** The acts that a key and a choice do, and what they ask for. */
export type QuickAct = "assign" | "classify" | "route" | "schedule";

/** One choice: what it says, the digit that takes it, and the act that it is. */
export interface QuickChoice {
  readonly id: string;
  readonly label: string;
  readonly of?: string;
  readonly key?: string;
  readonly body: ActBody<QuickAct>;
}

/** The acts that have small menus. */
export const quickActs: ReadonlySet<ActName> = new Set<ActName>([
  "assign",
  "classify",
  "route",
  "schedule",
]);

/** What is taken by typing: a digit takes its choice at once, letters narrow the list. */
export function takenBy(typed: string, choices: readonly QuickChoice[]): QuickChoice | null {
  return choices.find(({ key }) => key === typed) ?? null;
}

/** Choices numbered from 1, as far as there are digits. */
export function numbered(choices: readonly QuickChoice[]): readonly QuickChoice[] {
  return choices.map((choice, at) => (at < 9 ? { ...choice, key: String(at + 1) } : choice));
}

/** Instants to which work is put off: in an hour, in four, when the desk opens next, and at its opening a week from then. */
export function laterInstants(now: Instant, hours: readonly Period[]): readonly Instant[] {
  const round = (at: Instant): Instant => Math.ceil(at / (HOUR / 4)) * (HOUR / 4);
  const openings = hours.map(({ from }) => from).filter((from) => from > now);
  const [next] = openings;
  const week = openings.find((from) => from >= now + 6 * 24 * HOUR);
  const all = [round(now + HOUR), round(now + 4 * HOUR), next, week];
  const known = all.filter((at): at is Instant => at !== undefined);
  return [...new Set(known)].toSorted((a, b) => a - b);
}
