import type { HookType } from "../../core/webhook/hook-types.ts";
import type { Language } from "../../core/policy/text.ts";

type State = "on" | "off" | "gone" | "failing" | "removed";
type Sent = "pending" | "sent" | "failed" | "missed";

interface Words {
  readonly title: string;
  readonly lead: string;
  readonly none: string;
  readonly url: string;
  readonly urlHint: string;
  readonly note: string;
  readonly types: string;
  readonly typesMissing: string;
  readonly all: string;
  readonly typeMeans: Readonly<Record<HookType, string>>;
  readonly makeTitle: string;
  readonly make: string;
  readonly secretTitle: string;
  readonly secretText: (host: string) => string;
  readonly copy: string;
  readonly copied: string;
  readonly done: string;
  readonly states: Readonly<Record<State, string>>;
  readonly failingSince: (moment: string) => string;
  readonly turnOn: string;
  readonly turnOff: string;
  readonly remove: string;
  readonly removeSure: string;
  readonly renew: string;
  readonly renewSure: string;
  readonly trial: string;
  readonly log: string;
  readonly logOf: (host: string) => string;
  readonly back: string;
  readonly noLog: string;
  readonly what: string;
  readonly state: string;
  readonly answered: string;
  readonly sent: Readonly<Record<Sent, string>>;
  readonly trialName: string;
  readonly again: string;
  readonly attempts: (n: number) => string;
  readonly next: (moment: string) => string;
  readonly took: (ms: number) => string;
  readonly because: (code: string) => string;
  readonly stretchTitle: string;
  readonly stretchLead: string;
  readonly from: string;
  readonly to: string;
  readonly which: string;
  readonly onlyMissing: string;
  readonly everything: string;
  readonly resend: string;
  readonly onTheirWay: (n: number) => string;
  readonly refresh: string;
}

const es: Words = {
  title: "Webhooks",
  lead: "Direcciones de otros sistemas a las que se avisa lo que ocurre en los tickets, con firma y sin datos del cliente.",
  none: "No se avisa a ningún sistema.",
  url: "Dirección",
  urlHint:
    "https, sin usuario ni contraseña. Se llama desde el servidor: no puede estar en una red privada.",
  note: "Para qué es",
  types: "De qué se avisa",
  typesMissing: "Elija al menos un aviso.",
  all: "Todos los avisos",
  typeMeans: {
    "ticket.filed": "Se registró un ticket",
    "ticket.held": "Quedó retenido",
    "ticket.admitted": "Se admitió",
    "ticket.client_wrote": "Escribió el cliente",
    "ticket.replied": "Contestó la mesa",
    "ticket.noted": "Se anotó algo interno",
    "ticket.classified": "Cambió la severidad",
    "ticket.assigned": "Se asignó",
    "ticket.routed": "Cambió de nivel",
    "ticket.paused": "Quedó en espera",
    "ticket.resumed": "Se reanudó",
    "ticket.solved": "Se solucionó",
    "ticket.confirmed": "El cliente confirmó",
    "ticket.reopened": "Se reabrió",
    "ticket.closed": "Se cerró",
    "ticket.merged": "Se unió a otro",
    "clock.warned": "Un plazo está por vencer",
    "clock.breached": "Venció un plazo",
    "clock.limit_moved": "Un plazo cambió de fecha",
    "clock.revised": "Se corrigió un vencimiento",
  },
  makeTitle: "Nuevo webhook",
  make: "Agregar el webhook",
  secretTitle: "El secreto está listo",
  secretText: (host) =>
    `Guárdelo ahora en ${host}: con él comprueba que los avisos son de esta mesa, y no se vuelve a mostrar.`,
  copy: "Copiar el secreto",
  copied: "Copiado",
  done: "Ya lo guardé",
  states: {
    on: "Encendido",
    off: "Apagado",
    gone: "Apagado: contestó que ya no existe (410)",
    failing: "Apagado: no aceptó avisos en tres días",
    removed: "Quitado",
  },
  failingSince: (moment) => `Sin aceptar avisos desde ${moment}`,
  turnOn: "Encender",
  turnOff: "Apagar",
  remove: "Quitar",
  removeSure: "Quitarlo, con su registro",
  renew: "Renovar el secreto",
  renewSure: "Renovarlo: el anterior vale un día más",
  trial: "Enviar una prueba",
  log: "Envíos",
  logOf: (host) => `Envíos a ${host}`,
  back: "Volver a los webhooks",
  noLog: "Todavía no hay envíos.",
  what: "Aviso",
  state: "Estado",
  answered: "Respuesta",
  sent: {
    pending: "En camino",
    sent: "Entregado",
    failed: "No se entregó",
    missed: "Ocurrió con el webhook apagado",
  },
  trialName: "Prueba",
  again: "Reenviar",
  attempts: (n) => (n === 1 ? "1 intento" : `${n} intentos`),
  next: (moment) => `siguiente ${moment}`,
  took: (ms) => `${ms} ms`,
  because: (code) =>
    ({
      ETIMEDOUT: "No contestó en 15 segundos",
      ECONNREFUSED: "No acepta la conexión",
      ECONNRESET: "Cortó la conexión",
      ENOTFOUND: "El nombre no existe",
      EPRIVATE: "Está en una red privada: no se le llama",
    })[code] ?? code,
  stretchTitle: "Reenviar un periodo",
  stretchLead: "Cada aviso sale otra vez con su mismo identificador, hasta mil por vez.",
  from: "Desde",
  to: "Hasta",
  which: "Cuáles",
  onlyMissing: "Los que no se entregaron",
  everything: "Todos",
  resend: "Reenviar el periodo",
  onTheirWay: (n) => (n === 1 ? "Va en camino 1 aviso." : `Van en camino ${n} avisos.`),
  refresh: "Actualizar",
};

