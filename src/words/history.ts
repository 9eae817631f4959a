import type { CloseReason, Fact } from "../core/ticket/event.ts";
import type { Line } from "../core/ticket/timeline.ts";
import type { Language } from "../core/policy/text.ts";
import type { Instant } from "../core/time/instant.ts";
import { sayCivilDate, sayMoment } from "./dates.ts";
import type { Place } from "./dates.ts";

/** What the ids in a line are called: severities, levels, clocks and channels of the policy. */
export interface LineLabels {
  readonly severity: (id: string) => string;
  readonly level: (id: string) => string;
  readonly clock: (id: string) => string;
  readonly channel: (id: string) => string;
  /** An instant, in the reader's zone and words. */
  readonly moment: (at: Instant) => string;
  /** What a procedure is called, and a step of it; where they are at hand. */
  readonly procedure?: (id: string) => string;
  readonly step?: (procedure: string, index: number) => string;
}

type Say = (line: Line, labels: LineLabels) => string;
type Sentences = Readonly<Record<Fact["type"], Say>>;

const closings: Readonly<Record<Language, Readonly<Record<CloseReason, string>>>> = {
  es: {
    confirmed: "el cliente confirmó que quedó resuelto",
    silence: "no hubo respuesta del cliente",
    withdrawn: "el cliente retiró la solicitud",
    "out-of-scope": "está fuera del alcance del servicio",
    spam: "no es una solicitud",
    duplicate: "ya había otro ticket del mismo caso",
    "by-agent": "lo cerró la mesa",
  },
  en: {
    confirmed: "the client confirmed that it is solved",
    silence: "the client did not answer",
    withdrawn: "the client took the request back",
    "out-of-scope": "it is outside the scope of the service",
    spam: "it is not a request",
    duplicate: "there was another ticket of the same case",
    "by-agent": "the desk closed it",
  },
};

const of = (line: Line, fact: string): string => line.facts[fact] ?? "";
const by = (line: Line, nobody: string): string => line.name ?? nobody;
const money = (line: Line): string => `${of(line, "amount")} ${of(line, "currency")}`.trim();
const because = (line: Line, language: Language): string => {
  const reason = of(line, "reason");
  return closings[language][reason as CloseReason] ?? reason;
};

const reasonIn = (line: Line, fact: "why" | "reason"): string =>
  of(line, fact) === "" ? "" : `: ${of(line, fact)}`;
const at = (line: Line, fact: string, { moment }: LineLabels): string =>
  moment(Number(of(line, fact)));
const isBack = ({ facts }: Line): boolean => facts["promised"] === facts["deadline"];

