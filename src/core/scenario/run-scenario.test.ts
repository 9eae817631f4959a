import { describe, expect, it } from "vitest";
import { differencesOf } from "../../../test/kit/scenarios.ts";

const filed = `
  - at: "2026-11-23 09:00"
    portal: norte
    maria files caso: { tipo: duda, descripcion: La puerta no abre bien }
`;

/** Each word of `then`, with what holds just after these days, and what does not. */
const words: [about: string, days: string, holds: string, not: string][] = [
  ["folio", filed, "T-1", "T-2"],
  ["severity", filed, "leve", "grave"],
  ["provisional", filed, "false", "true"],
  ["state", filed, "abierto", "cerrado"],
  ["progress", filed, "unattended", "working"],
  ["level", filed, "mesa", "fabrica"],
  ["awaiting", filed, "nothing", "client"],
  ["present", filed, "unknown", "true"],
  ["assigned", filed, "nobody", "lucia"],
  ["subject", filed, '"Duda: La puerta no abre bien"', "Otro"],
  ["kind", filed, "caso", "queja"],
  ["on", filed, "{ atencion: oficina, espera: elapsed }", "{ espera: oficina }"],
  ["not-told", filed, "[{ message: acuse, by: phone }]", "[{ message: acuse, by: mail }]"],
  [
    "manual",
    filed,
    "{ forms: { caso: { on: [form, mail] } } }",
    "{ forms: { caso: { on: [form] } } }",
  ],
  [
    "manual",
    filed,
    "{ levels: { mesa: { takes: [leve] } } }",
    "{ levels: { mesa: { takes: [leve, grave] } } }",
  ],
  [
    "manual",
    filed,
    "{ grounds: { parada: { means: parado, clause: T-8 } } }",
    "{ grounds: { parada: { advice: Calma } } }",
  ],
  ["held", filed, "no", "unverified"],
  ["lacks", filed, "nothing", "[code]"],
  ["charge", filed, "none", "{ minutes: 30 }"],
  ["closed", filed, "no", "silence"],
  ["due", filed, '{ atencion: "2026-11-23 11:00" }', '{ atencion: "2026-11-23 11:01" }'],
  ["due", filed, "{ silencio: none }", '{ silencio: "2026-11-23 11:00" }'],
  ["target", filed, '{ atencion: "2026-11-23 10:00" }', "{ atencion: none }"],
  ["clocks", filed, "{ atencion: running, silencio: idle }", "{ atencion: met }"],
  ["keeps", filed, "{ atencion: T-10 }", "{ atencion: T-11 }"],
  ["breached", filed, "none", '{ atencion: "2026-11-23 11:00" }'],
  ["warned", filed, "none", '{ atencion: "2026-11-23 10:30" }'],
  ["passed", filed, "none", '{ espera: "2026-11-23 10:30" }'],
  ["wakes", filed, '"2026-11-23 10:30"', '"2026-11-23 11:00"'],
  ["told", filed, "{ mail: acuse, page: acuse }", "{ mail: cierre }"],
  ["told", filed, "[{ message: acuse, by: [mail, page], says: folio }]", "nothing"],
  ["told", filed, "[{ moment: received, says: [deadline] }]", "[{ message: acuse, says: cause }]"],
  ["told", filed, "[{ message: acuse, words: Recibimos }]", "[{ message: acuse, words: Adiós }]"],
  ["not-told", filed, "cierre", "acuse"],
  ["channels", filed, "{ open: form, closed: { phone: T-5 } }", "{ open: phone }"],
  ["channels", filed, "{ open: [mail] }", "{ closed: { mail: T-4 } }"],
  ["channels", filed, "{ closed: { phone: [T-5] } }", "{ closed: { phone: T-4 } }"],
  ["may", filed, "{ client: [add, withdraw], lucia: solve }", "{ client: confirm }"],
  ["may-not", filed, "{ client: confirm, omar: contact }", "{ client: [add] }"],
  [
    "asks",
    filed,
    "{ form: caso, required: [descripcion] }",
    "{ form: caso, required: [pantalla] }",
  ],
  ["asks", filed, "{ form: caso, hidden: [pantalla] }", "{ form: caso, hidden: [tipo] }"],
  [
    "asks",
    filed,
    "{ form: caso, with: { tipo: falla }, required: [pantalla] }",
    "{ form: caso, with: { tipo: falla }, hidden: [pantalla] }",
  ],
  ["flags", filed, "none", "[untrained]"],
  ["history", filed, "[filed]", "[filed, closed]"],
  ["record", filed, "[filed]", "[closed, filed]"],
  ["manual", filed, "{ glossary: [Caso] }", "{ glossary: [Cosa] }"],
  ["manual", filed, "{ glossary: { Caso: una solicitud } }", "{ glossary: { Caso: un pedido } }"],
  ["manual", filed, "{ call-list: [Asesora, Gerencia] }", "{ call-list: [Gerencia, Asesora] }"],
  ["manual", filed, "{ out-of-scope: { internet: su proveedor } }", "{ out-of-scope: { luz: x } }"],
  ["manual", filed, "{ notes: con gusto, terms: { folio: número } }", "{ notes: sin ganas }"],
  [
    "manual",
    filed,
    '{ hours: { oficina: { open: "2026-11-23 17:59", closed: "2026-11-23 18:00", clause: T-1 } } }',
    '{ hours: { oficina: { open: "2026-11-16 12:00" } } }',
  ],
  [
    "manual",
    filed,
    "{ forms: { caso: { title: ayuda, after: escribiremos, options: { tipo: [Duda, Falla] }, accepts: { pantalla: image } } } }",
    "{ forms: { caso: { options: { tipo: [Falla, Duda] } } } }",
  ],
  ["manual", filed, "{ severity-order: [leve, grave] }", "{ severity-order: [grave, leve] }"],
  [
    "manual",
    filed,
    "{ severities: { leve: { means: trabajar, examples: Una duda, clause: T-7 } } }",
    "{ severities: { grave: { examples: Una duda } } }",
  ],
  [
    "manual",
    filed,
    "{ channels: { mail: { at: taller@, during: oficina, clause: T-4 } } }",
    "{ channels: { form: { during: oficina } } }",
  ],
  [
    "manual",
    filed,
    "{ levels: { fabrica: { tells: mesa, asks: mesa }, mesa: { tells: client, clause: T-9 } } }",
    "{ levels: { mesa: { tells: mesa } } }",
  ],
  ["manual", filed, "{ states: [abierto], expired: Renueve, clauses: T-20 }", "{ clauses: T-99 }"],
  [
    "tracker",
    filed,
    '{ lists: [folio, severity, assignee], row: { folio: T-1, severity: leve }, digest: "2026-11-24 09:00", clause: T-20 }',
    "{ row: { severity: grave } }",
  ],
  [
    "tracker",
    filed,
    '{ since: "2026-11-20 09:00", added: [T-1], updated: none }',
    '{ since: "2026-11-20 09:00", added: none }',
  ],
];

