import { describe, expect, it } from "vitest";
import { policyOf, sharedParts } from "../../../test/kit/policy-packs.ts";
import { sound } from "../../../test/kit/scenarios.ts";
import { parseYaml } from "../policy/read/parse-yaml.ts";
import { mutantsOf } from "./mutants.ts";
import { readScenario } from "./read-scenario.ts";
import { survivorsOf } from "./survivors.ts";

const text = `plazo: 1
desk: { id: taller, name: Taller, zone: America/Mexico_City, folio: "T-{n}" }
calendars: { oficina: { open: { mon-fri: "09:00-18:00" }, closed: [mx-lft], clause: T-1 } }
severities:
  leve: { means: Se puede trabajar, clause: T-2 }
  grave: { means: No se puede trabajar, clause: T-2 }
classify: [{ when: { kind: ayuda }, severity: leve, clause: T-2 }, { else: leve, provisional: true, clause: T-2 }]
clocks:
  atencion: { from: received, to: contacted, within: 2h, warn: 30min, clause: T-3 }
  solucion: { from: received, to: solved, pauses: [waiting-for-client], within: 8h, clause: T-4 }
states:
  atendido: { when: { passed: atencion }, clause: T-5 }
  abierto: { else: true }
tell: { received: { says: [folio], clause: T-6 } }
glossary: { Caso: { means: Una solicitud, clause: T-7 } }
examples: [{ clock: solucion, filed: "2026-11-23 09:00", limit: "2026-11-23 17:00", clause: T-4 }]
`;

function packOf(source: string) {
  const pack = parseYaml(source, "policy.yaml");
  if ("code" in pack) throw new Error(pack.code);
  return pack;
}

function survivors(clauses: string, then: string) {
  const policy = policyOf(text);
  const days = `name: Un día\nclauses: [${clauses}]\ndays:\n  - at: "2026-11-13 17:30"\n    client files ayuda: { descripcion: Hola, quien: Alguien, correo: a@example.com }\n    then: { ${then} }\n`;
  const scenarios = [sound(readScenario(days, "dia.yaml", policy))];
  return survivorsOf({ pack: packOf(text), policy, shared: sharedParts, scenarios });
}

describe("a pack without one of its constructs", () => {
  const mutants = [...mutantsOf(packOf(text), sharedParts)];
  const without = (place: string) => mutants.find((mutant) => mutant.place === place)?.policy;

  it("lacks each construct that carries a clause, and each part of it, but no worked example", () => {
    expect(mutants.map(({ place, clauses }) => `${place} ${clauses.join()}`)).toEqual([
      "calendars.oficina.closed T-1",
      "severities.leve T-2",
      "severities.grave T-2",
      "classify.0 T-2",
      "classify.1 T-2",
      "clocks.atencion.warn T-3",
      "clocks.solucion T-4",
      "clocks.solucion.pauses T-4",
      "states.atendido T-5",
      "tell.received T-6",
      "glossary.Caso T-7",
    ]);
  });

  it("has its articles with what they are found by: a clause promises that they are there", () => {
    const articles = `articles: [{ id: entrar, title: Entrar, text: Escriba su usuario., marks: [usuario], clause: T-8 }]\n`;
    const pack = packOf(`${text}${articles}`);
    const places = [...mutantsOf(pack, sharedParts)].map(({ place }) => place);
    expect(places).toContain("articles.0");
    expect(places).not.toContain("articles.0.marks");
  });

  it("has what a good desk does in its place", () => {
    expect(without("glossary.Caso")?.glossary).toEqual([]);
    expect(without("tell.received")?.tell.find(({ on }) => on === "received")?.clause).toEqual([]);
    expect(without("clocks.solucion")?.clocks.map(({ id }) => id)).toEqual(["atencion"]);
  });

  it("keeps what something else refers to, without one of its parts", () => {
    expect(without("clocks.atencion.warn")?.clocks[0]).toMatchObject({
      id: "atencion",
      warn: [{ share: 0.75 }],
    });
    expect(without("calendars.oficina.closed")?.calendars["oficina"]).toMatchObject({
      statutory: [],
    });
  });

  it("is none where nothing can be left out: what it says by default anyway is no loss", () => {
    expect(without("severities.leve")).toBeNull();
    expect(without("classify.1")).toBeNull();
  });
});

describe("what survives", () => {
  it("is every construct that no scenario and no worked example misses", () => {
    const found = survivors("T-3", 'due: { atencion: "2026-11-17 10:30" }, folio: T-1');
    expect(found.taken).toBe(11);
    expect(found.needed.map(({ place }) => place)).toEqual(["severities.leve", "classify.1"]);
    // The Monday between is a holiday: the calendar is missed; the solution by its worked example.
    expect(found.survivors.map(({ place }) => place)).toEqual([
      "severities.grave",
      "classify.0",
      "clocks.atencion.warn",
      "clocks.solucion.pauses",
      "states.atendido",
      "tell.received",
      "glossary.Caso",
    ]);
    expect([...found.proved]).toEqual([]);
  });

  it("does not hold a clause for proved that only another scenario would miss", () => {
    const claimed = survivors("T-2, T-7", "provisional: false, manual: { glossary: [Caso] }");
    expect([...claimed.proved].toSorted()).toEqual(["T-2", "T-7"]);
    const falsely = survivors("T-1", "manual: { glossary: [Caso] }");
    expect([...falsely.proved]).toEqual([]);
    expect(falsely.survivors.map(({ place }) => place)).not.toContain("glossary.Caso");
  });
});
