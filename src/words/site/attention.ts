import type { Language } from "../../core/policy/text.ts";
import { termed } from "../terms.ts";
import { sayDuration } from "../durations.ts";

/** An amount of money, as its exact text and its currency. */
interface Sum {
  readonly amount: string;
  readonly currency: string | null;
}

const sum = ({ amount, currency }: Sum): string => `${amount} ${currency ?? ""}`.trim();

/** "1 hour" as it is said of a price: "per hour". */
const per = (each: string): string => each.replace(/^1 /u, "");

const es = {
  presence: "¿Está en línea?",
  here: "Estoy disponible ahora",
  leaving: "Me retiro",
  presenceAsked:
    "Díganos si está para responder o si se va: así quien atiende se dedica a quienes están en línea.",
  presentNow: "Usted dijo que está disponible ahora.",
  absentNow: "Usted dijo que se retira. Le responderemos aquí, y puede volver cuando quiera.",
  presenceUnsaid: "Prefiero no decirlo",
  urgency: "¿Es urgente?",
  urgencyLead:
    "Solo son urgentes los motivos de esta lista. La mesa confirma o rechaza el que usted declare.",
  urgencyOpens: (channels: string) =>
    `Al declarar uno se abre: ${channels}. Si la mesa lo rechaza, se cierra.`,
  notUrgent: "No es urgente",
  claim: "Declarar urgente",
  groundDuring: (process: string) =>
    `Solo mientras dura un proceso anunciado con anticipación (${process}).`,
  announce: "Ver los procesos anunciados o anunciar uno",
  urgencyState: {
    claimed: (ground: string) => `Usted declaró: ${ground}. La mesa lo confirmará o lo rechazará.`,
    confirmed: (ground: string) => `La mesa confirmó la urgencia: ${ground}.`,
    refused: (ground: string) => `La mesa no confirmó la urgencia: ${ground}.`,
  },
  whyClosed: "¿Por qué no puedo llamar?",
  opensAt: (when: string) =>
    `Si para entonces no le hemos respondido, podrá llamar desde el ${when}.`,
  closedOpenable: "También se abre al declarar un motivo de urgencia.",
  charge: "Atención con cargo",
  quoted: (label: string, minutes: number, money: Sum) =>
    `${label}: hasta ${sayDuration(minutes * 60_000, "es")} por ${sum(money)} como máximo. No se cobra nada sin su aceptación, y solo el tiempo trabajado.`,
  accept: (money: Sum) => `Acepto el cargo de ${sum(money)}`,
  refuse: "No acepto el cargo",
  refuseReason: "Si no lo acepta, por qué",
  statement: "Estado de cuenta",
  none: "Todavía no se ha trabajado tiempo con cargo.",
  when: "Fecha",
  work: "Trabajo",
  time: "Tiempo",
  amount: "Importe",
  total: "Total",
  minutes: (minutes: number) => sayDuration(minutes * 60_000, "es"),
  money: sum,
  quote: (state: "proposed" | "accepted" | "refused" | "replaced") =>
    ({
      proposed: "espera su respuesta",
      accepted: "aceptada por usted",
      refused: "no aceptada",
      replaced: "sustituida por otra",
    })[state],
  quotes: "Cotizaciones",
  outsideNow: (label: string, money: Sum, each: string) =>
    `La mesa está cerrada ahora y su solicitud queda registrada. ${label}: depende de que haya alguien disponible y cuesta ${sum(money)} por ${per(each)}; se le cotiza en la página de su ticket y solo se cobra si usted la acepta antes.`,
  course: "Solicitar el curso",
  citesLabel: "Número del caso anterior",
  citesHint: "El que se cerró sin quedar resuelto.",
};

const en: typeof es = {
  presence: "Are you on line?",
  here: "I am available now",
  leaving: "I am leaving",
  presenceAsked:
    "Tell us whether you are there to answer or leaving: whoever attends can then turn to those who are on line.",
  presentNow: "You said that you are available now.",
  absentNow: "You said that you are leaving. We will answer here, and you can come back any time.",
  presenceUnsaid: "I prefer not to say",
  urgency: "Is it urgent?",
  urgencyLead:
    "Only the grounds of this list are urgent. The desk confirms or refuses the one that you claim.",
  urgencyOpens: (channels) =>
    `Claiming one opens: ${channels}. If the desk refuses it, that closes again.`,
  notUrgent: "It is not urgent",
  claim: "Claim urgency",
  groundDuring: (process) => `Only while a process that was announced ahead goes on (${process}).`,
  announce: "See the announced processes, or announce one",
  urgencyState: {
    claimed: (ground) => `You claimed: ${ground}. The desk will confirm or refuse it.`,
    confirmed: (ground) => `The desk confirmed the urgency: ${ground}.`,
    refused: (ground) => `The desk did not confirm the urgency: ${ground}.`,
  },
  whyClosed: "Why can I not telephone?",
  opensAt: (when) => `If we have not answered you by then, you may call from ${when}.`,
  closedOpenable: "It also opens when you claim a ground of urgency.",
  charge: "Help at a charge",
  quoted: (label, minutes, money) =>
    `${label}: up to ${sayDuration(minutes * 60_000, "en")} for ${sum(money)} at most. Nothing is charged unless you accept, and only for time that was worked.`,
  accept: (money) => `I accept the charge of ${sum(money)}`,
  refuse: "I do not accept the charge",
  refuseReason: "If you do not accept it, why",
  statement: "Statement",
  none: "No time has been worked at a charge yet.",
  when: "Date",
  work: "Work",
  time: "Time",
  amount: "Amount",
  total: "Total",
  minutes: (minutes) => sayDuration(minutes * 60_000, "en"),
  money: sum,
  quote: (state) =>
    ({
      proposed: "waits for your answer",
      accepted: "accepted by you",
      refused: "not accepted",
      replaced: "replaced by another",
    })[state],
  quotes: "Quotes",
  outsideNow: (label, money, each) =>
    `The desk is closed now and your request is registered. ${label}: it depends on somebody being available and costs ${sum(money)} per ${per(each)}; it is quoted on your ticket's page and charged only if you accept it first.`,
  course: "Ask for the course",
  citesLabel: "Number of the earlier case",
  citesHint: "The one that was closed without being solved.",
};

/** What a requester reads and says about being there, urgency, the telephone and charges. */
export const attentionWords: Readonly<Record<Language, typeof es>> = termed({ es, en });