describe("each word of what must be true", () => {
  it.each(words)(
    "%s (%#): holds where it is so, and differs where it is not",
    (...[about, days, holds, not]) => {
      expect(differencesOf(`${days}    then: { ${about}: ${holds} }\n`)).toEqual([]);
      const differences = differencesOf(`${days}    then: { ${about}: ${not} }\n`);
      expect(differences.map((one) => one.about)).toEqual([about]);
      expect(differences[0]?.path.slice(0, 4)).toEqual(["days", 0, "then", about]);
    },
  );
});

describe("an act", () => {
  it("that is refused without being expected is a difference, at its sentence", () => {
    expect(differencesOf(`${filed}  - client confirms: solved\n`)).toMatchObject([
      {
        about: "act",
        path: ["days", 1, "client confirms"],
        actual: { is: "words", words: ["nothing-to-confirm"] },
      },
    ]);
  });

  it("that is expected to be refused and is done, or is refused otherwise, is a difference", () => {
    const asked = (refused: string) =>
      `${filed}  - client adds: Sigue igual\n    then: { refused: ${refused} }\n`;
    expect(differencesOf(asked("channel-closed"))).toMatchObject([{ about: "refused" }]);
    const phoned = (refused: string) =>
      `${filed}  - by: phone\n    client adds: Llamo\n    then: { refused: ${refused} }\n`;
    expect(differencesOf(phoned("{ code: channel-closed, clause: T-5 }"))).toEqual([]);
    expect(differencesOf(phoned("{ code: channel-closed, clause: T-4 }"))).toHaveLength(1);
    expect(differencesOf(phoned("ticket-closed"))).toHaveLength(1);
  });

  it("of filing tells everything that is wrong with the form, no more and no less", () => {
    const files = (refused: string) => `
  - at: "2026-11-23 09:00"
    maria files caso: { tipo: falla, descripcion: x, otra: y }
    then: { refused: ${refused} }
`;
    const all = "{ code: files-missing, field: pantalla, clause: T-6 }, { code: field-unknown }";
    expect(differencesOf(files(`[${all}]`))).toEqual([]);
    expect(differencesOf(files("files-missing"))).toHaveLength(1);
    expect(
      differencesOf(
        files(`[${all}, field-missing]`.replace("field-missing", "{ code: field-missing }")),
      ),
    ).toHaveLength(1);
  });
});

