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

async function check(text: string | null, more: { json?: boolean; language?: "es" | "en" } = {}) {
  const path = join(folder, "policy.yaml");
  if (text !== null) await writeFile(path, text);
  const out: string[] = [];
  const err: string[] = [];
  const args = {
    path: text === null ? join(folder, "nothing.yaml") : path,
    json: more.json ?? false,
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
    expect(out[0]).toBe("Lecturas adoptadas donde el manual calla o se contradice: 8");
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

  it("answers 2 for a file that is not there", async () => {
    const { code, out, err } = await check(null);
    expect([code, out]).toEqual([2, []]);
    expect(err[0]).toMatch(/^No se puede leer .*nothing\.yaml: ENOENT$/);
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
