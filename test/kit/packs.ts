import type { Condition } from "../../src/core/policy/condition.ts";
import type { Field, FormRule } from "../../src/core/policy/form-rule.ts";
import type { Level, Policy, PolicyVersion, TellRule } from "../../src/core/policy/policy.ts";
import { ATENCION, OFICINA, PRIMER_CONTACTO, RESOLUCION, SIGUIENTE, SILENCIO } from "./rules.ts";

const always: Condition = { is: "always" };

/** A field of a form, with what a test does not care about left plain. */
export function field(id: string, more: Partial<Field> = {}): Field {
  return {
    id,
    kind: "line",
    label: { es: `Campo ${id}`, en: `Field ${id}` },
    clause: [],
    required: false,
    onlyWhenAsked: false,
    options: [],
    accept: [],
    maxLength: 200,
    ...more,
  };
}

/** The form of HB-9 in small: who, mail, type, and what an upload error asks for. */
export const SOPORTE: FormRule = {
  id: "soporte",
  title: { es: "Ayuda con el portal", en: "Help with the portal" },
  kind: "soporte",
  on: ["form"],
  clause: ["HB-9"],
  who: null,
  fields: [
    field("descripcion", { kind: "text", required: true, maxLength: 2000, clause: ["HB-9"] }),
    field("quien", { kind: "identity", required: true }),
    field("correo", { kind: "contact-email", required: true }),
    field("liga", { kind: "portal" }),
    field("tipo", {
      kind: "choice",
      required: true,
      options: [
        {
          value: "contrasena",
          label: { es: "Olvidé mi Contraseña", en: "Forgotten password" },
          asks: [],
        },
        {
          value: "error-carga",
          label: { es: "Error al Cargar mi Factura" },
          asks: ["xml", "orden"],
        },
        { value: "no-lo-se", label: { es: "No lo sé" }, asks: [] },
        { value: "pago", label: { es: "Comprobante de pago" }, asks: [] },
      ],
    }),
    field("xml", { kind: "files", required: true, onlyWhenAsked: true, accept: ["xml"] }),
    field("orden", { required: true, onlyWhenAsked: true, maxLength: 20 }),
    field("adjuntos", { kind: "files", accept: ["image", "pdf"] }),
  ],
};

function tell(on: TellRule["on"], more: Partial<TellRule> = {}): TellRule {
  return {
    on,
    when: always,
    message: `m-${on}`,
    by: ["mail"],
    says: ["folio"],
    clause: ["HB-11"],
    ...more,
  };
}

function severity(id: string) {
  return { id, label: { es: id }, means: { es: id }, examples: [], clause: ["HB-14a"] };
}

function channel(
  id: string,
  needs: readonly Condition[] = [],
  clause: readonly string[] = ["HB-3"],
) {
  return { id, label: { es: id }, needs, during: null, at: null, clause };
}

/** A desk like HIB2B's: one level, first contact, resolution by severity, silence, valid support. */
export const PORTAL: Policy = {
  plazo: 1,
  desk: {
    id: "portal",
    name: { es: "Portal" },
    organisation: null,
    zone: "America/Mexico_City",
    folio: "HD-{n}",
    portal: null,
    about: null,
    terms: {},
  },
  calendars: { oficina: OFICINA },
  dayLength: {},
  calendarSources: {},
  hours: "oficina",
  client: { is: "portal-owner", needsValidSupport: true, except: ["pago"], clause: ["HB-1"] },
  support: [],
  people: {},
  channels: [channel("form"), channel("mail"), channel("phone", [{ is: "ticket" }], ["HB-6"])],
  forms: [SOPORTE],
  severities: [severity("bajo"), severity("medio-alto"), severity("critico")],
  classify: [
    {
      when: { is: "field", field: "tipo", in: ["contrasena"] },
      severity: "bajo",
      provisional: false,
      clause: [],
    },
    {
      when: { is: "field", field: "tipo", in: ["error-carga"] },
      severity: "medio-alto",
      provisional: false,
      clause: [],
    },
    { when: always, severity: "bajo", provisional: true, clause: ["HB-9"] },
  ],
  levels: [],
  grounds: [],
  clocks: [PRIMER_CONTACTO, RESOLUCION, SIGUIENTE, SILENCIO],
  states: [
    { id: "cerrado", label: { es: "Cerrado" }, when: { is: "closed" }, clause: ["FI-11"] },
    {
      id: "en-espera",
      label: { es: "En espera" },
      when: { is: "awaiting", in: ["client", "authorisation", "confirmation"] },
      clause: ["FI-11"],
    },
    { id: "abierto", label: { es: "Abierto" }, when: always, clause: ["FI-11"] },
  ],
  tell: [
    tell("received", { by: ["page", "mail"] }),
    tell("assigned"),
    tell("answered"),
    tell("asked"),
    tell("solved", { says: ["history", "cause", "remedy"], clause: ["HB-15"] }),
    tell("closed"),
    tell("warned-silence"),
    tell("held", { says: ["renewal"], clause: ["HB-1"] }),
  ],
  messages: [],
  reopen: { whileSolved: true, afterClose: "new-ticket", cites: true, clause: ["FI-10"] },
  callList: [],
  glossary: [],
  outOfScope: [],
  examples: [],
  notes: [],
  clauses: [],
  assumptions: [],
};

function level(id: string, tells: string, more: Partial<Level> = {}): Level {
  return {
    id,
    label: { es: id },
    takes: always,
    tells,
    asks: [],
    through: [],
    mayTellClient: [],
    clause: ["CC-9"],
    ...more,
  };
}

/** A desk of three levels whose answer travels back down (CC-6 to CC-10), with urgency and a telephone that time opens (RD-13, RD-15). */
export const NIVELES: Policy = {
  ...PORTAL,
  client: null,
  channels: [
    channel("form"),
    channel(
      "phone",
      [
        {
          is: "any",
          of: [
            { is: "passed", clock: "atencion" },
            { is: "ground", state: "claimed" },
            { is: "ground", state: "confirmed" },
          ],
        },
      ],
      ["RD-13"],
    ),
  ],
  levels: [
    level("mesa", "client", { clause: ["CC-6"] }),
    level("operacion", "mesa", { mayTellClient: [] }),
    level("desarrollo", "operacion", {
      through: ["operacion"],
      mayTellClient: ["status"],
      clause: ["CC-10"],
    }),
  ],
  grounds: [
    {
      id: "plataforma",
      means: { es: "Toda la plataforma parada" },
      during: null,
      severity: "critico",
      clause: ["RD-15"],
    },
    {
      id: "proceso",
      means: { es: "En proceso especial" },
      during: "carnetizacion",
      severity: null,
      clause: ["RD-15c"],
    },
  ],
  clocks: [ATENCION, { ...RESOLUCION, from: ["received"], to: ["told.solved"] }, SILENCIO],
};

/** A version of a policy, as a desk has it in force. */
export function versionOf(policy: Policy, number = 1): PolicyVersion {
  return { desk: policy.desk.id, number, effective: 0, policy, hash: "0".repeat(64) };
}
