import { join } from "node:path";
import { withArticles } from "../../src/cli/articles.ts";
import { calendarsOf } from "../../src/core/policy/bind.ts";
import type { Policy, PolicyVersion } from "../../src/core/policy/policy.ts";
import { readPack } from "../../src/core/policy/read-pack.ts";
import { manualPage } from "../../src/site/manual/manual.ts";
import type { ManualPaper } from "../../src/site/manual/document.ts";
import { projectText, sharedParts } from "./policy-packs.ts";

/** Every pack of the project. */
export const packs = [
  "hib2b",
  "factura-inteligente",
  "cfd-connect",
  "interfactura",
  "erp-clubes",
  "minimal",
] as const;

const effective = Date.parse("2026-11-02T15:00:00Z");

/** A pack's policy with its articles, compiled as the command does. */
export async function packPolicy(pack: string): Promise<Policy> {
  const folder = join(import.meta.dirname, "../../policies", pack);
  const parts = await withArticles(sharedParts, folder);
  const read = readPack(projectText(`policies/${pack}/policy.yaml`), "policy.yaml", parts);
  if ("problems" in read) throw new Error(JSON.stringify(read.problems));
  return read.policy;
}

/** A policy as the first version of its desk. */
export function firstVersion(policy: Policy): PolicyVersion {
  return { desk: policy.desk.id, number: 1, effective, policy, hash: "0123456789abcdef" };
}

/** A manual on paper, in force. */
export function paperOf(policy: Policy, language: "es" | "en"): ManualPaper {
  const version = firstVersion(policy);
  return {
    version,
    calendars: calendarsOf(policy, []),
    standing: { is: "in-force", until: null },
    path: `/d/${policy.desk.id}/manual`,
    language,
    url: "https://plazo.example.com",
  };
}

/** The page of a manual in force, as it is served; or as it is put on paper. */
export async function pageOf(
  policy: Policy,
  language: "es" | "en",
  medium: "screen" | "paper" = "screen",
): Promise<string> {
  const { url: _url, ...paper } = paperOf(policy, language);
  const here = { now: effective, zone: policy.desk.zone, language };
  const reader = { language, chosen: true };
  return String(await manualPage({ ...paper, reader, here, medium }));
}
