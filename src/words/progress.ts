import type { Language } from "../core/policy/text.ts";
import type { CloseReason, Fact, HeldReason } from "../core/ticket/event.ts";
import type { Progress } from "../core/ticket/ticket.ts";

type Both = Readonly<Record<Language, string>>;

const progress: Readonly<Record<Progress, Both>> = {
  unattended: { es: "Sin atender", en: "Unattended" },
  working: { es: "En atención", en: "Working" },
  routed: { es: "En otro nivel", en: "At another level" },
  "close-the-loop": { es: "Avisar la solución", en: "Close the loop" },
  "waiting-for-client": { es: "En espera del cliente", en: "Waiting for the client" },
  "waiting-for-authorisation": { es: "En espera de autorización", en: "Waiting for authorisation" },
  "waiting-for-third-party": { es: "En espera de un tercero", en: "Waiting for a third party" },
  scheduled: { es: "Programado", en: "Scheduled" },
  solved: { es: "Resuelto, por confirmar", en: "Solved, to be confirmed" },
  closed: { es: "Cerrado", en: "Closed" },
};

const facts: Readonly<Record<Fact["type"], Both>> = {
  filed: { es: "Ticket registrado", en: "Ticket filed" },
  held: { es: "Ticket retenido", en: "Ticket held" },
  admitted: { es: "Ticket admitido", en: "Ticket admitted" },
  proved: { es: "comprobó su identidad", en: "proved who they are" },
  verified: { es: "comprobado por teléfono", en: "verified by telephone" },
  completed: { es: "completó su solicitud", en: "completed their request" },
  arrived: { es: "El solicitante está disponible", en: "The requester is there" },
  left: { es: "El solicitante se retiró", en: "The requester has left" },
  added: { es: "Mensaje del cliente", en: "Message of the client" },
  contacted: { es: "Respuesta de la mesa", en: "Answer of the desk" },
  noted: { es: "Nota interna", en: "Internal note" },
  classified: { es: "Severidad asignada", en: "Severity set" },
  assigned: { es: "Asignado a un especialista", en: "Assigned to a specialist" },
  routed: { es: "Turnado a otro nivel", en: "Routed to another level" },
  "handed-back": { es: "Devuelto con causa y solución", en: "Handed back with cause and remedy" },
  "level-asked": { es: "Detalles pedidos a otro nivel", en: "Another level asked for details" },
  "level-answered": { es: "Detalles dados", en: "Details given" },
  "procedure-started": { es: "Empezó un procedimiento", en: "A procedure began" },
  "step-done": { es: "Paso hecho", en: "Step done" },
  "turn-set": { es: "Aviso de la solución por hacer", en: "The solution is to be told" },
  "call-due": { es: "Llamada por hacer", en: "Call due" },
  "solution-sent": { es: "Solución enviada por correo", en: "Solution sent by mail" },
  "account-requested": { es: "Cuenta solicitada", en: "Account asked for" },
  "account-accepted": { es: "Cuenta aceptada", en: "Account accepted" },
  "account-refused": { es: "Cuenta no aceptada", en: "Account not accepted" },
  "call-attempted": { es: "Llamada sin respuesta", en: "Call not answered" },
  paused: { es: "En espera", en: "Waiting" },
  resumed: { es: "Atención retomada", en: "Taken up again" },
  "urgency-claimed": { es: "Urgencia solicitada", en: "Urgency claimed" },
  "urgency-confirmed": { es: "Urgencia confirmada", en: "Urgency confirmed" },
  "urgency-refused": { es: "Urgencia no aceptada", en: "Urgency refused" },
  "charge-proposed": { es: "Cargo propuesto", en: "Charge proposed" },
  "charge-accepted": { es: "Cargo aceptado", en: "Charge accepted" },
  "charge-refused": { es: "Cargo no aceptado", en: "Charge not accepted" },
  "time-logged": { es: "Tiempo con cargo", en: "Charged time" },
  solved: { es: "Resuelto", en: "Solved" },
  confirmed: { es: "Solución confirmada por el cliente", en: "Solution confirmed by the client" },
  reopened: { es: "No quedó resuelto: continúa la atención", en: "Not solved: work goes on" },
  closed: { es: "Ticket cerrado", en: "Ticket closed" },
  merged: { es: "Unido a otro ticket", en: "Joined to another ticket" },
  absorbed: { es: "Otro ticket se unió a este", en: "Another ticket joined this one" },
  split: { es: "Parte de este ticket pasó a otro", en: "Part of this ticket went to another" },
  linked: { es: "Relacionado con otro ticket", en: "Linked to another ticket" },
  unlinked: { es: "Ya no es parte de otro ticket", en: "No longer part of another ticket" },
  "participant-added": { es: "Alguien más recibe copia", en: "Somebody else is in copy" },
  rebound: {
    es: "Cambió la versión del manual que rige",
    en: "Another version of the manual binds it",
  },
  "limit-moved": {
    es: "El horario cambió y movió un compromiso",
    en: "The hours changed and moved a promise",
  },
  warned: { es: "Aviso de vencimiento", en: "Deadline warning" },
  breached: { es: "Compromiso vencido", en: "Promise broken" },
  passed: { es: "Plazo cumplido", en: "Term over" },
  opened: { es: "Se abrió otro canal de atención", en: "Another channel was opened" },
  revised: {
    es: "Registro corregido por un hecho anterior",
    en: "Record revised by an earlier fact",
  },
};

const closings: Readonly<Record<CloseReason | "merged", Both>> = {
  confirmed: { es: "El cliente confirmó la solución", en: "The client confirmed the solution" },
  silence: {
    es: "No hubo respuesta del cliente en el plazo",
    en: "The client did not answer in time",
  },
  withdrawn: { es: "El cliente retiró la solicitud", en: "The client withdrew the request" },
  "out-of-scope": { es: "Fuera del alcance del servicio", en: "Out of the service's scope" },
  spam: { es: "No era una solicitud", en: "Not a request" },
  duplicate: { es: "Repetía otro ticket", en: "A duplicate of another ticket" },
  "by-agent": { es: "Cerrado por la mesa", en: "Closed by the desk" },
  merged: { es: "Unido a otro ticket", en: "Joined to another ticket" },
};

const holdings: Readonly<Record<HeldReason, Both>> = {
  "support-expired": {
    es: "El soporte del cliente venció",
    en: "The client's support has expired",
  },
  unverified: { es: "Falta verificar quién lo solicita", en: "The sender is still to be verified" },
  incomplete: { es: "Falta información requerida", en: "Required information is missing" },
  untrained: {
    es: "Falta la capacitación: se ofrece el curso",
    en: "Training is missing: the course is offered",
  },
};

/** The working state of a ticket, for the desk's people. */
export function progressInWords(state: Progress, language: Language): string {
  return progress[state][language];
}

/** What kind of thing happened, as the heading of a line of the timeline. */
export function factInWords(type: Fact["type"], language: Language): string {
  return facts[type][language];
}

/** Why a ticket ended. */
export function closingInWords(reason: CloseReason | "merged", language: Language): string {
  return closings[reason][language];
}

/** Why a ticket is held. */
export function holdingInWords(why: HeldReason, language: Language): string {
  return holdings[why][language];
}
