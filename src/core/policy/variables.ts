/**
 * What a message of a pack can say, as `{name}` in its text; there is no logic. Names are Spanish, for
 * those who write the texts. `{liga}` is the address at which the recipient follows the ticket,
 * `{ticket}` what the desk calls a ticket.
 */
export const messageVariables = [
  "folio",
  "ticket",
  "nombre",
  "mesa",
  "asunto",
  "severidad",
  "estado",
  "nivel",
  "agente",
  "mensaje",
  "limite",
  "plazos",
  "historial",
  "causa",
  "remedio",
  "liga",
] as const;

export type MessageVariable = (typeof messageVariables)[number];

/** The variable that makes a message say what a `says:` of the pack demands. */
export const variableOf: Readonly<Record<string, MessageVariable>> = {
  folio: "folio",
  severity: "severidad",
  deadline: "limite",
  deadlines: "plazos",
  history: "historial",
  cause: "causa",
  remedy: "remedio",
  state: "estado",
  level: "nivel",
};

/** The names in braces of a text, in their order, repeated ones once. */
export function variablesIn(text: string): readonly string[] {
  return [...new Set(Array.from(text.matchAll(/\{([^{}]{0,40})\}/g), (match) => match[1] ?? ""))];
}
