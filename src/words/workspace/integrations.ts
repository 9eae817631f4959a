import type { Scope } from "../../core/access/scopes.ts";
import type { Language } from "../../core/policy/text.ts";

interface Words {
  readonly title: string;
  readonly lead: string;
  readonly docs: string;
  readonly none: string;
  readonly name: string;
  readonly nameHint: string;
  readonly scopes: string;
  readonly scopesMissing: string;
  readonly scopeMeans: Readonly<Record<Scope, string>>;
  readonly expires: string;
  readonly lasts: (days: number) => string;
  readonly used: string;
  readonly never: string;
  readonly by: string;
  readonly state: string;
  readonly good: string;
  readonly expired: string;
  readonly revoked: string;
  readonly revoke: string;
  readonly revokeSure: (name: string) => string;
  readonly make: string;
  readonly makeTitle: string;
  readonly madeTitle: string;
  readonly madeText: (name: string, until: string) => string;
  readonly copy: string;
  readonly copied: string;
  readonly another: string;
  readonly signInAgain: string;
  readonly more: string;
}

const es: Words = {
  title: "Integraciones",
  lead: "Los programas que actúan en esta mesa, cada uno con un token propio. Lo que hacen queda en cada ticket con su nombre.",
  docs: "Documentación de la API",
  none: "Ningún programa tiene acceso a esta mesa.",
  name: "Nombre",
  nameHint: "El del programa que lo va a usar: así aparece en los tickets.",
  scopes: "Permisos",
  scopesMissing: "Elija al menos un permiso.",
  scopeMeans: {
    "tickets:read": "Leer tickets, con sus promesas y su historia",
    "tickets:write": "Registrar tickets y atenderlos",
    "tickets:close": "Cerrar, unir y separar tickets",
    "register:read": "Leer el padrón de contactos",
    "register:write": "Escribir en el padrón",
    "calendar:read": "Leer el horario y sus excepciones",
    "calendar:write": "Publicar excepciones del horario",
    "outgoing:read": "Leer lo que sale de la mesa",
    "reports:read": "Leer lo que hace falta para los informes",
    "policy:read": "Leer el manual como está escrito",
    "webhooks:replay": "Leer los envíos de los webhooks y repetirlos",
    "calls:write": "Avisar de las llamadas de la central telefónica",
    "suggestions:write": "Anotar para la mesa y proponer respuestas, sin enviarlas",
  },
  expires: "Vence",
  lasts: (days) => (days === 365 ? "En un año" : `En ${days} días`),
  used: "Último uso",
  never: "Sin uso",
  by: "Creado por",
  state: "Estado",
  good: "Vigente",
  expired: "Vencido",
  revoked: "Revocado",
  revoke: "Revocar",
  revokeSure: (name) => `Revocar «${name}» ahora: deja de funcionar de inmediato`,
  make: "Crear el token",
  makeTitle: "Nuevo token",
  madeTitle: "El token está listo",
  madeText: (name, until) =>
    `Guárdelo ahora en «${name}»: no se vuelve a mostrar. Vence el ${until}.`,
  copy: "Copiar el token",
  copied: "Copiado",
  another: "Crear otro",
  signInAgain: "Confirmar que es usted",
  more: "Ver más",
};

const en: Words = {
  title: "Integrations",
  lead: "The programs that act at this desk, each with a token of its own. What they do stands in each ticket under their name.",
  docs: "Documentation of the API",
  none: "No program has access to this desk.",
  name: "Name",
  nameHint: "That of the program which will use it: tickets show it.",
  scopes: "Scopes",
  scopesMissing: "Choose one scope at least.",
  scopeMeans: {
    "tickets:read": "Read tickets, with their promises and their history",
    "tickets:write": "File tickets and work on them",
    "tickets:close": "Close, merge and split tickets",
    "register:read": "Read the register of contacts",
    "register:write": "Write in the register",
    "calendar:read": "Read the hours and their exceptions",
    "calendar:write": "Publish exceptions of the hours",
    "outgoing:read": "Read what leaves the desk",
    "reports:read": "Read what reports are made of",
    "policy:read": "Read the manual as it is written",
    "webhooks:replay": "Read the deliveries of webhooks and repeat them",
    "calls:write": "Tell of the telephone exchange's calls",
    "suggestions:write": "Note for the desk and propose replies, without sending them",
  },
  expires: "Expires",
  lasts: (days) => (days === 365 ? "In a year" : `In ${days} days`),
  used: "Last used",
  never: "Never used",
  by: "Made by",
  state: "State",
  good: "Good",
  expired: "Expired",
  revoked: "Revoked",
  revoke: "Revoke",
  revokeSure: (name) => `Revoke “${name}” now: it stops working at once`,
  make: "Make the token",
  makeTitle: "New token",
  madeTitle: "The token is ready",
  madeText: (name, until) =>
    `Keep it in “${name}” now: it is not shown again. It expires on ${until}.`,
  copy: "Copy the token",
  copied: "Copied",
  another: "Make another",
  signInAgain: "Confirm that it is you",
  more: "Show more",
};

/** What the page of integrations says. */
export const integrationWords: Readonly<Record<Language, Words>> = { es, en };
