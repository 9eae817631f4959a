import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { projectText } from "../../test/kit/policy-packs.ts";
import { policyCheck } from "./policy-check.ts";
import { policySchemaJson } from "./policy-schema.ts";

const folder = await mkdtemp(join(tmpdir(), "plazo packs "));
afterAll(() => rm(folder, { recursive: true }));

const minimal = projectText("test/fixtures/packs/minimal.yaml");

async function check(
  text: string | null,
  more: { json?: boolean; strict?: boolean; language?: "es" | "en" } = {},
) {
  const path = join(folder, "policy.yaml");
  if (text !== null) await writeFile(path, text);
  const out: string[] = [];
  const err: string[] = [];
  const args = {
    path: text === null ? join(folder, "nothing.yaml") : path,
    json: more.json ?? false,
    strict: more.strict ?? false,
    language: more.language ?? ("es" as const),
  };
  const code = await policyCheck(args, {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
  });
  return { code, out, err, path };
}

describe("plazo policy check", () => {
  it("says of a sound pack what it promises, which readings it took and that its examples hold", async () => {
    const { code, out } = await check(projectText("policies/hib2b/policy.yaml"));
    expect(code).toBe(0);
    expect(out[0]).toMatch(
      /:19:5: decidido: el manual dice que 8 horas son un día y la jornada de «oficina» es de 9 horas \(day-says-otherwise\)$/,
    );
    expect(out[1]).toMatch(/:19:5 \[HB-14\] day: \{ is: 8h, clause: HB-14/);
    expect(out[2]).toMatch(/:17:5 \[HB-3, HB-13\] open: \{ mon-fri: "09:00-18:00" \}$/);
    expect(out[3]).toMatch(/^ {2}lectura adoptada: la jornada es de nueve horas/);
    expect(out).toContain("Contradicciones: 0 errores, 0 avisos, 1 decidida por el manual");
    expect(out.find((line) => line.startsWith("Lecturas"))).toMatch(
      /^Lecturas adoptadas donde el manual calla o se contradice: \d+$/,
    );
    expect(out).toContain(
      "  channels.phone [HB-6]: el teléfono se atiende en el mismo horario que el correo",
    );
    expect(out.at(-2)).toBe("Ejemplos del manual: 7 se cumplen, 0 no");
    expect(out.at(-1)).toMatch(
      /^Mesa de ayuda del Portal de Proveedores HIB2B: manual correcto, 3 relojes/,
    );
  });

  it("takes a pack's folder for its policy.yaml", async () => {
    await check(minimal);
    const out: string[] = [];
    const code = await policyCheck(
      { path: folder, json: false, language: "es" },
      { out: (line) => out.push(line), err: () => undefined },
    );
    expect([code, out.length]).toEqual([0, 2]);
  });

  it("is as quick with thousands of mistakes, and suggests no word for itself", async () => {
    const keys = Array.from({ length: 8_000 }, (_, n) => `clave-${n}: 1`);
    const { code, out } = await check([minimal, ...keys, "within: 4h"].join("\n"));
    expect(code).toBe(1);
    expect(out.at(-1)).toBe("8001 errores");
    expect(out.at(-2)).toMatch(/:1: error: aquí no se conoce la clave «within» \(unknown-key\)$/);
  }, 20_000);

  it("says of bytes that are no UTF-8 where the first stands", async () => {
    const latin = Buffer.from(minimal.replace("No impide", "Así no impide"), "latin1");
    const path = join(folder, "latin.yaml");
    await writeFile(path, latin);
    const out: string[] = [];
    const io = { out: (line: string) => out.push(line), err: () => undefined };
    expect(await policyCheck({ path, json: false, language: "es" }, io)).toBe(1);
    expect(out).toEqual([
      `${path}:9:13: error: aquí hay un carácter que no es de texto: guarde el archivo en UTF-8 (not-text)`,
      "1 error",
    ]);
  });

  it("points at each mistake as editors understand it, in both languages", async () => {
    const broken = minimal.replace("[mx-lft]", "[mx-ltf]");
    const es = await check(broken);
    expect(es.code).toBe(1);
    expect(es.out).toEqual([
      `${es.path}:6:57: error: «mx-ltf» no es ninguna tabla de feriados; ¿quiso decir «mx-lft»? (refers-to-nothing)`,
      "1 error",
    ]);
    const en = await check(broken, { language: "en" });
    expect(en.out[0]).toBe(
      `${en.path}:6:57: error: "mx-ltf" is not a table of holidays; did you mean "mx-lft"? (refers-to-nothing)`,
    );
  });

  it("fails a manual that contradicts its own example, at the example", async () => {
    const { code, out, path } = await check(
      minimal.replace("2026-11-23 12:00", "2026-11-23 13:00"),
    );
    expect(code).toBe(1);
    expect(out[0]).toBe(
      `${path}:22:65: error: el ejemplo de «primer-contacto» dice lunes 23 de noviembre, 13:00 (hora del centro) y los plazos del manual dan lunes 23 de noviembre, 12:00 (hora del centro) (example-fails)`,
    );
    expect(out.at(-1)).toBe("1 error");
  });

  it("warns and passes where a pack is only doubtful", async () => {
    const { code, out, path } = await check(minimal.replace("grave: 8h", "grave: 64h"), {
      language: "en",
    });
    expect(code).toBe(0);
    expect(out[0]).toBe(
      `${path}:18:28: warning: "grave" is graver than "normal" and is promised for later (promise-against-gravity)`,
    );
  });

  it("quotes both clauses that contradict each other, and fails for them only when it is strict", async () => {
    const doubtful = projectText("test/fixtures/lint-packs/week-says-otherwise.yaml");
    const { code, out, path } = await check(doubtful, { language: "en" });
    expect(code).toBe(0);
    expect(out.slice(0, 4)).toEqual([
      `${path}:8:5: warning: the manual says 5x8 and "oficina" opens 5 days a week, 10 hours each (week-says-otherwise)`,
      `  ${path}:8:5 [CC-15] says: { is: 5x8, clause: CC-15 }`,
      `  ${path}:6:5 [CC-15] open: { mon-fri: "09:00-19:00" }`,
      "Contradictions: 0 errors, 1 warning, 0 decided by the manual",
    ]);
    expect((await check(doubtful, { strict: true })).code).toBe(1);
    const decided = projectText("test/fixtures/lint-packs/week-decided.yaml");
    expect((await check(decided, { strict: true })).code).toBe(0);
  });

  it("fails a manual with what cannot be, strict or not, and gives it as data too", async () => {
    const text = projectText("test/fixtures/lint-packs/channel-never-opens.yaml");
    expect((await check(text)).code).toBe(1);
    const { code, out } = await check(text, { json: true, language: "en" });
    expect(code).toBe(1);
    expect(JSON.parse(out.join(""))).toMatchObject({
      ok: false,
      findings: [
        { code: "clock-never-starts", level: "error" },
        {
          code: "channel-never-opens",
          words: 'the channel "phone" never opens: what it needs cannot happen',
          quotes: [{ line: 19, written: "needs: { passed: urgencia }" }, { line: 16 }],
        },
      ],
    });
  });

  it("answers 2 for a file that is not there", async () => {
    const { code, out, err } = await check(null);
    expect([code, out]).toEqual([2, []]);
    expect(err[0]).toMatch(/^No se puede leer .*nothing\.yaml: no existe$/);
  });

  it("gives the same as data with --json", async () => {
    const good = JSON.parse((await check(minimal, { json: true })).out.join("")) as object;
    expect(good).toMatchObject({
      ok: true,
      desk: "minimal",
      problems: [],
      assumptions: [],
      examples: [{ passed: true }],
    });
    const bad = JSON.parse(
      (await check("plazo: 1\n", { json: true, language: "en" })).out.join(""),
    ) as object;
    expect(bad).toMatchObject({
      ok: false,
      problems: [{ code: "missing-key", facts: { key: "desk" }, words: '"desk" is missing' }],
    });
  });
});

describe("the schema for editors", () => {
  it("is the committed one: run the generation when the language changes", () => {
    expect(policySchemaJson()).toBe(projectText("docs/reference/policy.schema.json"));
  });

  it("describes every section of a pack and lets nothing unknown in", () => {
    const schema = JSON.parse(policySchemaJson()) as {
      $defs: Record<string, { properties: object }>;
      $ref?: string;
    };
    const pack =
      schema.$ref === undefined
        ? (schema as unknown as { properties: object; additionalProperties: unknown })
        : (schema.$defs["pack"] as never);
    expect(Object.keys((pack as { properties: object }).properties)).toEqual(
      expect.arrayContaining(["plazo", "desk", "calendars", "clocks", "procedures", "examples"]),
    );
    expect((pack as { additionalProperties: unknown }).additionalProperties).toBe(false);
  });
});
