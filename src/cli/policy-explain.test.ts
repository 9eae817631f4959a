import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { wall } from "../../test/kit/rules.ts";
import { policyExplain } from "./policy-explain.ts";

const packs = ["cfd-connect", "erp-clubes", "factura-inteligente", "hib2b", "interfactura"];
const folder = (pack: string): string =>
  fileURLToPath(new URL(`../../policies/${pack}`, import.meta.url));

async function explain(
  pack: string,
  clause: string | null,
  more: { readonly json?: boolean; readonly language?: "es" | "en" } = {},
) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await policyExplain(
    {
      path: folder(pack),
      clause,
      json: more.json ?? false,
      language: more.language ?? "es",
      now: wall("2026-11-20 10:00"),
    },
    { out: (line) => out.push(line), err: (line) => err.push(line) },
  );
  return { code, out, err };
}

describe("plazo policy explain PACK CLAUSE", () => {
  it("says where a clause stands, what it promises and refuses, who publishes and proves it", async () => {
    const { code, out, err } = await explain("erp-clubes", "RD-13");
    const text = out.join("\n");
    expect({ code, err }).toEqual({ code: 0, err: [] });
    expect(out[0]).toBe("RD-13");
    expect(text).toMatch(/policy\.yaml:[0-9]+:3: Canales: Teléfono de la oficina$/mu);
    expect(text).toContain("se interpreta así: para abrir el teléfono son horas corridas");
    expect(text).toContain(
      "Espera para llamar por teléfono, cualquier severidad: 24 horas corridas",
    );
    expect(text).toContain("channel-closed, channel-unknown");
    expect(text).toContain("Canales, Tiempos que prometemos");
    expect(text).toContain("veinticuatro-horas.yaml: No se llama a la oficina");
  });

  it("says the same in English, and as data", async () => {
    const said = await explain("hib2b", "HB-6", { language: "en" });
    expect(said.out).toContain("It refuses by it");
    const { out } = await explain("hib2b", "HB-6", { json: true });
    const found = JSON.parse(out.join("")) as Record<string, unknown>;
    expect(found).toMatchObject({
      clause: "HB-6",
      refusals: ["channel-closed", "channel-unknown"],
      places: [{ path: ["channels", "phone"], column: 3, words: "Canales: Teléfono" }],
    });
    expect(found["chapters"]).toContainEqual({ id: "canales", title: "Canales" });
  });

  it("tells clauses apart that begin alike", async () => {
    const { out } = await explain("erp-clubes", "RD-1", { json: true });
    const { chapters } = JSON.parse(out.join("")) as { chapters: { id: string }[] };
    // RD-15 is in the chapter of urgency; RD-1 is not.
    expect(chapters.map(({ id }) => id)).not.toContain("urgencia");
  });

  it("refuses a clause that the manual does not have, with those that it has", async () => {
    const { code, err } = await explain("erp-clubes", "RD-99");
    expect(code).toBe(2);
    expect(err[0]).toContain("RD-2, RD-3");
  });

  it("refuses a pack that cannot be read", async () => {
    expect((await explain("no-such-pack", null)).code).toBe(2);
  });
});

describe("plazo policy explain PACK", () => {
  it.each(packs)(
    "%s: a line for each of its clauses, each proved by a scenario and published",
    async (pack) => {
      const { code, out } = await explain(pack, null);
      const data = await explain(pack, null, { json: true });
      const all = JSON.parse(data.out.join("")) as {
        clause: string;
        places: unknown[];
        scenarios: unknown[];
        chapters: unknown[];
      }[];
      expect(code).toBe(0);
      expect(out.map((line) => line.split(" ")[0])).toEqual(all.map(({ clause }) => clause));
      for (const { clause, places, scenarios, chapters } of all) {
        expect({ clause, stands: places.length > 0 }).toEqual({ clause, stands: true });
        expect({ clause, proved: scenarios.length > 0 }).toEqual({ clause, proved: true });
        expect({ clause, published: chapters.length > 0 }).toEqual({ clause, published: true });
      }
    },
  );
});
