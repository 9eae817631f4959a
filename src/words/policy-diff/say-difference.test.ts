import { describe, expect, it } from "vitest";
import { filesIn, policyOf, projectText } from "../../../test/kit/policy-packs.ts";
import { differencesOf } from "../../core/policy/diff/differences.ts";
import type { Policy } from "../../core/policy/policy.ts";
import type { Language } from "../../core/policy/text.ts";
import { sayDifference, sayDifferences } from "./say-difference.ts";

const hib2b = projectText("policies/hib2b/policy.yaml");

function said(before: Policy, after: Policy, language: Language = "es"): string[] {
  const comparison = { before, after, language };
  return sayDifferences(differencesOf(before, after), comparison).map(
    ({ section, text }) => `${section} | ${text}`,
  );
}

function changed(from: string | RegExp, to: string, language: Language = "es"): string[] {
  const text = hib2b.replace(from, to);
  expect(text).not.toBe(hib2b);
  return said(policyOf(hib2b), policyOf(text), language);
}

describe("a difference in words", () => {
  it("a limit of one severity", () => {
    expect(changed("critico: 1h..6h", "critico: 1h..4h")).toEqual([
      "Plazos | Resolución, Crítico: límite 6 h → 4 h",
    ]);
    expect(changed("critico: 1h..6h", "critico: 1h..4h", "en")).toEqual([
      "Promises | Resolution, Critical: limit 6 h → 4 h",
    ]);
  });

  it("a target taken away", () =>
    expect(changed("critico: 1h..6h", "critico: 6h")).toEqual([
      "Plazos | Resolución, Crítico: meta 1 h → nada",
    ]));

  it("what starts a clock, and what pauses it", () =>
    expect(
      changed(
        "from: contacted\n    to: solved\n    on: oficina\n    pauses: [waiting-for-client, awaiting-confirmation]",
        "from: received\n    to: solved\n    on: oficina\n    pauses: [waiting-for-client]",
      ),
    ).toEqual([
      "Plazos | Resolución: empieza con el primer contacto de una persona de la mesa → la recepción de la solicitud",
      "Plazos | Resolución: se detiene mientras esperamos su respuesta y mientras usted confirma la solución → mientras esperamos su respuesta",
    ]));

  it("opening hours, and days that are closed", () =>
    expect(
      changed(
        'open: { mon-fri: "09:00-18:00" }\n    closed: [mx-lft]',
        'open: { mon-thu: "09:00-18:00", fri: "09:00-15:00" }\n    closed: [mx-lft]\n    dates: { "2026-12-24": closed }',
      ),
    ).toEqual([
      "Horarios | oficina, viernes: abre 09:00-18:00 → 09:00-15:00",
      "Horarios | oficina: se agrega «2026-12-24»",
    ]));

  it("when a channel is open", () =>
    expect(
      changed("    during: oficina\n    needs: ticket\n", "    always: true\n    needs: ticket\n"),
    ).toEqual(["Canales | Teléfono: se atiende en oficina → nada"]));

  it("a field of a form", () =>
    expect(changed("kind: line, required: true, max: 60", "kind: line, max: 80")).toEqual([
      "Formularios | Ayuda con el portal, Número de orden de compra: obligatorio sí → no",
      "Formularios | Ayuda con el portal, Número de orden de compra: máximo de caracteres 60 → 80",
    ]));

  it("a clause, and a reading once, though the list of readings has it too", () => {
    expect(
      changed(
        "clause: [HB-3, HB-13]\n    assumed: son feriados",
        "clause: [HB-3, HB-99]\n    assumed: serán feriados",
      ),
    ).toEqual([
      "Horarios | oficina: cláusula HB-3 y HB-13 → HB-3 y HB-99",
      expect.stringMatching(
        /^Horarios \| oficina: lectura adoptada …?son feriados.* → …?serán feriados/,
      ),
      "Cláusulas citadas | se agrega HB-99",
      "Lecturas adoptadas | calendars.oficina: cláusula HB-3 y HB-13 → HB-3 y HB-99",
    ]);
  });

  it("a message, where it differs", () =>
    expect(changed("fue asignado a un técnico, {agente}, que", "lo atiende {agente}, que")).toEqual(
      [
        "Mensajes | asignado: texto …do usuario {nombre}: Su ticket {folio} fue asignado a un técnico, {agente}, que se pondrá en contacto con… → …do usuario {nombre}: Su ticket {folio} lo atiende {agente}, que se pondrá en contacto con…",
      ],
    ));

  it("a severity more, with what it is promised, and one less", () => {
    const more = policyOf(
      hib2b
        .replace("critico: 1h..6h }", "critico: 1h..6h, urgente: 1h..2h }")
        .replace("\nclassify:", "\n  urgente: { es: De inmediato, en: At once }\nclassify:"),
    );
    expect(said(policyOf(hib2b), more)).toEqual([
      "Severidades | se agrega «Urgente»",
      "Plazos | Resolución: se agrega «Urgente» (límite 2 h)",
    ]);
    expect(said(more, policyOf(hib2b), "en")).toEqual([
      "Severities | “Urgente” is taken away",
      "Promises | Resolution: “Urgente” (limit 2 h) is taken away",
    ]);
  });
});

describe("whatever differs", () => {
  const packs = filesIn("policies").filter((name) => name !== "shared");
  const policies = packs.map((name) => policyOf(projectText(`policies/${name}/policy.yaml`)));

  it.each(["es", "en"] as const)(
    "is said in %s, both sides different, without leftovers",
    (language) => {
      for (const before of policies) {
        for (const after of policies) {
          for (const difference of differencesOf(before, after)) {
            const { section, text } = sayDifference(difference, { before, after, language });
            expect(section).not.toBe("");
            expect(text).not.toMatch(/undefined|NaN|\[object/);
            const [was, is] = text.split(" → ");
            if (difference.kind === "changed") expect(was).not.toBe(is);
          }
        }
      }
    },
  );
});
