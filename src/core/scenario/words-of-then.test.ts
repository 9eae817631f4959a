import { describe, expect, it } from "vitest";
import { differencesOf } from "../../../test/kit/scenarios.ts";

const filed = `
  - at: "2026-11-23 09:00"
    portal: norte
    maria files caso: { tipo: duda, descripcion: La puerta no abre bien }
`;
const then = (days: string, said: string) => differencesOf(`${days}    then: { ${said} }\n`);

/** Each with what holds after a ticket was filed, and what does not. */
const parts: readonly (readonly [part: string, holds: string, not: string])[] = [
  ["glossary", "[Caso]", "[Caso, Cosa]"],
  ["glossary", "{ Caso: SOLICITUD }", "{ Cosa: solicitud }"],
  ["call-list", "[Asesora, Gerencia]", "[Asesora]"],
  ["out-of-scope", "{ internet: su proveedor }", "{ internet: nosotros }"],
  ["notes", "[Se atiende, con gusto]", "[Se atiende, sin ganas]"],
  ["terms", "{ folio: número }", "{ ticket: caso }"],
  [
    "hours",
    '{ oficina: { open: ["2026-11-23 09:00"] } }',
    '{ oficina: { open: "2026-11-23 08:59" } }',
  ],
  [
    "hours",
    '{ oficina: { closed: ["2026-11-23 18:00", "2026-11-16 12:00"] } }',
    '{ oficina: { closed: ["2026-11-23 18:00", "2026-11-23 17:59"] } }',
  ],
  ["hours", "{ oficina: { clause: [T-1] } }", "{ oficina: { clause: [T-1, T-2] } }"],
  [
    "hours",
    '{ oficina: { open: "2026-11-23 09:00" } }',
    '{ taller: { open: "2026-11-23 09:00" } }',
  ],
  ["forms", "{ caso: { on: [form, mail] } }", "{ caso: { on: [mail, form] } }"],
  ["forms", "{ caso: { title: AYUDA, after: escribiremos } }", "{ caso: { title: Queja } }"],
  ["forms", "{ caso: { after: Le escribiremos } }", "{ caso: { after: Adiós } }"],
  ["forms", "{ caso: { printable: false } }", "{ caso: { printable: true } }"],
  [
    "forms",
    "{ caso: { accepts: { pantalla: [image] } } }",
    "{ caso: { accepts: { pantalla: pdf } } }",
  ],
  ["forms", "{ caso: { clause: T-6 } }", "{ caso: { clause: T-7 } }"],
  ["forms", "{ caso: { title: ayuda } }", "{ otro: { title: ayuda } }"],
  ["forms", "{ caso: { title: ayuda } }", "{ caso: { helps: { tipo: Elija } } }"],
  ["forms", "{ caso: { title: ayuda } }", "{ caso: { hears: [client] } }"],
  ["severity-order", "[leve, grave]", "[leve]"],
  ["severities", "{ grave: { means: no se puede } }", "{ leve: { means: no se puede } }"],
  ["severities", "{ leve: { examples: [Una duda] } }", "{ leve: { examples: [Una duda, Otra] } }"],
  ["severities", "{ leve: { clause: T-7 } }", "{ leve: { clause: T-8 } }"],
  ["channels", "{ phone: { at: 5555 0100, clause: T-5 } }", "{ phone: { at: 5555 0101 } }"],
  ["channels", "{ mail: { during: oficina } }", "{ phone: { during: oficina } }"],
  ["channels", "{ form: { clause: T-4 } }", "{ chat: { clause: T-4 } }"],
  ["levels", "{ mesa: { takes: [leve] } }", "{ mesa: { takes: [grave] } }"],
  ["levels", "{ fabrica: { tells: mesa } }", "{ fabrica: { tells: client } }"],
  ["levels", "{ fabrica: { asks: [mesa] } }", "{ mesa: { asks: fabrica } }"],
  ["levels", "{ fabrica: { clause: T-9 } }", "{ torre: { clause: T-9 } }"],
  ["levels", "{ mesa: { tells: client } }", "{ mesa: { through: fabrica } }"],
  ["levels", "{ mesa: { tells: client } }", "{ mesa: { may-tell: status } }"],
  ["grounds", "{ parada: { means: PARADO, clause: T-8 } }", "{ parada: { means: lento } }"],
  ["grounds", "{ parada: { clause: T-8 } }", "{ otra: { clause: T-8 } }"],
  ["states", "[abierto, cerrado]", "[abierto, perdido]"],
  ["expired", "Renueve su", "Siga igual"],
  ["clauses", "[T-1, T-20]", "[T-1, T-21]"],
];

