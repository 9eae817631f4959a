import { checkExamples } from "../core/policy/examples.ts";
import { lintPack } from "../core/policy/lint/lint.ts";
import { readPack } from "../core/policy/read-pack.ts";
import type { ReadPack } from "../core/policy/read-pack.ts";
import type { Language } from "../core/policy/text.ts";
import { isRefusal } from "../core/refusal.ts";
import type { Refusal } from "../core/refusal.ts";
import { publishPolicy } from "../desk/policies/publish-policy.ts";
import { sourceOf } from "../desk/policies/source-of.ts";
import type { Plazo } from "../desk/plazo.ts";
import { cliRefusal } from "../words/cli/refusal.ts";
import { cliWords } from "../words/cli/words.ts";
import { sayInstant } from "../words/dates.ts";
import { deskRefusalInWords } from "../words/desk-refusals.ts";
import { readInstant } from "../core/clock/question.ts";
import type { Output } from "./output.ts";
import { brokenLines } from "./pack-lines.ts";
import { packAt } from "./pack-at.ts";

/** Does work on the desks' database, beside a running Plazo or alone. */
export type OnDesks = <T>(
  work: (plazo: Pick<Plazo, "db">) => Promise<T | Refusal>,
) => Promise<T | Refusal>;

export interface PublishArguments {
  /** A pack's file, or its folder. */
  readonly path: string;
  readonly reason: string;
  /** A wall time of the desk's zone, or ISO 8601; null: now. */
  readonly effective: string | null;
  readonly language: Language;
}

/**
 * `plazo policy publish PACK`: publishes a sound pack at its desk. Answers the exit code: 0; 1 where the
 * pack is wrong or the publication is refused, 2 where it cannot be read, 3 where the database cannot be used.
 */
export async function policyPublish(
  args: PublishArguments,
  io: Output,
  onDesks: OnDesks,
): Promise<number> {
  const { language, reason } = args;
  const say = cliWords(language);
  const pack = await packAt(args.path, language, io);
  if (pack === 2) return pack;
  const { read } = pack;
  const wrong = wrongIn(read, pack.file, language);
  for (const line of wrong) io.err(line);
  if (wrong.length > 0 || "problems" in read) return 1;
  const { policy } = read;
  const { zone, id } = policy.desk;
  const effective = args.effective === null ? null : readInstant(args.effective, zone);
  if (args.effective !== null && effective === null) {
    io.err(say.wrongInstant(args.effective, "2026-12-01 09:00"));
    return 2;
  }
  const publication = {
    policy,
    source: pack.text,
    reason,
    by: "plazo",
    origin: "command",
  } as const;
  const done = await onDesks((plazo) =>
    publishPolicy(plazo, id, { ...publication, ...(effective === null ? {} : { effective }) }),
  );
  if (isRefusal(done)) return refused(done, { io, language });
  io.out(say.published(id, done.number, sayInstant(done.effective, { zone, language })));
  return 0;
}

/** What keeps a pack from being published, a line each; nothing: it is sound. */
function wrongIn(read: ReturnType<typeof readPack>, file: string, language: Language): string[] {
  const sound = { file, problems: [], failing: [], contradicting: [] };
  if ("problems" in read) return brokenLines({ ...sound, problems: read.problems }, language);
  return brokenLines({ ...sound, ...unsound(read) }, language);
}

function unsound(read: ReadPack) {
  const failing = checkExamples(read.policy).filter(({ passed }) => !passed);
  return {
    failing: failing.map((result) => ({ read, result })),
    contradicting: lintPack(read).filter(({ level }) => level === "error"),
  };
}

interface ExportArguments {
  readonly desk: string;
  readonly version: number | null;
  readonly language: Language;
}

/** `plazo policy export DESK`: the pack of a version as it was published; of the one in force unless it is said. */
export async function policyExport(
  { desk, version, language }: ExportArguments,
  io: Output,
  onDesks: OnDesks,
): Promise<number> {
  const found = await onDesks((plazo) => sourceOf(plazo, desk, version ?? undefined));
  if (isRefusal(found)) return refused(found, { io, language });
  if (found.source === "") {
    io.err(cliWords(language).noSource(found.number));
    return 1;
  }
  io.out(found.source.replace(/\n$/u, ""));
  return 0;
}

function refused(
  refusal: Refusal,
  { io, language }: { readonly io: Output; readonly language: Language },
): number {
  const words = deskRefusalInWords(refusal, language);
  io.err(words ?? cliRefusal(refusal, cliWords(language)));
  return words === undefined ? 3 : 1;
}