const en: Words = {
  title: "Webhooks",
  lead: "Addresses of other systems that are told what happens in tickets, signed and without the client's data.",
  none: "No system is told.",
  url: "Address",
  urlHint:
    "https, without user or password. The server calls it: it cannot be in a private network.",
  note: "What it is for",
  types: "What it is told of",
  typesMissing: "Choose one at least.",
  all: "Everything",
  typeMeans: {
    "ticket.filed": "A ticket was filed",
    "ticket.held": "It was held",
    "ticket.admitted": "It was admitted",
    "ticket.client_wrote": "The client wrote",
    "ticket.replied": "The desk replied",
    "ticket.noted": "Something was noted",
    "ticket.classified": "Its severity changed",
    "ticket.assigned": "It was assigned",
    "ticket.routed": "Its level changed",
    "ticket.paused": "It waits",
    "ticket.resumed": "It was resumed",
    "ticket.solved": "It was solved",
    "ticket.confirmed": "The client confirmed",
    "ticket.reopened": "It was reopened",
    "ticket.closed": "It was closed",
    "ticket.merged": "It was merged into another",
    "clock.warned": "A limit is near",
    "clock.breached": "A limit passed",
    "clock.limit_moved": "A limit was moved",
    "clock.revised": "A breach was corrected",
  },
  makeTitle: "New webhook",
  make: "Add the webhook",
  secretTitle: "The secret is ready",
  secretText: (host) =>
    `Keep it in ${host} now: with it you check that notices are this desk's, and it is not shown again.`,
  copy: "Copy the secret",
  copied: "Copied",
  done: "I have kept it",
  states: {
    on: "On",
    off: "Off",
    gone: "Off: it answered that it is gone (410)",
    failing: "Off: it took no notice for three days",
    removed: "Taken away",
  },
  failingSince: (moment) => `Has taken no notice since ${moment}`,
  turnOn: "Switch on",
  turnOff: "Switch off",
  remove: "Take away",
  removeSure: "Take it away, with its log",
  renew: "Renew the secret",
  renewSure: "Renew it: the one before holds for another day",
  trial: "Send a trial",
  log: "Deliveries",
  logOf: (host) => `Deliveries to ${host}`,
  back: "Back to the webhooks",
  noLog: "There are no deliveries yet.",
  what: "Notice",
  state: "State",
  answered: "Answer",
  sent: {
    pending: "On its way",
    sent: "Delivered",
    failed: "Not delivered",
    missed: "Happened while the webhook was off",
  },
  trialName: "Trial",
  again: "Send again",
  attempts: (n) => (n === 1 ? "1 attempt" : `${n} attempts`),
  next: (moment) => `next ${moment}`,
  took: (ms) => `${ms} ms`,
  because: (code) =>
    ({
      ETIMEDOUT: "No answer within 15 seconds",
      ECONNREFUSED: "It takes no connection",
      ECONNRESET: "It cut the connection",
      ENOTFOUND: "There is no such name",
      EPRIVATE: "It is in a private network: it is not called",
    })[code] ?? code,
  stretchTitle: "Send a period again",
  stretchLead: "Each notice leaves again with its own id, a thousand at most at once.",
  from: "From",
  to: "To",
  which: "Which",
  onlyMissing: "Those that were not delivered",
  everything: "All",
  resend: "Send the period again",
  onTheirWay: (n) => (n === 1 ? "1 notice is on its way." : `${n} notices are on their way.`),
  refresh: "Refresh",
};

/** What the workspace says of webhooks. */
export const webhookWords: Readonly<Record<Language, Words>> = { es, en };
