import { inLanguage } from "../core/policy/text.ts";
import { openDesk } from "../desk/desks/open-desk.ts";
import { emptyCaches } from "../desk/caches.ts";
import { acknowledgementLimits } from "../desk/plazo.ts";
import type { Plazo } from "../desk/plazo.ts";
import { makeEntry } from "../desk/staff/entry.ts";
import { listMembers, setMember } from "../desk/staff/members.ts";
import { queueCounts } from "../desk/tickets/queue.ts";
import { keptMail } from "../channels/email/send.ts";
import { closeDatabase, openDatabase } from "../store/connect.ts";
import type { Instant } from "../core/time/instant.ts";
import { acrossDesks } from "../store/transaction.ts";
import { cliWords } from "../words/cli/words.ts";
import type { Invocation } from "./commands.ts";
import { peopleOf } from "./demo/people.ts";
import { readDemoScript } from "./demo/script.ts";
import type { DemoScript } from "./demo/script.ts";
import { seedDesk } from "./demo/seed.ts";
import type { Seeding } from "./demo/seed.ts";
import { isUnfinished, markFinished, markUnfinished } from "./demo/unfinished.ts";
import type { Pack } from "./packs.ts";
import { prepare, serveReady } from "./serve.ts";
import type { Standing } from "./serve.ts";

/**
 * `plazo demo`: the desks with people and three months of tickets, in a data folder of their own,
 * and a one-time link for each role. Seeds only once; the links are new at each start. A past that was
 * cut off is not gone on with: a folder that holds one is refused.
 */
export async function runDemo(invocation: Invocation): Promise<number> {
  const { environment, root } = invocation;
  const folder = environment["PLAZO_DATA"] ?? `${root}/.plazo/demo`;
  const ready = await prepare({
    ...invocation,
    environment: { PLAZO_SECOND_FACTOR: "optional", ...environment, PLAZO_DATA: folder },
  });
  if ("exit" in ready) return ready.exit;
  const { dataFolder } = ready.config;
  if (isUnfinished(dataFolder)) {
    invocation.io.err(cliWords(invocation.language).demoUnfinished(dataFolder));
    return 3;
  }
  return serveReady(invocation, { ...ready, first: (standing) => furnish(invocation, standing) });
}

/** Gives every desk people, and those that have a script their past; answers with the links to print. */
async function furnish(
  { io, language, stopped }: Invocation,
  standing: Standing,
): Promise<readonly string[]> {
  const { dataFolder } = standing.ready.config;
  let isStopped = false;
  void stopped.then(() => (isStopped = true));
  const say = cliWords(language);
  const lines: string[] = [];
  const desks = await Promise.all(
    standing.ready.packs.map(async (pack) => {
      const found = await readDemoScript(pack.file);
      return { pack, desk: pack.policy.desk.id, found, script: found?.script };
    }),
  );
  const told = new Set<string>();
  for (const [desk, staff] of peopleOf(desks)) await hire(standing, desk, staff);
  for (const { pack, desk, found } of desks) {
    if (found === undefined) continue;
    if (!(await isFurnished(standing, desk))) {
      io.out(say.seeding(inLanguage(pack.policy.desk.name, language)));
      await markUnfinished(dataFolder);
      const filed = await seed(standing, pack, { ...found, isStopped: () => isStopped });
      if (isStopped) return [];
      await markFinished(dataFolder);
      io.out(say.seeded(filed));
    }
    const people = await entryLines(standing, { desk, told }, language);
    if (people.length === 0) continue;
    lines.push(say.entriesOf(inLanguage(pack.policy.desk.name, language)), ...people);
  }
  return lines.length === 0 ? lines : [say.entries, ...lines];
}

async function hire(
  { composed }: Standing,
  desk: string,
  staff: DemoScript["staff"],
): Promise<void> {
  const { plazo, auth } = composed;
  for (const { name, email, role, level } of staff) {
    const userId = await auth.identify({ name, email, password: null });
    await setMember(plazo, { desk, userId, name, email, role, level });
  }
}

async function isFurnished({ composed }: Standing, desk: string): Promise<boolean> {
  const { open, solved } = await queueCounts(composed.plazo, desk, { staff: "" });
  return open + solved > 0;
}

/** Seeds through a second set of connections whose clock is moved by hand. */
async function seed(
  { database, composed }: Standing,
  pack: Pack,
  found: Pick<Seeding, "script" | "folder" | "isStopped">,
): Promise<number> {
  const until = await acrossDesks(composed.plazo.db, (tx) => Promise.resolve(tx.began));
  const clock = { now: until };
  const db = await openDatabase({
    connection: database.connection,
    durable: false,
    time: { kind: "driven", read: () => clock.now },
  });
  const plazo: Plazo = {
    ...composed.plazo,
    db,
    // Three months pass in seconds: nothing leaves, and no limit by the hour means anything.
    effects: { ...composed.plazo.effects, mail: keptMail },
    settings: {
      ...composed.plazo.settings,
      acknowledgements: { ...acknowledgementLimits, perAddress: 1_000, perSource: 1_000 },
    },
    caches: emptyCaches(),
  };
  await openDesk(plazo, pack);
  const desk = pack.policy.desk.id;
  const moveTo = (at: Instant): void => void (clock.now = Math.max(at, 0));
  const members = await listMembers(plazo, desk);
  return seedDesk({ plazo, desk, ...found, members, moveTo, until }).finally(() =>
    closeDatabase(db),
  );
}

async function entryLines(
  { composed }: Standing,
  { desk, told }: { readonly desk: string; readonly told: Set<string> },
  language: "es" | "en",
): Promise<string[]> {
  const say = cliWords(language);
  const lines: string[] = [];
  for (const { userId, name, email, role, also = [], level } of await listMembers(
    composed.plazo,
    desk,
  )) {
    // Whoever works at several desks enters once for all of them.
    if (told.has(userId)) continue;
    told.add(userId);
    const grants = [{ desk, role, also, level }];
    const { link } = await makeEntry(composed.plazo, {
      purpose: "sign-in",
      userId,
      name,
      email,
      grants,
    });
    lines.push(say.entry(name, say.roles[role], link));
  }
  return lines;
}