const es: Sentences = {
  filed: (line, { channel }) => `Se registró la solicitud (${channel(of(line, "channel"))}).`,
  held: () => "La solicitud quedó retenida hasta completar lo que falta.",
  admitted: () => "La solicitud fue admitida.",
  proved: () => "El solicitante comprobó su identidad con un código.",
  verified: (line) =>
    of(line, "called") === ""
      ? "La mesa comprobó por teléfono quién hizo la solicitud."
      : `${by(line, "La mesa")} llamó a ${of(line, "called")} a su teléfono registrado (${of(line, "telephone")}): la solicitud es suya.`,
  completed: () => "El solicitante completó la solicitud.",
  arrived: () => "El solicitante avisó que está disponible.",
  left: () => "El solicitante avisó que se retira.",
  added: (line) => `${by(line, "El solicitante")} agregó información.`,
  contacted: (line) =>
    of(line, "how") === "call"
      ? `${by(line, "La mesa")} habló por teléfono con el solicitante.`
      : of(line, "asks") === ""
        ? `${by(line, "La mesa")} respondió.`
        : `${by(line, "La mesa")} hizo una pregunta y espera respuesta.`,
  noted: (line) => `${by(line, "La mesa")} guardó una nota interna.`,
  classified: (line, { severity }) => `Severidad: ${severity(of(line, "severity"))}.`,
  assigned: (line) =>
    of(line, "assignee") === ""
      ? "Se asignó a un técnico."
      : `Se asignó a ${of(line, "assignee")}.`,
  routed: (line, { level }) =>
    of(line, "to") === "" ? "Pasó a un especialista." : `Pasó a ${level(of(line, "to"))}.`,
  "handed-back": (line, { level }) => `Volvió a ${level(of(line, "to"))} con causa y solución.`,
  "level-asked": (line, { level }) =>
    `${level(of(line, "from"))} pidió detalles a ${level(of(line, "to"))}.`,
  "level-answered": (line, { level }) =>
    `${level(of(line, "from"))} dio los detalles a ${level(of(line, "to"))}.`,
  "procedure-started": (line, { procedure }) =>
    `Empezó: ${procedure?.(of(line, "procedure")) ?? of(line, "procedure")}.`,
  "step-done": (line, { step }) =>
    `${by(line, "La mesa")}: ${step?.(of(line, "procedure"), Number(of(line, "step"))) ?? "paso hecho"}.`,
  "turn-set": (line) =>
    of(line, "channel") === "phone"
      ? "Hay que llamar al cliente para darle la solución."
      : "Toca avisar al cliente por correo.",
  "call-due": () => "Es hora de llamar al cliente.",
  "solution-sent": () => "No se encontró al cliente por teléfono: la solución se envió por correo.",
  "account-requested": () => "Se pidió una cuenta, que la mesa debe aceptar.",
  "account-accepted": () => "La cuenta fue aceptada.",
  "account-refused": (line) => `La cuenta no fue aceptada: ${of(line, "reason")}.`,
  "call-attempted": () => "Se llamó por teléfono sin encontrar respuesta.",
  paused: (line) =>
    of(line, "reason") === "waiting-for-third-party"
      ? "Se espera a un tercero."
      : "El trabajo quedó en pausa.",
  resumed: () => "El trabajo continuó.",
  "urgency-claimed": () => "Se declaró urgente.",
  "urgency-confirmed": () => "La urgencia fue confirmada.",
  "urgency-refused": (line) => `La urgencia no procede: ${of(line, "reason")}.`,
  "charge-proposed": (line) =>
    `Se propuso un cargo de ${money(line)} por ${of(line, "minutes")} minutos de atención.`,
  "charge-accepted": () => "El cliente autorizó el cargo.",
  "charge-refused": (line) =>
    of(line, "reason") === ""
      ? "El cliente no aceptó el cargo."
      : `El cliente no aceptó el cargo: ${of(line, "reason")}.`,
  "time-logged": (line) =>
    `Se trabajaron ${of(line, "minutes")} minutos con cargo (${money(line)}): ${of(line, "work")}.`,
  solved: () => "Se encontró la solución.",
  confirmed: () => "El cliente confirmó que quedó resuelto.",
  reopened: () => "El cliente avisó que no quedó resuelto; se atiende de nuevo.",
  closed: (line) => `Se cerró: ${because(line, "es")}.`,
  merged: (line) => `Se unió al ticket ${of(line, "into")}.`,
  absorbed: (line) => `Se le unió el ticket ${of(line, "from")}.`,
  split: (line) => `Un mensaje pasó al ticket nuevo ${of(line, "into")}.`,
  "participant-added": (line) =>
    `Desde aquí ${of(line, "address")} recibe lo mismo que el cliente.`,
  linked: (line) => `Se relacionó con el ticket ${of(line, "to")}.`,
  unlinked: (line) => `Dejó de ser parte del ticket ${of(line, "to")}.`,
  rebound: (line) =>
    `Pasó a la versión ${of(line, "policy")} del manual${reasonIn(line, "reason")}.`,
  "limit-moved": (line, labels) =>
    [
      `Cambió el horario del ${sayCivilDate(of(line, "date"), "es")}${reasonIn(line, "why")}.`,
      isBack(line)
        ? `${labels.clock(of(line, "clock"))}: vence otra vez en lo prometido, ${at(line, "promised", labels)}.`
        : `${labels.clock(of(line, "clock"))}: prometido ${at(line, "promised", labels)} · ahora calculado ${at(line, "deadline", labels)}.`,
    ].join(" "),
  warned: (line, { clock }) => `Está por vencer: ${clock(of(line, "clock"))}.`,
  breached: (line, { clock }) => `Venció el plazo: ${clock(of(line, "clock"))}.`,
  passed: (line, { clock }) => `Se cumplió el plazo: ${clock(of(line, "clock"))}.`,
  opened: (line, { channel }) => `Se abrió la atención por ${channel(of(line, "channel"))}.`,
  revised: () => "Se corrigió el registro por un hecho que llegó tarde.",
};

