import type { Language } from "../../core/policy/text.ts";
import { bare } from "../../core/text/bare.ts";
import { progressInWords } from "../../words/progress.ts";
import { queueWorkWords } from "../../words/workspace/queue-work.ts";
import type { Narrowing, ViewSearch } from "./view.ts";

/** Something that a list can be narrowed by, in words. */
export interface FilterOption {
  readonly id: string;
  /** What it says in the list's address. */
  readonly says: Readonly<Partial<Record<Narrowing, string>>>;
  /** "Severidad", and "Alto". */
  readonly of: string;
  readonly label: string;
}

interface Labelled {
  readonly id: string;
  readonly label: string;
}

/** What a desk calls things, in the reader's language. */
export interface Vocabulary {
  readonly language: Language;
  readonly severities: readonly Labelled[];
  readonly levels: readonly Labelled[];
  readonly states: readonly Labelled[];
  readonly types: readonly Labelled[];
  readonly people: readonly Labelled[];
  readonly hasUrgency: boolean;
}

const working = [
  "unattended",
  "working",
  "close-the-loop",
  "waiting-for-client",
  "waiting-for-authorisation",
  "waiting-for-third-party",
  "scheduled",
  "solved",
] as const;

/**
 * Everything that a list can be narrowed by, in the order in which it is offered. A ticket at a level
 * beyond the first is "in" that level: in operations, in development, whatever the manual calls it.
 */
export function filterOptions(desk: Vocabulary): readonly FilterOption[] {
  const { language } = desk;
  const say = queueWorkWords[language];
  const simple = (name: Narrowing, list: readonly Labelled[]): readonly FilterOption[] =>
    list.map(({ id, label }) => ({
      id: `${name}:${id}`,
      says: { [name]: id },
      of: say.is[name] ?? name,
      label,
    }));
  const named = (words: Readonly<Record<string, string>>): readonly Labelled[] =>
    Object.entries(words).map(([id, label]) => ({ id, label }));
  const [, ...beyond] = desk.levels;
  return [
    ...simple("assignee", [
      { id: "me", label: say.me },
      { id: "nobody", label: say.nobody },
    ]),
    ...simple(
      "progress",
      working.map((id) => ({ id, label: progressInWords(id, language) })),
    ),
    ...beyond.map(({ id, label }) => ({
      id: `in:${id}`,
      says: { progress: "routed", level: id },
      of: say.is["progress"] ?? "",
      label: say.atLevel(label),
    })),
    ...simple("severity", desk.severities),
    ...simple("due", named(say.dues)),
    ...simple("state", desk.states),
    ...(desk.levels.length > 1 ? simple("level", desk.levels) : []),
    ...simple("type", desk.types),
    ...simple("assignee", desk.people),
    ...(desk.hasUrgency ? simple("urgency", named(say.urgencies)) : []),
    ...simple("sort", named(say.sorts)),
  ];
}

/** The options of which every word that was typed begins a word, in their order. */
export function matching(options: readonly FilterOption[], typed: string): readonly FilterOption[] {
  const wanted = bare(typed)
    .split(/[\s:]+/u)
    .filter(Boolean);
  return options.filter(({ of, label }) => {
    const words = bare(`${of} ${label}`).split(/[^\p{L}\p{N}]+/u);
    return wanted.every((one) => words.some((word) => word.startsWith(one)));
  });
}

/** Letters from which on a client of the register is looked for. */
const FROM = 2;

/**
 * The name, RFC or address of a client that is meant by what is typed, with or without the word for a
 * client before it ("cliente acme"); null: too little to look for anybody.
 */
export function soughtClient(typed: string, language: Language): string | null {
  const words = typed.trim().split(/[\s:]+/u);
  const [first = "", ...rest] = words;
  const of = bare(queueWorkWords[language].is["organisation"] ?? "");
  const isSaid = rest.length > 0 && first.length >= FROM && of.startsWith(bare(first));
  const sought = (isSaid ? rest : words).join(" ").slice(0, 200);
  return sought.length < FROM ? null : sought;
}

/** One thing that a list is narrowed by now, and the names that are taken out with it. */
export interface Chip {
  readonly names: readonly Narrowing[];
  readonly of: string;
  readonly label: string;
}

/** What a list is narrowed by, in words; what the desk has no word for stands for itself. */
export function chipsOf(
  search: ViewSearch,
  options: readonly FilterOption[],
  language: Language,
): readonly Chip[] {
  const say = queueWorkWords[language];
  const isAt = search.progress === "routed" && search.level !== undefined;
  const chips: Chip[] = [];
  const at = isAt ? options.find(({ id }) => id === `in:${search.level}`) : undefined;
  if (at !== undefined) chips.push({ names: ["progress", "level"], of: at.of, label: at.label });
  const names = Object.keys(say.is) as Narrowing[];
  for (const name of names) {
    const value = search[name];
    if (value === undefined || (at !== undefined && (name === "progress" || name === "level")))
      continue;
    const labels = value.split(name === "progress" ? "," : "\n").map((one) => {
      const found = options.find(({ id }) => id === `${name}:${one}`);
      return found?.label ?? one;
    });
    chips.push({ names: [name], of: say.is[name] ?? name, label: labels.join(", ") });
  }
  return chips;
}
