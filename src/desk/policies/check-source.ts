import { checkExamples } from "../../core/policy/examples.ts";
import type { ExampleResult } from "../../core/policy/examples.ts";
import type { Finding } from "../../core/policy/lint/finding.ts";
import { lintPack } from "../../core/policy/lint/lint.ts";
import type { PackProblem } from "../../core/policy/problem.ts";
import { readPack } from "../../core/policy/read-pack.ts";
import type { ReadPack } from "../../core/policy/read-pack.ts";
import { isRefusal, refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import type { Plazo } from "../plazo.ts";
import { publishPolicy } from "./publish-policy.ts";
import type { Publication, PublicationRefusal } from "./publish-policy.ts";
import type { PolicyVersion } from "../../core/policy/policy.ts";

/** The name of a pack's own text where its places are told. */
export const packFile = "policy.yaml";

/** What a pack's text comes to. */
export interface CheckedSource {
  /** Mistakes and doubts of reading it, at their places. */
  readonly problems: readonly PackProblem[];
  /** The pack, where it has no mistake; null: it cannot be read. */
  readonly read: ReadPack | null;
  readonly findings: readonly Finding[];
  readonly examples: readonly ExampleResult[];
  /** Whether it can be published: no mistake, no contradiction, no worked example that fails. */
  readonly sound: boolean;
}

/** Reads a pack's text as the desk's, and looks through it with the linter and its own worked examples. */
export async function checkSource(
  plazo: Pick<Plazo, "effects">,
  desk: string,
  source: string,
): Promise<CheckedSource> {
  const read = readPack(source, packFile, await plazo.effects.packParts(desk));
  if ("problems" in read)
    return { problems: read.problems, read: null, findings: [], examples: [], sound: false };
  const findings = lintPack(read);
  const examples = checkExamples(read.policy);
  const sound =
    findings.every(({ level }) => level !== "error") && examples.every(({ passed }) => passed);
  return { problems: read.warnings, read, findings, examples, sound };
}

/**
 * Publishes a pack's text: read, looked through, and then as `publishPolicy`. Refuses `pack-broken`,
 * `policy-of-another` (its id is another desk's), and what publishing refuses.
 */
export async function publishSource(
  plazo: Plazo,
  desk: string,
  publication: Omit<Publication, "policy">,
): Promise<PolicyVersion | PublicationRefusal | Refusal<"pack-broken" | "policy-of-another">> {
  const checked = await soundPolicy(plazo, desk, publication.source);
  if (isRefusal(checked)) return checked;
  return publishPolicy(plazo, desk, { ...publication, policy: checked.policy });
}

/** The policy of a text that could be published at the desk. Refuses `pack-broken` and `policy-of-another`. */
export async function soundPolicy(
  plazo: Pick<Plazo, "effects">,
  desk: string,
  source: string,
): Promise<ReadPack | Refusal<"pack-broken" | "policy-of-another">> {
  const { read, sound } = await checkSource(plazo, desk, source);
  if (read === null || !sound) return refuse("pack-broken", { field: "source" });
  const { id } = read.policy.desk;
  return id === desk ? read : refuse("policy-of-another", { field: "source", facts: { desk: id } });
}