const en: Sentences = {
  filed: (line, { channel }) => `The request was registered (${channel(of(line, "channel"))}).`,
  held: () => "The request was held until what is missing is completed.",
  admitted: () => "The request was admitted.",
  proved: () => "The requester proved who they are with a code.",
  verified: (line) =>
    of(line, "called") === ""
      ? "The desk verified by telephone who made the request."
      : `${by(line, "The desk")} called ${of(line, "called")} at their registered telephone (${of(line, "telephone")}): the request is theirs.`,
  completed: () => "The requester completed the request.",
  arrived: () => "The requester said that they are available.",
  left: () => "The requester said that they are leaving.",
  added: (line) => `${by(line, "The requester")} added information.`,
  contacted: (line) =>
    of(line, "how") === "call"
      ? `${by(line, "The desk")} spoke to the requester by telephone.`
      : of(line, "asks") === ""
        ? `${by(line, "The desk")} answered.`
        : `${by(line, "The desk")} asked a question and waits for the answer.`,
  noted: (line) => `${by(line, "The desk")} kept an internal note.`,
  classified: (line, { severity }) => `Severity: ${severity(of(line, "severity"))}.`,
  assigned: (line) =>
    of(line, "assignee") === ""
      ? "It was assigned to a technician."
      : `It was assigned to ${of(line, "assignee")}.`,
  routed: (line, { level }) =>
    of(line, "to") === ""
      ? "It went on to a specialist."
      : `It went on to ${level(of(line, "to"))}.`,
  "handed-back": (line, { level }) =>
    `It came back to ${level(of(line, "to"))} with cause and solution.`,
  "level-asked": (line, { level }) =>
    `${level(of(line, "from"))} asked ${level(of(line, "to"))} for details.`,
  "level-answered": (line, { level }) =>
    `${level(of(line, "from"))} gave ${level(of(line, "to"))} the details.`,
  "procedure-started": (line, { procedure }) =>
    `Begun: ${procedure?.(of(line, "procedure")) ?? of(line, "procedure")}.`,
  "step-done": (line, { step }) =>
    `${by(line, "The desk")}: ${step?.(of(line, "procedure"), Number(of(line, "step"))) ?? "step done"}.`,
  "turn-set": (line) =>
    of(line, "channel") === "phone"
      ? "The client is to be called and told the solution."
      : "The client is told by mail now.",
  "call-due": () => "It is time to call the client.",
  "solution-sent": () => "The client was not found by telephone: the solution was sent by mail.",
  "account-requested": () => "An account was asked for, which the desk must accept.",
  "account-accepted": () => "The account was accepted.",
  "account-refused": (line) => `The account was not accepted: ${of(line, "reason")}.`,
  "call-attempted": () => "A call found nobody.",
  paused: (line) =>
    of(line, "reason") === "waiting-for-third-party"
      ? "A third party is awaited."
      : "The work was paused.",
  resumed: () => "The work went on.",
  "urgency-claimed": () => "It was claimed to be urgent.",
  "urgency-confirmed": () => "The urgency was confirmed.",
  "urgency-refused": (line) => `It is not urgent: ${of(line, "reason")}.`,
  "charge-proposed": (line) =>
    `A charge of ${money(line)} was proposed for ${of(line, "minutes")} minutes of help.`,
  "charge-accepted": () => "The client authorised the charge.",
  "charge-refused": (line) =>
    of(line, "reason") === ""
      ? "The client did not accept the charge."
      : `The client did not accept the charge: ${of(line, "reason")}.`,
  "time-logged": (line) =>
    `${of(line, "minutes")} minutes were worked at a charge (${money(line)}): ${of(line, "work")}.`,
  solved: () => "The solution was found.",
  confirmed: () => "The client confirmed that it is solved.",
  reopened: () => "The client said that it is not solved; work goes on.",
  closed: (line) => `It was closed: ${because(line, "en")}.`,
  merged: (line) => `It was merged into ticket ${of(line, "into")}.`,
  absorbed: (line) => `Ticket ${of(line, "from")} was merged into it.`,
  split: (line) => `A message became the new ticket ${of(line, "into")}.`,
  "participant-added": (line) =>
    `From here on ${of(line, "address")} is told what the client is told.`,
  linked: (line) => `It was linked to ticket ${of(line, "to")}.`,
  unlinked: (line) => `It is no longer part of ticket ${of(line, "to")}.`,
  rebound: (line) =>
    `It moved to version ${of(line, "policy")} of the manual${reasonIn(line, "reason")}.`,
  "limit-moved": (line, labels) =>
    [
      `The hours of ${sayCivilDate(of(line, "date"), "en")} changed${reasonIn(line, "why")}.`,
      isBack(line)
        ? `${labels.clock(of(line, "clock"))}: due again as promised, ${at(line, "promised", labels)}.`
        : `${labels.clock(of(line, "clock"))}: promised ${at(line, "promised", labels)} · now computed ${at(line, "deadline", labels)}.`,
    ].join(" "),
  warned: (line, { clock }) => `Due soon: ${clock(of(line, "clock"))}.`,
  breached: (line, { clock }) => `Missed: ${clock(of(line, "clock"))}.`,
  passed: (line, { clock }) => `The time ran out: ${clock(of(line, "clock"))}.`,
  opened: (line, { channel }) => `Help by ${channel(of(line, "channel"))} was opened.`,
  revised: () => "The record was corrected by a fact that arrived late.",
};

/** A line of a ticket's history as a sentence. */
export function sayLine(line: Line, labels: LineLabels, language: Language): string {
  return (language === "es" ? es : en)[line.type](line, labels);
}

/** Lines as they are told: without the closing that the client's word brought, which the line before it says. */
export function toldOnce(lines: readonly Line[]): readonly Line[] {
  return lines.filter((line, index) => !isToldBefore(line, lines[index - 1]));
}

function isToldBefore(line: Line, before: Line | undefined): boolean {
  const isByWord = line.type === "closed" && of(line, "reason") === "confirmed";
  return isByWord && before?.type === "confirmed" && before.at === line.at;
}

/** Lines with their moments, one below the other: "lunes 23 de noviembre, 12:00 · Se asignó a un técnico." */
export function sayHistory(lines: readonly Line[], labels: LineLabels, place: Place): string {
  return toldOnce(lines)
    .map((line) => `${sayMoment(line.at, place)} · ${sayLine(line, labels, place.language)}`)
    .join("\n");
}
