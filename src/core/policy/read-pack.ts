import type { Policy } from "./policy.ts";
import type { PackProblem } from "./problem.ts";
import { readArticles } from "./read/articles.ts";
import { readAnnouncements, readCharges, readPresence, readTraining } from "./read/attention.ts";
import { readCalendars } from "./read/calendars.ts";
import { readClocks } from "./read/clocks.ts";
import { readDuplicates } from "./read/duplicates.ts";
import { readExamples } from "./read/examples.ts";
import { readForms } from "./read/forms.ts";
import { readGrounds, readLevels, readReopen, readStates } from "./read/levels.ts";
import { readCallList, readDesk, readGlossary, readOutOfScope } from "./read/manual.ts";
import type { LengthContext } from "./read/length.ts";
import { mergeFile, mergePack } from "./read/merge.ts";
import type { MergedPack, SharedParts } from "./read/merge.ts";
import type { YamlFile } from "./read/parse-yaml.ts";
import { sayNotKept } from "./read/not-kept.ts";
import { readProcedures } from "./read/procedures.ts";
import {
  readChannels,
  readClient,
  readPeople,
  readRoles,
  readSupport,
  readThirdParties,
} from "./read/people.ts";
import { readingOf, textOf } from "./read/reading.ts";
import type { Reading } from "./read/reading.ts";
import { readClassify, readSeverities } from "./read/severities.ts";
import { readMessages, readTells } from "./read/tell.ts";
import { readTracker } from "./read/tracker.ts";

/** A pack that was read: its policy, what is doubtful in it, and where an item of it is written. */
export interface ReadPack {
  readonly policy: Policy;
  readonly warnings: readonly PackProblem[];
  readonly whereIs: MergedPack["whereIs"];
  /** The pack as it is written, over the shared parts that it uses. */
  readonly source: MergedPack;
}

/** Everything but the clauses and examples, which are known only when the rest has been read. */
function sectionsOf(reading: Reading): Omit<Policy, "examples" | "clauses" | "assumptions"> {
  const desk = readDesk(reading);
  const { calendars, dayLength, statedWeek, sources, hours } = readCalendars(reading);
  const severities = readSeverities(reading);
  const messages = readMessages(reading);
  const tracker = readTracker(reading, hours);
  const procedures = readProcedures(reading);
  const articles = readArticles(reading);
  return {
    plazo: 1,
    desk,
    calendars,
    dayLength,
    ...(Object.keys(statedWeek).length === 0 ? {} : { statedWeek }),
    calendarSources: sources,
    hours,
    client: readClient(reading),
    support: readSupport(reading),
    people: readPeople(reading),
    ...(reading.pack.people?.["third-parties"] === undefined
      ? {}
      : { thirdParties: readThirdParties(reading) }),
    ...(reading.pack.people?.roles === undefined ? {} : { roles: readRoles(reading) }),
    channels: readChannels(reading),
    forms: readForms(reading),
    severities,
    classify: readClassify(reading, severities),
    levels: readLevels(reading),
    grounds: readGrounds(reading),
    clocks: readClocks(reading, { hours, dayLength }),
    states: readStates(reading),
    tell: readTells(reading, messages, { on: hours, dayLength }),
    messages,
    reopen: readReopen(reading),
    ...withDuplicates(reading),
    ...(procedures.length === 0 ? {} : { procedures }),
    ...(articles.length === 0 ? {} : { articles }),
    ...(tracker === undefined ? {} : { tracker }),
    callList: readCallList(reading),
    glossary: readGlossary(reading),
    outOfScope: readOutOfScope(reading),
    ...attentionOf(reading, { on: hours, dayLength }),
    notes: (reading.pack.notes ?? []).map(textOf),
  };
}

/** How the requester is attended to: whether they are there, what is announced, charged and taught first. */
function attentionOf(
  reading: Reading,
  context: LengthContext,
): Pick<Policy, "presence" | "announcements" | "charges" | "training"> {
  const presence = readPresence(reading);
  const training = readTraining(reading);
  const announcements = readAnnouncements(reading, context);
  const charges = readCharges(reading);
  return {
    ...(presence === null ? {} : { presence }),
    ...(announcements.length === 0 ? {} : { announcements }),
    ...(charges.length === 0 ? {} : { charges }),
    ...(training === null ? {} : { training }),
  };
}

function withDuplicates(reading: Reading): Pick<Policy, "duplicates"> {
  const duplicates = readDuplicates(reading);
  return duplicates === null ? {} : { duplicates };
}

const byPlace = (a: PackProblem, b: PackProblem): number =>
  (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line || a.column - b.column;

function compile(merged: MergedPack): {
  readonly policy: Policy;
  readonly problems: readonly PackProblem[];
} {
  const reading = readingOf(merged);
  const sections = sectionsOf(reading);
  sayNotKept(reading);
  const badZone = reading.problems.some((problem) => problem.code === "unknown-zone");
  const examples = badZone ? [] : readExamples(reading, sections.clocks);
  const policy = {
    ...sections,
    examples,
    clauses: [...reading.clauses],
    assumptions: reading.assumptions,
  };
  return { policy, problems: reading.problems.toSorted(byPlace) };
}

/**
 * Reads a pack and compiles it to the policy that the program runs. `text` is the YAML, `file` its name
 * for messages, `shared` the parts that it may use. Refuses, with line and column, whatever it cannot
 * mean: bad YAML first, then a wrong shape, then references to nothing, impossible hours and dates, and
 * promises that contradict each other or that nothing keeps yet. One mistake is told once: what follows
 * from it is not. Warnings alone do not keep a pack from being compiled. Times of examples are local
 * wall times of the desk's zone. The worked examples are not run here: see `checkExamples`.
 */
export function readPack(
  text: string,
  file: string,
  shared: SharedParts,
): ReadPack | { readonly problems: readonly PackProblem[] } {
  return read(mergePack(text, file, shared));
}

/** The same for a pack whose YAML was read already. */
export function readPackFile(
  yaml: YamlFile,
  shared: SharedParts,
): ReadPack | { readonly problems: readonly PackProblem[] } {
  return read(mergeFile(yaml, shared));
}

function read(
  merged: MergedPack | { readonly problems: readonly PackProblem[] },
): ReadPack | { readonly problems: readonly PackProblem[] } {
  if ("problems" in merged) return merged;
  const { policy, problems } = compile(merged);
  if (problems.some((problem) => problem.level === "error")) return { problems };
  return { policy, warnings: problems, whereIs: merged.whereIs, source: merged };
}
