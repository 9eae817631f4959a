import type { Logger } from "pino";
import { isRefusal } from "../core/refusal.ts";
import { inLanguage } from "../core/policy/text.ts";
import { openDesk } from "../desk/desks/open-desk.ts";
import { makeSetUp } from "../desk/staff/entry.ts";
import { openLive } from "../http/live/live.ts";
import { listen } from "../http/listen.ts";
import { makeLog } from "../http/log.ts";
import { startWorker } from "../jobs/worker.ts";
import type { Worker } from "../jobs/worker.ts";
import { cliRefusal } from "../words/cli/refusal.ts";
import { cliWords } from "../words/cli/words.ts";
import { configOf } from "./asked.ts";
import { compose } from "./compose.ts";
import type { Composed } from "./compose.ts";
import type { Invocation } from "./commands.ts";
import type { Config } from "./config.ts";
import { readyDatabase } from "./database.ts";
import type { ReadyDatabase } from "./database.ts";
import { brokenLines } from "./pack-lines.ts";
import { giveBackSoon } from "./give-back.ts";
import { startMailIn } from "./mail-in.ts";
import { readPacks } from "./packs.ts";
import type { Pack } from "./packs.ts";
import { hasSecret } from "./secret.ts";
import { webApp } from "./web-app.ts";

/** What serving needs, read and checked before anything is started. */
export interface Ready {
  readonly config: Config;
  readonly packs: readonly Pack[];
  /** Done when the desks stand and before anything is served; gives lines to print at the end. */
  readonly first?: (running: Standing) => Promise<readonly string[]>;
}

/** The desks, standing: their database, what acts on them, the log. */
export interface Standing {
  readonly ready: Ready;
  readonly database: ReadyDatabase;
  readonly composed: Composed;
  readonly log: Logger;
}

/** `plazo serve`: brings everything up, prints where it is, and runs until it is told to stop. */
export async function runServe(invocation: Invocation): Promise<number> {
  const ready = await prepare(invocation);
  return "exit" in ready ? ready.exit : serveReady(invocation, ready);
}

/** Reads settings and packs; what is wrong with them is said, with the exit code. */
export async function prepare(invocation: Invocation): Promise<Ready | { readonly exit: number }> {
  const { io, language } = invocation;
  const say = cliWords(language);
  const config = configOf(invocation);
  if (config === null) return { exit: 2 };
  if (config.role === "worker" && !(await hasSecret(config.dataFolder, config.secret))) {
    io.err(say.setting("PLAZO_ROLE", config.role, "worker-without-secret"));
    return { exit: 2 };
  }
  const { packs, known, broken } = await readPacks(config.policies, config.desks);
  for (const pack of broken) {
    io.err(say.brokenPack(pack.file));
    for (const line of brokenLines(pack, language)) io.err(`  ${line}`);
  }
  const missing = config.desks?.find((desk) => !known.includes(desk));
  if (missing !== undefined && broken.length === 0) io.err(say.unknownDesk(missing, known));
  if (packs.length === 0 && broken.length === 0 && missing === undefined)
    io.err(say.noPacks(config.policies));
  const ids = packs.map(({ policy }) => policy.desk.id);
  const twice = ids.find((id, at) => ids.indexOf(id) !== at);
  if (twice !== undefined)
    io.err(
      say.deskTwice(
        twice,
        packs.filter((one) => one.policy.desk.id === twice).map(({ file }) => file),
      ),
    );
  if (twice !== undefined || packs.length === 0 || missing !== undefined || broken.length > 0)
    return { exit: 2 };
  return { config, packs };
}

/** Serves what was prepared until the process is told to stop; gives the exit code. */
export async function serveReady(invocation: Invocation, ready: Ready): Promise<number> {
  const { io, language, pid } = invocation;
  const { config } = ready;
  const say = cliWords(language);
  const log = makeLog(config.logLevel);
  const database = await readyDatabase(config, {
    pid,
    log: (line) => log.info(line),
    ...(invocation.time === undefined ? {} : { time: invocation.time }),
  });
  if (isRefusal(database)) {
    io.err(cliRefusal(database, say));
    return 3;
  }
  const composed = await compose(config, database, log);
  if (isRefusal(composed)) {
    io.err(cliRefusal(composed, say));
    await database.close();
    return 3;
  }
  for (const pack of ready.packs) {
    const { outcome, number } = await openDesk(composed.plazo, pack);
    if (outcome !== "set-aside") continue;
    log.warn({ desk: pack.policy.desk.id, file: pack.file, version: number }, "file set aside");
    io.err(say.fileAside(pack.file, number));
  }
  const standing = { ready, database, composed, log };
  const lines = (await ready.first?.(standing)) ?? [];
  const code = await run(invocation, standing, lines);
  await composed.close();
  await database.close();
  return code;
}

async function run(
  invocation: Invocation,
  running: Standing,
  lines: readonly string[],
): Promise<number> {
  const { io, language, stopped } = invocation;
  const { config } = running.ready;
  const say = cliWords(language);
  const state = { stopping: false, live: openLive(running.composed.plazo) };
  const web = config.role === "worker" ? null : await listen(webApp(running, state), config);
  if (web !== null && isRefusal(web)) {
    io.err(cliRefusal(web, say));
    return 4;
  }
  const mailIn = config.role === "web" ? null : await startMailIn(running);
  if (isRefusal(mailIn)) {
    io.err(cliRefusal(mailIn, say));
    await web?.stop(0);
    return 4;
  }
  const worker = config.role === "web" ? null : work(running);
  if (web === null) io.out(say.workerReady);
  else await announce(invocation, running, web.port);
  for (const line of lines) io.out(line);
  const keep = giveBackSoon();
  await stopped;
  keep();
  state.stopping = true;
  io.out(say.stopping);
  // Streams never end by themselves: whoever reads one is told, and comes back to the next process.
  await state.live.close();
  await web?.stop();
  await Promise.all([worker?.stop(), mailIn?.stop()]);
  return 0;
}

function work({ composed, log }: Standing): Worker {
  return startWorker(composed.plazo, {
    onRound: (round) => {
      for (const { desk, number, fault } of round.aside)
        log.error({ desk, number, err: fault }, "ticket put aside");
      for (const fault of round.faults) log.error({ err: fault }, "message not delivered");
    },
    onFault: (fault) => log.error({ err: fault }, "worker"),
  });
}

/** Prints where to look first, and the one-time links that are due. */
async function announce(
  { io, language }: Invocation,
  { ready, composed }: Standing,
  port: number,
): Promise<void> {
  const { config, packs } = ready;
  const say = cliWords(language);
  const url = config.port === 0 ? `http://${config.host}:${port}` : config.url;
  io.out(say.ready(`${url}/`));
  for (const { policy } of packs)
    io.out(say.desk(inLanguage(policy.desk.name, language), `${url}/d/${policy.desk.id}/`));
  io.out(say.workspace(`${url}/app`));
  if (config.smtpUrl === null) io.out(say.mailKept(`${url}/app`));
  const desks = packs.map(({ policy }) => policy.desk.id);
  const setUp = await makeSetUp(composed.plazo, desks);
  if (setUp !== null) io.out(say.setUp(setUp.link, config.secondFactor === "required"));
}
