import { createHmac, randomBytes, randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * The installation's secret, 32 random bytes outside the database: from the setting where there is
 * one (several machines must share it), else from `secret.key` in the data folder, made at the first
 * start and readable by its owner alone.
 */
export async function readSecret(dataFolder: string, setting: string | null): Promise<Uint8Array> {
  if (setting !== null) return Buffer.from(setting, "hex");
  const file = join(dataFolder, "secret.key");
  const kept = await keptSecret(file);
  if (kept !== null) return kept;
  // What was sealed with it is lost with it: nothing is written over, whatever became of it.
  if (existsSync(file))
    throw new Error(`${file} holds no secret: 64 hexadecimal digits are expected`);
  await mkdir(dataFolder, { recursive: true });
  // Written beside and renamed: a start that is killed leaves no half secret.
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, randomBytes(32).toString("hex"), { mode: 0o600 });
  await rename(draft, file);
  const made = await keptSecret(file);
  if (made === null) throw new Error(`${file} holds no secret: it was taken away`);
  return made;
}

/** What a database knows a secret by: 32 bytes that do not give it away. */
export function markOf(secret: Uint8Array): Uint8Array {
  return createHmac("sha256", secret).update("mark of the secret").digest();
}

/** Whether there is a secret already: nothing is made. */
export async function hasSecret(dataFolder: string, setting: string | null): Promise<boolean> {
  return setting !== null || (await keptSecret(join(dataFolder, "secret.key"))) !== null;
}

/** The file of the secret where there is one without a secret in it; null: nothing is wrong. */
export async function damagedSecret(
  dataFolder: string,
  setting: string | null,
): Promise<string | null> {
  const file = join(dataFolder, "secret.key");
  if (setting !== null || !existsSync(file)) return null;
  return (await keptSecret(file)) === null ? file : null;
}

async function keptSecret(file: string): Promise<Uint8Array | null> {
  if (!existsSync(file)) return null;
  const text = (await readFile(file, "utf8")).trim();
  return /^[0-9a-f]{64}$/u.test(text) ? Buffer.from(text, "hex") : null;
}