describe("time between the steps", () => {
  it("passes as at the desk: what fell due is recorded at its instant, and told", () => {
    expect(
      differencesOf(`${filed}
  - at: "2026-11-24 09:00"
    then:
      warned: { atencion: ["2026-11-23 09:30", "2026-11-23 10:30"] }
`),
    ).toHaveLength(1);
    expect(
      differencesOf(`${filed}
  - at: "2026-11-24 09:00"
    then:
      breached: { atencion: "2026-11-23 11:00" }
      passed: { espera: "2026-11-24 09:00" }
      clocks: { espera: passed }
      channels: { open: phone }
      told: [{ moment: breached, to: staff, clock: atencion, at: "2026-11-23 11:00", clause: T-10 }]
`),
    ).toEqual([]);
  });

  it("lets people go first at one instant, and the clock where nobody acts", () => {
    const met = `${filed}  - at: "2026-11-23 11:00"\n    lucia replies: Ya vamos\n    then: { clocks: { atencion: met }, breached: none }\n`;
    expect(differencesOf(met)).toEqual([]);
    const late = `${filed}  - at: "2026-11-23 11:00"\n    then: { breached: { atencion: "2026-11-23 11:00" } }\n`;
    expect(differencesOf(late)).toEqual([]);
  });
});

describe("people", () => {
  it("are known by the address that writes, and stand for their level", () => {
    expect(
      differencesOf(`
  - at: "2026-11-23 09:00"
    portal: norte
    client files caso: { tipo: duda, descripcion: Hola, correo: nadie@example.com }
    then: { held: unverified, lacks: [registered-address], told: { mail: retenido } }
  - portal: norte
    client files caso: { tipo: duda, descripcion: Hola, correo: MARIA@example.com }
    then: { held: no }
  - portal: norte
    jose files caso: { tipo: duda, descripcion: Hola, correo: jose@otra.example.com }
    then: { held: unverified }
  - portal: sur
    maria files caso: { tipo: duda, descripcion: Otra cosa }
    then: { held: support-expired }
  - lucia admits: Renovaron
    then: { held: no }
  - fabrica solves: { cause: x, remedy: y }
    then: { closed: no }
`),
    ).toEqual([]);
  });
});

describe("who registers in these days", () => {
  it("is heard from then on, once the desk looks again", () => {
    expect(
      differencesOf(`
  - at: "2026-11-23 09:00"
    portal: norte
    ana files caso: { tipo: duda, descripcion: Hola }
    then: { held: unverified }
  - at: "2026-11-23 11:59"
    desk hears:
    then: { held: unverified }
  - at: "2026-11-23 12:00"
    desk hears:
    then: { held: no, due: { atencion: "2026-11-23 14:00" } }
`),
    ).toEqual([]);
  });
});

describe("several tickets", () => {
  const two = `
  - at: "2026-11-23 09:00"
    ticket: A
    portal: norte
    maria files caso: { tipo: duda, descripcion: La puerta no abre bien }
  - at: "2026-11-23 09:30"
    ticket: B
    portal: norte
    same-problem: denied
    maria files caso: { tipo: duda, descripcion: La puerta no cierra bien }
    then: { flags: [probable-duplicate] }
`;

  it("are told apart by their names, and each is told of by itself", () => {
    expect(
      differencesOf(`${two}
  - at: "2026-11-23 10:00"
    ticket: A
    lucia replies: Vamos
    then: { folio: T-1, told: [{ moment: answered }], clocks: { atencion: met } }
  - ticket: B
    then: { folio: T-2, told: nothing, clocks: { atencion: running } }
`),
    ).toEqual([]);
  });

  it("merge into one that keeps the earliest start, and split into one that starts with its message", () => {
    expect(
      differencesOf(`${two}
  - at: "2026-11-23 10:00"
    ticket: B
    lucia merges into: A
    then: { closed: merged, clocks: { atencion: merged } }
  - at: "2026-11-23 10:30"
    ticket: A
    client adds: Y el techo gotea
  - at: "2026-11-23 12:00"
    ticket: A
    lucia splits: { message: Y el techo gotea, as: C, subject: Gotera }
    then: { folio: T-1 }
  - ticket: C
    then: { folio: T-3, subject: Gotera, due: { atencion: "2026-11-23 12:30" }, links: { A: split-from } }
`),
    ).toEqual([]);
  });

  it("of the same case are offered first, where the requester is asked", () => {
    expect(
      differencesOf(`${two}
  - portal: norte
    maria files caso: { tipo: duda, descripcion: La puerta no abre bien }
    then: { refused: { code: case-probably-open, clause: T-17 } }
  - portal: norte
    by: mail
    maria files caso: { tipo: duda, descripcion: La puerta no abre bien }
    then: { flags: [probable-duplicate] }
`),
    ).toEqual([]);
  });
});
