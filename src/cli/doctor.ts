import { access, constants, stat } from "node:fs/promises";
import { connect } from "node:net";
import { findRunningPostgres } from "../store/embedded/start.ts";
import { closeDatabase, openDatabase } from "../store/connect.ts";
import { reachable } from "../store/health.ts";
import { countMailboxes } from "../store/mailbox-state.ts";
import { settle } from "../store/settle.ts";
import { acrossDesks } from "../store/transaction.ts";
import { cliWords } from "../words/cli/words.ts";
import { doctorWords } from "../words/cli/doctor.ts";
import type { Finding } from "../words/cli/doctor.ts";
import type { Invocation } from "./commands.ts";
import { readConfig } from "./config.ts";
import type { Config } from "./config.ts";
import { readHost } from "./host.ts";
import { readPacks } from "./packs.ts";

/** Milliseconds that the doctor waits for somebody to answer. */
const patience = 3_000;

/** `plazo doctor`: says what is wrong and how to mend it; exit code 1 where something is wrong. */
export async function runDoctor(invocation: Invocation): Promise<number> {
  const { io, language } = invocation;
  const say = doctorWords(language);
  const findings = await examine(invocation);
  for (const finding of findings) {
    const mark = { fine: "✓", note: "·", wrong: "✗" }[finding.state];
    const words =
      finding.state === "fine"
        ? say.fine(finding.facts)
        : say.findings[finding.code](finding.facts);
    io.out(`${mark} ${say.names[finding.check]}: ${words}`);
  }
  const wrong = findings.filter(({ state }) => state === "wrong").length;
  io.out(wrong === 0 ? say.healthy : say.ill(wrong));
  return wrong === 0 ? 0 : 1;
}

async function examine(invocation: Invocation): Promise<Finding[]> {
  const { environment, root, cwd, language, pid, version } = invocation;
  const findings: Finding[] = [runtime(version)];
  const read = readConfig(environment, root, cwd);
  if ("problems" in read) {
    const say = cliWords(language);
    return [
      ...findings,
      ...read.problems.map(({ setting, value, code }): Finding => {
        return {
          check: "settings",
          state: "wrong",
          code: "setting-wrong",
          facts: { words: say.setting(setting, value, code) },
        };
      }),
    ];
  }
  const { config } = read;
  const running = await runningOn(config, pid);
  return [
    ...findings,
    { check: "settings", state: "fine", facts: {} },
    ...(await packs(config)),
    await dataFolder(config, running),
    await database(config, running),
    await mail(config),
    ...(await mailboxes(config, pid)),
    await port(config),
  ];
}

function runtime(version: string): Finding {
  if (Number(version.split(".")[0]) >= 26)
    return { check: "runtime", state: "fine", facts: { what: `(Node ${version})` } };
  return { check: "runtime", state: "wrong", code: "runtime-old", facts: { found: version } };
}

async function packs({ policies, desks }: Config): Promise<Finding[]> {
  const { packs: sound, broken } = await readPacks(policies, desks);
  const wrong = broken.map(({ file }): Finding => {
    return { check: "packs", state: "wrong", code: "pack-broken", facts: { file } };
  });
  if (sound.length + broken.length === 0) {
    return [{ check: "packs", state: "wrong", code: "no-packs", facts: { folder: policies } }];
  }
  const what = `(${sound.map(({ policy }) => policy.desk.id).join(", ")})`;
  return wrong.length > 0 ? wrong : [{ check: "packs", state: "fine", facts: { what } }];
}

async function runningOn(
  { databaseUrl, dataFolder: folder }: Config,
  pid: number,
): Promise<boolean> {
  return databaseUrl === null && (await findRunningPostgres(folder, readHost(pid))) !== undefined;
}

async function dataFolder({ dataFolder: folder }: Config, running: boolean): Promise<Finding> {
  if (running)
    return { check: "data-folder", state: "note", code: "folder-in-use", facts: { folder } };
  const exists = await stat(folder).then(
    () => true,
    () => false,
  );
  if (!exists)
    return { check: "data-folder", state: "note", code: "folder-new", facts: { folder } };
  const why = await access(folder, constants.W_OK).then(
    () => null,
    (fault: NodeJS.ErrnoException) => fault.code ?? fault.message,
  );
  if (why === null) return { check: "data-folder", state: "fine", facts: { what: `(${folder})` } };
  return {
    check: "data-folder",
    state: "wrong",
    code: "folder-unwritable",
    facts: { folder, why },
  };
}

async function database({ databaseUrl }: Config, running: boolean): Promise<Finding> {
  if (databaseUrl === null) {
    if (running) return { check: "database", state: "fine", facts: {} };
    return { check: "database", state: "note", code: "database-not-started", facts: {} };
  }
  const why = await reachable({ kind: "url", url: databaseUrl });
  if (why === null) return { check: "database", state: "fine", facts: {} };
  return { check: "database", state: "wrong", code: "database-unreachable", facts: { why } };
}

async function mail({ smtpUrl }: Config): Promise<Finding> {
  if (smtpUrl === null) return { check: "mail", state: "note", code: "mail-kept", facts: {} };
  const { hostname, port: given, protocol } = new URL(smtpUrl);
  const why = await knock(hostname, Number(given || (protocol === "smtps:" ? 465 : 25)));
  if (why === null) return { check: "mail", state: "fine", facts: { what: `(${hostname})` } };
  return { check: "mail", state: "wrong", code: "mail-unreachable", facts: { why } };
}

/** How the mailboxes go, where the database is at hand. */
async function mailboxes(config: Config, pid: number): Promise<Finding[]> {
  const found = await settle(mailboxCounts(config, pid));
  if ("fault" in found || found.value === null || found.value.all === 0) return [];
  const { all, silent, aside } = found.value;
  if (silent > 0)
    return [
      { check: "mailboxes", state: "wrong", code: "mailboxes-silent", facts: { all, silent } },
    ];
  if (aside > 0)
    return [{ check: "mailboxes", state: "wrong", code: "mail-aside", facts: { aside } }];
  return [{ check: "mailboxes", state: "fine", facts: { what: `(${all})` } }];
}

async function mailboxCounts({ databaseUrl, dataFolder: folder }: Config, pid: number) {
  const connection =
    databaseUrl === null
      ? await findRunningPostgres(folder, readHost(pid))
      : ({ kind: "url", url: databaseUrl } as const);
  if (connection === undefined) return null;
  const db = await openDatabase({ connection });
  return acrossDesks(db, (tx) => countMailboxes(tx)).finally(() => closeDatabase(db));
}

async function port({ host, port: wanted }: Config): Promise<Finding> {
  const why = await knock(host === "0.0.0.0" ? "127.0.0.1" : host, wanted);
  if (why !== null) return { check: "port", state: "fine", facts: { what: `(${wanted})` } };
  return { check: "port", state: "note", code: "port-busy", facts: { port: wanted } };
}

/** `null` where somebody listens; else why not. */
function knock(host: string, at: number): Promise<string | null> {
  return new Promise((answer) => {
    const socket = connect({ host, port: at, timeout: patience });
    const end = (why: string | null): void => {
      socket.destroy();
      answer(why);
    };
    socket.once("connect", () => end(null));
    socket.once("timeout", () => end("ETIMEDOUT"));
    socket.once("error", (fault: NodeJS.ErrnoException) => end(fault.code ?? fault.message));
  });
}
