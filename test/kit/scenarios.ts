import type { Policy } from "../../src/core/policy/policy.ts";
import type { PackProblem } from "../../src/core/policy/problem.ts";
import type { Difference } from "../../src/core/scenario/difference.ts";
import { readScenario } from "../../src/core/scenario/read-scenario.ts";
import { runScenario } from "../../src/core/scenario/run-scenario.ts";
import type { Scenario } from "../../src/core/scenario/scenario.ts";
import { policyOf } from "./policy-packs.ts";

/** A desk with a little of everything, for scenarios that try each word of their language. */
export const workshop: Policy = policyOf(`
plazo: 1
desk: { id: taller, name: Taller, zone: America/Mexico_City, folio: "T-{n}", portal: "https://{portal}.example.com" }
calendars: { oficina: { open: { mon-fri: "09:00-18:00" }, closed: [mx-lft], clause: T-1 } }
people:
  client: { is: portal-owner, needs: valid-support, says: Renueve su contrato., clause: T-2 }
  requester: { any: requester, from: registered-address, clause: T-3 }
channels:
  form: { always: true, clause: T-4 }
  mail: { during: oficina, at: taller@example.com, clause: T-4 }
  phone: { needs: { any: [{ passed: espera }, { ground: claimed }] }, at: 55 5555 0100, clause: T-5 }
forms:
  caso:
    title: Pedir ayuda
    on: [form, mail]
    fields:
      tipo: { kind: choice, required: true, options: { duda: Duda, falla: { label: Falla, asks: [pantalla] } } }
      descripcion: { kind: text, required: true }
      correo: { kind: contact-email, required: true }
      pantalla: { kind: files, required: true, accept: [image] }
    after: Le escribiremos.
    clause: T-6
severities:
  leve: { means: Se puede trabajar, examples: [Una duda], clause: T-7 }
  grave: { means: No se puede trabajar, clause: T-7 }
classify:
  - { when: { tipo: falla }, severity: grave, provisional: true, clause: T-7 }
  - { else: leve, provisional: false }
grounds: { parada: { means: Todo parado, severity: grave, clause: T-8 } }
levels:
  mesa: { takes: leve, tells: client, clause: T-9 }
  fabrica: { takes: grave, tells: mesa, asks: mesa, clause: T-9 }
clocks:
  atencion: { from: received, to: contacted, within: 1h..2h, warn: 30min, clause: T-10 }
  solucion: { from: received, to: told.solved, pauses: [waiting-for-client], within: { leve: 16h, grave: 8h }, clause: T-11 }
  espera: { from: received, to: contacted, on: elapsed, within: 24h elapsed, breach: false, then: { open: phone }, clause: T-5 }
  silencio: { from: [asked, told.solved], to: client-said, within: 2 dates of oficina at closing, warn: 1 dates of oficina, then: close, clause: T-12 }
tell:
  assigned: { message: cierre, by: [mail], clause: T-13 }
reopen: { while-solved: true, after-close: new-ticket, clause: T-14 }
charges: { taller: { rate: 600 MXN, each: 1h, accepted: first, clause: T-15 } }
out-of-scope: { internet: { label: Internet, says: Lo atiende su proveedor., clause: T-16 } }
duplicates: { same: [subject], then: offer-adding, clause: T-17 }
call-list: [{ role: Asesora, at: 55 5555 0101, clause: T-18 }, { role: Gerencia, at: 55 5555 0102, clause: T-18 }]
glossary: { Caso: { means: Una solicitud, clause: T-19 } }
tracker:
  lists: [folio, severity, assignee]
  digest: { every: day, at: opening, on: oficina, says: [added, updated] }
  clause: T-20
terms: { folio: número }
notes: [Se atiende con gusto.]
`);

const head = `name: Un día
clauses: [T-1]
given:
  clients: { norte: { portal: norte }, sur: { portal: sur, support-until: "2026-10-31 18:00" } }
  contacts:
    maria: { address: maria@example.com, name: María, client: norte }
    ana: { address: ana@example.com, client: norte, registered: "2026-11-23 12:00" }
    jose: { address: jose@example.com, role: proveedor }
  staff: { lucia: { name: Lucía, level: mesa }, omar: { name: Omar, level: fabrica } }
days:
`;

/** The scenario of these days at the workshop, known there as `dia.yaml`; or what is wrong with it. */
export function daysAt(days: string, policy: Policy = workshop) {
  return readScenario(head + days, "dia.yaml", policy);
}

/** Every difference of these days from what they expect; throws where they cannot be read. */
export function differencesOf(days: string, policy: Policy = workshop): readonly Difference[] {
  return runScenario(sound(daysAt(days, policy)), policy);
}

/** A scenario that is expected to be sound. */
export function sound(read: Scenario | { readonly problems: readonly PackProblem[] }): Scenario {
  if ("problems" in read) throw new Error(JSON.stringify(read.problems, null, 1));
  return read;
}
