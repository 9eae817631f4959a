import type { DeskDetail } from "../../contract/desk.ts";
import { bareLine } from "../../core/text/bare.ts";
import { filterWords } from "../../core/search/query.ts";
import type { FilterName } from "../../core/search/query.ts";
import type { Language } from "../../core/policy/text.ts";
import { searchWords } from "../../words/workspace/search.ts";

/** A filter, or a value of one, that what is being written may become. */
export interface Completion {
  readonly label: string;
  /** All that is written, once it is chosen. */
  readonly becomes: string;
}

const names = Object.keys(filterWords) as FilterName[];

interface Reading {
  readonly desk: DeskDetail;
  readonly language: Language;
  readonly text: (text: DeskDetail["name"]) => string;
}

/** The most completions that are offered at once. */
const MOST = 6;

/** What the last word of what is written may become: a filter's name, or the value of one. */
export function completionsOf(written: string, reading: Reading): readonly Completion[] {
  const [, before = "", minus = "", name, value = ""] =
    /^(.*?)(?:(?<=^|\s)(-?)([\p{L}]+:)?([\p{L}\p{N}-]*))$/u.exec(written) ?? [];
  const { filters } = searchWords[reading.language];
  if (name === undefined) {
    const begun = bareLine(value);
    if (begun.length < 2) return [];
    return names
      .filter((one) => [filters[one], ...filterWords[one]].some((word) => word.startsWith(begun)))
      .map((one) => ({ label: filters[one], becomes: `${before}${minus}${filters[one]}` }));
  }
  const which = names.find((one) => filterWords[one].includes(bareLine(name.slice(0, -1))));
  if (which === undefined) return [];
  const begun = bareLine(value);
  const values = new Map(valuesOf(which, reading).map((one) => [bareLine(one), one]));
  return [...values.values()]
    .filter((one) => bareLine(one).startsWith(begun) && bareLine(one) !== begun)
    .slice(0, MOST)
    .map((one) => ({
      label: `${name}${one}`,
      becomes: `${before}${minus}${name}${/\s/u.test(one) ? `"${one}"` : one} `,
    }));
}

function valuesOf(name: FilterName, { desk, language, text }: Reading): readonly string[] {
  const say = searchWords[language];
  const labels = (list: readonly { readonly label: DeskDetail["name"] }[]): readonly string[] =>
    list.map(({ label }) => text(label));
  switch (name) {
    case "state":
      return [...say.standings, ...labels(desk.states)];
    case "severity":
      return labels(desk.severities);
    case "level":
      return labels(desk.levels);
    case "channel":
      return [...say.ways, ...labels(desk.channels)];
    case "assignee":
      return [say.me, say.nobody, ...desk.staff.map((one) => one.name)];
    default:
      return [];
  }
}
