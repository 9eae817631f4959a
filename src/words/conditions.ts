import type { Awaited, Condition } from "../core/policy/condition.ts";
import type { Policy } from "../core/policy/policy.ts";
import { inLanguage } from "../core/policy/text.ts";
import type { Language, Text } from "../core/policy/text.ts";
import { sayList, sayWeeklyLine } from "./hours.ts";

const es = {
  always: "en cualquier otro caso",
  not: (what: string) => `no se cumple que ${what}`,
  nots: {
    confirmed: "el cliente no ha confirmado la solución",
    solved: "no se ha dado una solución",
    closed: "el ticket no está cerrado",
    ticket: "todavía no hay un ticket",
  } as Readonly<Partial<Record<Condition["is"], string>>>,
  field: (field: string, values: string) => `«${field}» es ${values}`,
  severity: (values: string) => `la severidad es ${values}`,
  level: (values: string) => `lo atiende ${values}`,
  channel: (values: string) => `llegó por ${values}`,
  kind: (values: string) => `es de tipo ${values}`,
  open: (hours: string) => `es horario de atención (${hours})`,
  closed: (hours: string) => `es fuera del horario de atención (${hours})`,
  passed: (clock: string) => `venció el plazo de «${clock}» sin cumplirse`,
  ground: {
    claimed: "se declaró una urgencia",
    confirmed: "se confirmó la urgencia",
    refused: "se rechazó la urgencia",
  },
  awaiting: {
    client: "se espera respuesta del cliente",
    authorisation: "se espera una autorización",
    "third-party": "se espera a un tercero",
    confirmation: "se espera que el cliente confirme la solución",
  } satisfies Record<Awaited, string>,
  confirmed: "el cliente confirmó la solución",
  solved: "se dio una solución",
  ended: "el ticket está cerrado",
  ticket: "ya existe un ticket",
};

const en: typeof es = {
  always: "in any other case",
  not: (what) => `it is not so that ${what}`,
  nots: {
    confirmed: "the client has not confirmed the solution",
    solved: "no solution was given",
    closed: "the ticket is not closed",
    ticket: "there is no ticket yet",
  },
  field: (field, values) => `“${field}” is ${values}`,
  severity: (values) => `the severity is ${values}`,
  level: (values) => `${values} has it`,
  channel: (values) => `it came by ${values}`,
  kind: (values) => `its kind is ${values}`,
  open: (hours) => `it is within the hours of service (${hours})`,
  closed: (hours) => `it is outside the hours of service (${hours})`,
  passed: (clock) => `the limit of “${clock}” passed and was not kept`,
  ground: {
    claimed: "an urgency was claimed",
    confirmed: "the urgency was confirmed",
    refused: "the urgency was refused",
  },
  awaiting: {
    client: "an answer of the client is awaited",
    authorisation: "an authorisation is awaited",
    "third-party": "a third party is awaited",
    confirmation: "the client's confirmation is awaited",
  },
  confirmed: "the client confirmed the solution",
  solved: "a solution was given",
  ended: "the ticket is closed",
  ticket: "a ticket exists already",
};

const words: Readonly<Record<Language, typeof es>> = { es, en };

/** In whose names and language a condition is said. */
export interface Saying {
  readonly policy: Policy;
  readonly language: Language;
}

/** A condition of the policy as a clause of a sentence ("«Tipo de incidente» es Olvidé mi Contraseña"), with the policy's own labels. */
export function sayCondition(condition: Condition, saying: Saying): string {
  const { policy, language } = saying;
  const w = words[language];
  switch (condition.is) {
    case "always":
      return w.always;
    case "all":
      return sayList(
        condition.of.map((part) => sayCondition(part, saying)),
        language,
      );
    case "any":
      return sayList(
        condition.of.map((part) => sayCondition(part, saying)),
        language,
        "or",
      );
    case "not":
      return w.nots[condition.of.is] ?? w.not(sayCondition(condition.of, saying));
    case "hours": {
      const source = policy.calendars[condition.calendar];
      const hours = source === undefined ? condition.calendar : sayWeeklyLine(source, language);
      return condition.open ? w.open(hours) : w.closed(hours);
    }
    case "passed":
      return w.passed(labelIn(policy.clocks, condition.clock, language));
    case "ground":
      return groundOf(condition, saying);
    case "awaiting":
      return sayList(
        condition.in.map((what) => w.awaiting[what]),
        language,
        "or",
      );
    case "confirmed":
    case "solved":
    case "ticket":
      return w[condition.is];
    case "closed":
      return w.ended;
    default:
      return oneOf(condition, saying);
  }
}

function groundOf(
  condition: Extract<Condition, { is: "ground" }>,
  { policy, language }: Saying,
): string {
  const ground = policy.grounds.find(({ id }) => id === condition.ground);
  const said = words[language].ground[condition.state];
  return ground === undefined ? said : `${said}: ${inLanguage(ground.means, language)}`;
}

type OneOf = Extract<
  Condition,
  { readonly is: "field" | "severity" | "level" | "channel" | "kind" }
>;

function oneOf(condition: OneOf, { policy, language }: Saying): string {
  const w = words[language];
  const list = (names: readonly string[]): string => sayList(names, language, "or");
  if (condition.is === "field") {
    const fields = policy.forms.flatMap((form) => form.fields);
    const field = fields.find(({ id }) => id === condition.field);
    const values = condition.in.map((value) => {
      const option = field?.options.find((candidate) => candidate.value === value);
      return option === undefined ? value : inLanguage(option.label, language);
    });
    return w.field(
      field === undefined ? condition.field : inLanguage(field.label, language),
      list(values),
    );
  }
  const things: Readonly<Record<typeof condition.is, readonly { id: string; label: Text }[]>> = {
    severity: policy.severities,
    level: policy.levels,
    channel: policy.channels,
    kind: policy.forms.map(({ kind, title }) => ({ id: kind, label: title })),
  };
  return w[condition.is](
    list(condition.in.map((id) => labelIn(things[condition.is], id, language))),
  );
}

/** The label of the thing with that id in the reader's language; the id where there is none. */
export function labelIn(
  things: readonly { readonly id: string; readonly label: Text }[],
  id: string,
  language: Language,
): string {
  const thing = things.find((candidate) => candidate.id === id);
  return thing === undefined ? id : inLanguage(thing.label, language);
}
