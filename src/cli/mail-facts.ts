import { existsSync } from "node:fs";
import { promises as dns } from "node:dns";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { Facts } from "../channels/email/in/facts.ts";
import type { Policy } from "../core/policy/policy.ts";
import { readPack } from "../core/policy/read-pack.ts";
import type { Instant } from "../core/time/instant.ts";
import { withArticles } from "./articles.ts";
import type { Config } from "./config.ts";
import { readPackFile } from "./read-pack-file.ts";
import { readSecret } from "./secret.ts";
import { readSharedParts } from "./shared-parts.ts";

/** What is asked of the command about the desk. */
export interface AskedDesk {
  /** Null: the mailboxes and folios of every pack are known, and no signature can be verified. */
  readonly desk: string | null;
  readonly now: Instant;
  /** Whether the DNS may be asked who sent a message. */
  readonly dns: boolean;
}

/**
 * What a message is read with where no database is open: the mailboxes and folios of the packs, and
 * the installation's secret where it was made already. Nobody is known, and how the message came is
 * not either. Gives the known desks where the one asked for is not among them.
 */
export async function factsOfDesk(
  config: Config,
  asked: AskedDesk,
): Promise<{ readonly facts: Facts } | { readonly known: readonly string[] }> {
  const policies = await policiesIn(config.policies);
  const chosen = policies.filter(({ desk }) => asked.desk === null || desk.id === asked.desk);
  if (asked.desk !== null && chosen.length === 0)
    return { known: policies.map(({ desk }) => desk.id) };
  const hasSecret = config.secret !== null || existsSync(join(config.dataFolder, "secret.key"));
  return {
    facts: {
      now: asked.now,
      desk: asked.desk,
      mailboxes: chosen.flatMap(({ channels }) =>
        channels.flatMap(({ id, at }) => (id === "mail" && at !== null ? [at] : [])),
      ),
      mailDomain: /@([^<>\s@]+)>?$/u.exec(config.mailFrom)?.[1] ?? null,
      folios: chosen.map(({ desk }) => desk.folio),
      secret:
        hasSecret && asked.desk !== null
          ? await readSecret(config.dataFolder, config.secret)
          : null,
      register: null,
      resolver: asked.dns ? (name, type) => dns.resolve(name, type) as Promise<string[]> : null,
      arrival: null,
    },
  };
}

/** The packs of a folder that compile; whether they are sound is not what is asked here. */
async function policiesIn(folder: string): Promise<Policy[]> {
  if (!existsSync(folder)) return [];
  const shared = await readSharedParts();
  const found: Policy[] = [];
  for (const name of (await readdir(folder)).toSorted()) {
    const file = await readPackFile(join(folder, name));
    if ("why" in file || !file.file.endsWith("policy.yaml")) continue;
    const read = readPack(file.text, file.file, await withArticles(shared, join(folder, name)));
    if (!("problems" in read)) found.push(read.policy);
  }
  return found;
}
