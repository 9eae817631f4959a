import type { Policy } from "../policy/policy.ts";
import { bareLine } from "../text/bare.ts";
import { fileWords, mark } from "./document.ts";
import type { Filter } from "./query.ts";

/** What the values of filters may name at a desk, and who looks. */
export interface Nameable {
  readonly policy: Pick<Policy, "severities" | "levels" | "channels" | "states">;
  readonly staff: readonly { readonly id: string; readonly name: string }[];
  readonly me: string;
}

/** A ticket must have one of these marks, or with `not` none of them; none at all: no ticket has it. */
export interface Narrowing {
  readonly any: readonly string[];
  readonly not: boolean;
}

/** Filters as what they mean at a desk; dates are civil dates of its zone, `after` included, `before` not. */
export interface Narrowed {
  readonly marks: readonly Narrowing[];
  /** What the marks leave: open ones alone, or closed ones alone; null: both. */
  readonly standing: "open" | "closed" | null;
  readonly before: string | null;
  readonly after: string | null;
}

type Marks = readonly string[];

const waiting: Marks = [
  mark.progress("waiting-for-client"),
  mark.progress("waiting-for-authorisation"),
  mark.progress("waiting-for-third-party"),
];

/** Words for how a ticket stands that every desk has, without accents, in Spanish and in English. */
export const standings: Readonly<Record<string, { readonly any: Marks; readonly not?: true }>> = {
  abierto: { any: [mark.progress("closed")], not: true },
  open: { any: [mark.progress("closed")], not: true },
  cerrado: { any: [mark.progress("closed")] },
  closed: { any: [mark.progress("closed")] },
  resuelto: { any: [mark.progress("solved")] },
  solved: { any: [mark.progress("solved")] },
  nuevo: { any: [mark.progress("unattended")] },
  new: { any: [mark.progress("unattended")] },
  espera: { any: waiting },
  waiting: { any: waiting },
  programado: { any: [mark.progress("scheduled")] },
  scheduled: { any: [mark.progress("scheduled")] },
  incumplido: { any: [mark.breached] },
  vencido: { any: [mark.breached] },
  missed: { any: [mark.breached] },
  breached: { any: [mark.breached] },
};

/** Words for the ways in that every desk may have, beside what its manual calls them. */
const ways: Readonly<Record<string, string>> = {
  formulario: "form",
  correo: "mail",
  mail: "mail",
  email: "mail",
  telefono: "phone",
  llamada: "phone",
};

const mine = new Set(["yo", "mi", "mio", "me"]);
const nobodys = new Set(["nadie", "nobody", "none", "-"]);

/** What the filters of a search mean at a desk: a value is the beginning of a name, or an id. */
export function narrow(filters: readonly Filter[], at: Nameable): Narrowed {
  const marks: Narrowing[] = [];
  let before: string | null = null;
  let after: string | null = null;
  for (const { name, value, not } of filters) {
    if (name === "before") before = value;
    else if (name === "after") after = value;
    else {
      const { any, not: turned = false } = meaning({ name, value }, at);
      marks.push({ any, not: not !== turned });
    }
  }
  return { marks, standing: standingOf(marks), before, after };
}

function standingOf(marks: readonly Narrowing[]): Narrowed["standing"] {
  const closed = mark.progress("closed");
  const said = marks.find(({ any }) => any.length === 1 && any[0] === closed);
  if (said === undefined) return null;
  return said.not ? "open" : "closed";
}

function meaning(
  { name, value }: Pick<Filter, "name" | "value">,
  { policy, staff, me }: Nameable,
): { readonly any: Marks; readonly not?: true } {
  const sought = bareLine(value);
  switch (name) {
    case "severity":
      return { any: namedIn(policy.severities, sought).map(mark.severity) };
    case "level":
      return { any: namedIn(policy.levels, sought).map(mark.level) };
    case "channel":
      return { any: channelsNamed(policy, sought).map(mark.channel) };
    case "assignee":
      if (mine.has(sought)) return { any: [mark.assignee(me)] };
      if (nobodys.has(sought)) return { any: [mark.assignee(null)] };
      return { any: peopleNamed(staff, sought).map(mark.assignee) };
    case "file":
      return { any: [fileMark(value)] };
    default:
      return standing(policy, sought);
  }
}

function channelsNamed({ channels }: Nameable["policy"], sought: string): readonly string[] {
  const known = Object.entries(ways).flatMap(([word, id]) => (word.startsWith(sought) ? [id] : []));
  return [...new Set([...known, ...namedIn(channels, sought)])];
}

function standing(
  { states }: Nameable["policy"],
  sought: string,
): { readonly any: Marks; readonly not?: true } {
  const [known] = Object.entries(standings).filter(([word]) => word === sought.replace(/s$/u, ""));
  return known?.[1] ?? { any: namedIn(states, sought).map(mark.state) };
}

type Named = readonly {
  readonly id: string;
  readonly label: { readonly es: string; readonly en?: string };
}[];

function namedIn(list: Named, sought: string): readonly string[] {
  return list
    .filter(
      ({ id, label }) =>
        id === sought || [label.es, label.en ?? ""].some((text) => begins(text, sought)),
    )
    .map(({ id }) => id);
}

function begins(text: string, sought: string): boolean {
  const words = bareLine(text);
  return words.startsWith(sought) || words.includes(` ${sought}`);
}

function peopleNamed(staff: Nameable["staff"], sought: string): readonly string[] {
  return staff.filter(({ name, id }) => id === sought || begins(name, sought)).map(({ id }) => id);
}

/** The last word of a file's name that is looked for; it may go on. "sí" and "*": any file. */
function fileMark(value: string): string {
  const words = fileWords(value);
  if (words.length === 0 || ["si", "yes"].includes(words[0] ?? "")) return mark.hasFile;
  return `${mark.file(words.at(-1) ?? "")}*`;
}

/**
 * Narrowings as PostgreSQL reads them (`tsquery`); null: nothing can have them. A mark that ends in an
 * asterisk stands for all that begin so.
 */
export function marksQuery(marks: readonly Narrowing[]): string | null {
  if (marks.some(({ any, not }) => any.length === 0 && !not)) return null;
  return marks
    .filter(({ any }) => any.length > 0)
    .map(({ any, not }) => `${not ? "!" : ""}(${any.map(quoted).join(" | ")})`)
    .join(" & ");
}

function quoted(one: string): string {
  const begins = one.endsWith("*");
  const text = begins ? one.slice(0, -1) : one;
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "''")}'${begins ? ":*" : ""}`;
}