describe("what the published manual must say", () => {
  it.each(parts)("%s: %s, and not %s", (part, holds, not) => {
    expect(then(filed, `manual: { ${part}: ${holds} }`)).toEqual([]);
    const found = then(filed, `manual: { ${part}: ${not} }`);
    expect(found).toHaveLength(1);
    expect(found[0]?.path.slice(0, 5)).toEqual(["days", 0, "then", "manual", part]);
  });

  it("is told at the item that is wrong, with what there is instead", () => {
    expect(then(filed, "manual: { levels: { mesa: { tells: fabrica } } }")).toMatchObject([
      {
        name: "mesa",
        path: ["days", 0, "then", "manual", "levels", "mesa", "tells"],
        expected: { is: "words", words: ["fabrica"] },
        actual: { is: "words", words: ["client"] },
      },
    ]);
    expect(then(filed, "manual: { support: { oro: form } }")).toMatchObject([
      { name: "oro", actual: { is: "nothing" } },
    ]);
    expect(then(filed, "manual: { figures: { oficina: { week: 5x9 } } }")).toMatchObject([
      { name: "oficina", path: ["days", 0, "then", "manual", "figures", "oficina", "week"] },
    ]);
    expect(then(filed, "manual: { third-parties: { socio: { sees: all } } }")).toHaveLength(1);
    expect(then(filed, "manual: { articles: [entrar] }")).toHaveLength(1);
  });
});

describe("what is expected after a step", () => {
  const replied = `${filed}  - at: "2026-11-23 10:00"\n    lucia replies: Ya vamos\n`;
  const assigned = `${filed}  - at: "2026-11-23 10:00"\n    lucia assigns: omar\n`;
  const since = 'since: "2026-11-23 09:30"';
  const asked = `${filed}  - at: "2026-11-23 10:00"\n    lucia asks: ¿Cuál puerta?\n`;
  const solved = `${filed}  - at: "2026-11-23 10:00"\n    lucia solves: { cause: Bisagra, remedy: Se cambió }\n`;

  const expected: readonly (readonly [word: string, days: string, holds: string, not: string])[] = [
    ["history", replied, "[filed, contacted]", "[contacted, filed]"],
    ["record", replied, "[contacted]", "[contacted, contacted]"],
    ["awaiting", asked, "client", "nothing"],
    ["state", asked, "en-espera", "abierto"],
    ["state", solved, "resuelto", "cerrado"],
    ["progress", solved, "solved", "working"],
    ["clocks", solved, "{ solucion: met, silencio: running }", "{ silencio: idle }"],
    ["due", asked, '{ silencio: "2026-11-25 18:00" }', '{ silencio: "2026-11-25 17:59" }'],
    ["due", asked, '{ silencio: "2026-11-25 18:00" }', "{ silencio: none }"],
    ["target", replied, '{ atencion: "2026-11-23 10:00" }', "{ atencion: none }"],
    ["wakes", asked, '"2026-11-24 18:00"', "never"],
    ["told", asked, "{ mail: pregunta, same-channel: pregunta }", "{ page: pregunta }"],
    ["told", asked, "[{ moment: asked, to: client }]", "[{ moment: asked, to: staff }]"],
    ["told", asked, "[{ message: pregunta, by: mail }]", "[{ message: pregunta, by: phone }]"],
    [
      "told",
      assigned,
      "[{ moment: assigned, clause: T-13 }]",
      "[{ moment: assigned, clause: T-10 }]",
    ],
    ["told", assigned, "[{ moment: assigned }]", "[{ moment: assigned, clock: atencion }]"],
    [
      "tracker",
      assigned,
      `{ ${since}, updated: { T-1: assignee } }`,
      `{ ${since}, updated: none }`,
    ],
    ["tracker", assigned, `{ ${since}, added: none }`, `{ ${since}, added: [T-1] }`],
    ["not-told", asked, "[respuesta, solved]", "[respuesta, asked]"],
    ["may", solved, "{ client: [confirm] }", "{ client: [confirm, file] }"],
    ["may-not", replied, "{ client: [confirm] }", "{ client: [add] }"],
  ];

  it.each(expected)("%s (%#)", (...[word, days, holds, not]) => {
    expect(then(days, `${word}: ${holds}`)).toEqual([]);
    expect(then(days, `${word}: ${not}`).map(({ about }) => about)).toEqual([word]);
  });

  it("is told with the instant of its step and the ticket's number", () => {
    const [found] = then(replied, "severity: grave");
    expect(found).toMatchObject({
      about: "severity",
      now: Date.parse("2026-11-23T10:00:00-06:00"),
      folio: "T-1",
      path: ["days", 1, "then", "severity"],
      expected: { is: "words", words: ["grave"] },
      actual: { is: "words", words: ["leve"] },
    });
  });

  it("of several things each is told by itself, in the order in which they are said", () => {
    const found = then(filed, "severity: grave, folio: T-9, level: fabrica");
    expect(found.map(({ about }) => about).toSorted()).toEqual(["folio", "level", "severity"]);
  });

  it("of a ticket that was refused nothing is so", () => {
    const refused = `
  - at: "2026-11-23 09:00"
    portal: norte
    maria files caso: { tipo: falla, descripcion: x }
`;
    const found = then(refused, "refused: files-missing, folio: T-1, severity: grave, flags: none");
    expect(found.map(({ about, actual }) => [about, actual.is])).toEqual([
      ["folio", "nothing"],
      ["severity", "nothing"],
    ]);
  });
});
