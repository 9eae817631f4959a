import { chmod, mkdir, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import process from "node:process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshDatabase } from "../kit/database.ts";
import { dataFolder, freePort, postmasterOf, serve, start } from "../kit/served.ts";
import type { Served } from "../kit/served.ts";

let data: Awaited<ReturnType<typeof dataFolder>>;
let server: Served;
beforeAll(async () => {
  data = await dataFolder();
  server = await serve(data.path, await freePort());
});
afterAll(async () => {
  await server.stop();
  await data.remove();
});

/** Starts what must not come up, and gives its exit code and words. */
async function refused(
  environment: Readonly<Record<string, string>>,
): Promise<readonly [number | null, string]> {
  const { said, ended } = start(["serve"], { environment });
  const code = await ended;
  expect(said()).not.toMatch(/\bat .*\.ts:\d+/u);
  return [code, said()];
}

describe("a start that cannot be", () => {
  it("of a second Plazo on the same data folder ends with 3 and says who has it; the first goes on", async () => {
    const [code, words] = await refused({ PLAZO_DATA: data.path, PORT: String(await freePort()) });
    expect(code).toBe(3);
    expect(words).toContain(`La carpeta de datos ${data.path} ya la usa otro Plazo`);
    expect(words).toContain(String(server.child.pid));
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
  });

  it("on a port in use ends with 4, names the port, and leaves no database running behind it", async () => {
    const other = await dataFolder();
    const taken = createServer();
    await new Promise<void>((ready) => void taken.listen(0, "127.0.0.1", ready));
    const address = taken.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const [code, words] = await refused({ PLAZO_DATA: other.path, PORT: String(port) });
    expect(code).toBe(4);
    expect(words).toContain(`El puerto ${port} está ocupado.`);
    await expect(readFile(join(other.path, "postgres/data/postmaster.pid"))).rejects.toMatchObject({
      code: "ENOENT",
    });
    taken.close();
    await other.remove();
  });

  it("on a data folder of another PostgreSQL ends with 3, says both versions and the way over, and touches nothing", async () => {
    const other = await dataFolder();
    const version = join(other.path, "postgres/data/PG_VERSION");
    await mkdir(join(other.path, "postgres/data"), { recursive: true });
    await writeFile(version, "15\n");
    const [code, words] = await refused({ PLAZO_DATA: other.path, PORT: String(await freePort()) });
    expect(code).toBe(3);
    expect(words).toContain("es de PostgreSQL 15");
    expect(words).toContain("plazo export");
    expect(await readFile(version, "utf8")).toBe("15\n");
    await other.remove();
  });

  it.skipIf(process.getuid?.() === 0)(
    "in a folder that cannot be written ends with 3 and says so",
    async () => {
      const other = await dataFolder();
      await mkdir(other.path);
      await chmod(other.path, 0o500);
      const [code, words] = await refused({
        PLAZO_DATA: other.path,
        PORT: String(await freePort()),
      });
      expect(code).toBe(3);
      expect(words).toContain("No se puede escribir en");
      await chmod(other.path, 0o700);
      await other.remove();
    },
  );

  it.each(["/proc/plazo/data", import.meta.filename, join(import.meta.filename, "data")])(
    "where %s cannot be a folder ends with 3 and says so, as root too",
    async (path) => {
      const [code, words] = await refused({ PLAZO_DATA: path, PORT: String(await freePort()) });
      expect(code).toBe(3);
      expect(words).toContain(`No se puede escribir en ${path}`);
    },
  );

  it("with a database of one's own and no folder for its files ends with 3 and says so", async () => {
    const database = await freshDatabase();
    const { connection } = database;
    if (connection.kind !== "socket") throw new Error("the tests' own server is on a socket");
    const { folder, port } = connection;
    const [code, words] = await refused({
      DATABASE_URL: `postgres://plazo_owner@localhost:${port}/${connection.database}?host=${encodeURIComponent(folder)}`,
      PLAZO_DATA: import.meta.filename,
      PORT: String(await freePort()),
    });
    expect(code).toBe(3);
    expect(words).toContain(`No se puede escribir en ${import.meta.filename}`);
    await database.close();
  });

  it("with another secret than the database's ends with 3 and says how to change it on purpose", async () => {
    const other = await dataFolder();
    const settings = { PLAZO_DATA: other.path, PORT: String(await freePort()) };
    await (await serve(other.path, Number(settings.PORT))).stop();
    const file = join(other.path, "secret.key");
    const [own, another] = [await readFile(file, "utf8"), "ab".repeat(32)];
    await writeFile(file, another);
    const [code, words] = await refused(settings);
    expect(code).toBe(3);
    expect(words).toContain(`El secreto de ${file} no es aquél con el que se inició`);
    expect(words).toContain("plazo secret accept");
    const worker = { ...settings, PLAZO_SECRET: "cd".repeat(32) };
    expect((await refused(worker))[1]).toContain("El secreto de PLAZO_SECRET no es aquél");
    const accepting = start(["secret", "accept"], { environment: settings });
    expect(await accepting.ended).toBe(0);
    expect(accepting.said()).toContain("es ahora el de esta base de datos");
    await (await serve(other.path, Number(settings.PORT))).stop();
    await writeFile(file, `${own.slice(0, 40)}\n`);
    const [damaged, told] = await refused(settings);
    expect(damaged).toBe(3);
    expect(told).toContain(`${file} no contiene un secreto`);
    expect(await readFile(file, "utf8")).toBe(`${own.slice(0, 40)}\n`);
    await writeFile(file, own);
    expect((await refused(settings))[0]).toBe(3);
    await other.remove();
  });

  it("of settings that cannot be ends with 2 and names every one", async () => {
    const [code, words] = await refused({
      PLAZO_DATA: data.path,
      PORT: "70000",
      SMTP_URL: "ftp://x:clave@y",
      PLAZO_DESKS: "Hib 2b",
    });
    expect(code).toBe(2);
    for (const named of ["PORT=70000", "SMTP_URL=…", "PLAZO_DESKS"]) expect(words).toContain(named);
    expect(words).not.toContain("clave");
  });
});

describe("a desk whose output nobody reads any more", () => {
  it("stops when it is told to, database and all", async () => {
    const other = await dataFolder();
    const cut = await serve(other.path, await freePort());
    cut.child.stdout?.destroy();
    cut.child.stderr?.destroy();
    expect(await cut.stop()).toBe(0);
    await expect(postmasterOf(other.path)).rejects.toMatchObject({ code: "ENOENT" });
    await other.remove();
  });
});
