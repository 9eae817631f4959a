import type { Calendars } from "../../clock/clock.ts";
import { calendarsOf } from "../bind.ts";
import type { Policy } from "../policy.ts";
import type { Path } from "../problem.ts";
import type { ReadPack } from "../read-pack.ts";
import type { PackSource } from "../schema/pack.ts";
import { answerable, impossible } from "./finding.ts";
import type { Finding, FindingCode, FindingFacts, FindingLevel, Quote } from "./finding.ts";

/**
 * A place of a pack: of an item's name, or of what it holds. One that only shows what the other
 * contradicts (`isContext`) answers nothing by what it assumed.
 */
export interface At {
  readonly path: Path;
  readonly of?: "key" | "value";
  readonly isContext?: true;
}

/** A pack as the rules of the linter look at it: compiled, and as it is written. */
export interface Linted {
  readonly policy: Policy;
  readonly pack: PackSource;
  readonly calendars: Calendars;
  /** Whether the pack itself says it, and not a shared part that it uses. */
  readonly isOwn: (path: Path) => boolean;
  /** Makes a finding of the places that contradict each other, its own first. */
  readonly find: <C extends FindingCode>(
    code: C,
    places: readonly [At, ...At[]],
    facts: FindingFacts[C],
  ) => Finding;
}

/** One rule of the linter: what it finds in a pack, nothing where all is well. */
export type LintRule = (linted: Linted) => readonly Finding[];

type Item = Readonly<Record<string | number, unknown>>;

const isItem = (value: unknown): value is Item => typeof value === "object" && value !== null;

/** What the innermost item around a place says under a key. */
function nearest(pack: PackSource, path: Path, key: "clause" | "assumed"): unknown {
  let node: unknown = pack;
  let found: unknown;
  for (const step of path) {
    node = isItem(node) && Object.hasOwn(node, step) ? node[step] : undefined;
    if (isItem(node) && !Array.isArray(node) && typeof node[key] !== "undefined") found = node[key];
  }
  return found;
}

function quoteAt({ source }: ReadPack, { path, of, isContext }: At): Quote {
  const { file, place } = source.whereIs(path, of);
  const clause = nearest(source.pack, path, "clause");
  const assumed = nearest(source.pack, path, "assumed");
  return {
    file,
    ...place,
    path,
    written: source.written(path),
    clause: typeof clause === "string" ? [clause] : Array.isArray(clause) ? clause.map(String) : [],
    assumed: typeof assumed === "string" && isContext !== true ? assumed : null,
  };
}

function levelOf(code: FindingCode, quotes: readonly Quote[]): FindingLevel {
  if (impossible.has(code)) return "error";
  const isDecided = answerable.has(code) && quotes.some(({ assumed }) => assumed !== null);
  return isDecided ? "decided" : "warning";
}

/** Prepares a pack that was read for the rules of the linter. */
export function lintedOf(read: ReadPack): Linted {
  const { policy, source } = read;
  return {
    policy,
    pack: source.pack,
    calendars: calendarsOf(policy),
    isOwn: (path) => source.whereIs(path).file === source.file,
    find: (code, [first, ...others], facts) => {
      const quotes = [quoteAt(read, first), ...others.map((at) => quoteAt(read, at))] as const;
      return { code, level: levelOf(code, quotes), facts, quotes } as unknown as Finding;
    },
  };
}
