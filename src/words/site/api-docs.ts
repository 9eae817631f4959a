import type { Language } from "../../core/policy/text.ts";

const es = {
  title: "La API de Plazo",
  lead: "Lo que hace el espacio de trabajo también lo puede hacer un programa, con un token propio y por las mismas reglas del manual.",
  english:
    "La descripción de cada operación está en inglés; los mensajes de error se dan en el idioma que pida Accept-Language.",
  base: "Dirección",
  file: "La descripción completa (OpenAPI 3.1)",
  start: "Para empezar",
  startSteps: [
    "Una persona que administra la mesa crea un token en Integraciones, con los permisos que hacen falta y una fecha de vencimiento.",
    "El token se envía en cada solicitud: Authorization: Bearer plazo_…",
    "Cada POST lleva una Idempotency-Key propia: si la red falla, la misma solicitud se repite sin hacerse dos veces.",
  ],
  contents: "Contenido",
  sends: "Se envía",
  parameters: "Parámetros",
  answers: "Responde",
  problems: "Errores",
  example: "Ejemplo",
  schemas: "Esquemas",
  name: "Nombre",
  type: "Tipo",
  about: "Qué es",
  required: "obligatorio",
  where: { path: "ruta", query: "consulta", header: "encabezado" },
  codes: "Códigos",
  status: "Estado",
  manual:
    "Cada código, con sus palabras, está en la referencia de rechazos. El 422 lleva la cláusula del manual que dice que no.",
} as const;

interface Words {
  readonly title: string;
  readonly lead: string;
  readonly english: string;
  readonly base: string;
  readonly file: string;
  readonly start: string;
  readonly startSteps: readonly string[];
  readonly contents: string;
  readonly sends: string;
  readonly parameters: string;
  readonly answers: string;
  readonly problems: string;
  readonly example: string;
  readonly schemas: string;
  readonly name: string;
  readonly type: string;
  readonly about: string;
  readonly required: string;
  readonly where: Readonly<Record<"path" | "query" | "header", string>>;
  readonly codes: string;
  readonly status: string;
  readonly manual: string;
}

const en: Words = {
  title: "The API of Plazo",
  lead: "What the workspace does a program can do too, with a token of its own and by the same rules of the manual.",
  english: "Problems are said in the language that Accept-Language asks for.",
  base: "Address",
  file: "The whole description (OpenAPI 3.1)",
  start: "To begin",
  startSteps: [
    "Somebody who administrates the desk makes a token under Integrations, with the scopes that are needed and a date on which it expires.",
    "The token goes with each request: Authorization: Bearer plazo_…",
    "Each POST carries an Idempotency-Key of its own: where the network fails, the same request is sent again and is not done twice.",
  ],
  contents: "Contents",
  sends: "Sent",
  parameters: "Parameters",
  answers: "Answers",
  problems: "Problems",
  example: "Example",
  schemas: "Schemas",
  name: "Name",
  type: "Type",
  about: "What it is",
  required: "required",
  where: { path: "path", query: "query", header: "header" },
  codes: "Codes",
  status: "Status",
  manual:
    "Each code, with its words, is in the reference of refusals. A 422 carries the clause of the manual that says no.",
};

/** What the page of the API's documentation says around the description. */
export const apiDocsWords: Readonly<Record<Language, Words>> = { es, en };
