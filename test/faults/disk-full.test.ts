import { execFile } from "node:child_process";
import { chmod, mkdtemp, open, rm, rmdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { promisify } from "node:util";
import { afterEach, describe, expect, it } from "vitest";
import { freePort, serve } from "../kit/served.ts";
import type { Served } from "../kit/served.ts";

const run = promisify(execFile);
const canMount = process.platform === "linux" && process.getuid?.() === 0;
if (!canMount)
  console.warn("NOT RUN: a disk that fills, for only root on Linux can make a small one");

let disk = "";
let server: Served | undefined;
afterEach(async () => {
  if (disk === "") return;
  await server?.stop();
  await run("umount", [disk]);
  await rmdir(disk);
});

/** Writes until nothing more goes in. */
async function fill(path: string): Promise<void> {
  const file = await open(path, "w");
  const piece = Buffer.alloc(64 * 1024, 1);
  const full = (fault: NodeJS.ErrnoException): false => {
    if (fault.code !== "ENOSPC") throw fault;
    return false;
  };
  for (const size of [piece.length, 1024]) {
    while (await file.write(piece, 0, size).then(() => true, full));
  }
  await file.close();
}

describe.skipIf(!canMount)("a disk that fills while the desk serves", () => {
  it("turns filing away with 503 and when to come back, keeps what was acknowledged, and goes on once there is room", async () => {
    const text = "No puedo entrar: dice «usuario» y luego nada.";
    const made = await mkdtemp(join(tmpdir(), "plazo-disk-"));
    await run("mount", ["-t", "tmpfs", "-o", "size=220m", "tmpfs", made]);
    disk = made;
    await chmod(disk, 0o711);
    server = await serve(join(disk, "data"), await freePort());
    const { url } = server;
    let sent = 0;
    const file = async (bytes: number): Promise<Response> => {
      sent += 1;
      const body = new FormData();
      body.append("_envio", `disco-lleno-${String(sent).padStart(12, "0")}`);
      body.append("tipo", "contrasena");
      body.append("descripcion", text);
      body.append("quien", "EKU9003173C9");
      body.append("correo", `disco-${sent}@example.com`);
      if (bytes > 0) body.append("adjuntos", new File(["x".repeat(bytes)], "bitacora.txt"));
      return fetch(`${url}/d/hib2b/ayuda`, {
        method: "POST",
        body,
        redirect: "manual",
        headers: { origin: url },
      });
    };
    const pages: string[] = [];
    const acknowledge = (answer: Response): void =>
      void pages.push(answer.headers.get("location") ?? "");

    acknowledge(await file(1_000));
    await fill(join(disk, "filler"));
    const refused = await file(3_000_000);
    const words = await refused.text();
    expect([refused.status, words.slice(0, 600)]).toEqual([503, expect.stringContaining("<html")]);
    expect(refused.headers.get("retry-after")).toMatch(/^\d+$/u);
    expect(words).not.toMatch(/ENOSPC|No space/u);
    expect(words).toContain(text);
    expect(words).toContain("disco-2@example.com");
    expect(words).toContain("bitacora.txt: No pudimos guardar el archivo en este momento");
    const ready = await fetch(`${url}/readyz`);
    expect([ready.status, await ready.json()]).toEqual([
      503,
      { ready: false, why: "disk-full", detail: { folder: join(disk, "data/files") } },
    ]);
    for (let n = 0; n < 40; n += 1) {
      const answer = await file(n % 2 === 0 ? 0 : 40_000);
      await answer.arrayBuffer();
      expect([303, 503]).toContain(answer.status);
      if (answer.status === 303) acknowledge(answer);
    }
    expect((await fetch(`${url}/livez`)).status).toBe(200);

    await rm(join(disk, "filler"));
    const until = performance.now() + 60_000;
    while ((await fetch(`${url}/readyz`)).status !== 200) {
      if (performance.now() > until) throw new Error("it does not come back");
      await new Promise((soon) => void setTimeout(soon, 100));
    }
    const after = await file(100_000);
    expect(after.status).toBe(303);
    acknowledge(after);
    for (const page of pages) expect((await fetch(url + page)).status).toBe(200);
    expect(await server.stop()).toBe(0);
  });
});
