import type { FieldKind } from "../../core/policy/form-rule.ts";
import type { Language } from "../../core/policy/text.ts";
import { termed } from "../terms.ts";

const es = {
  title: "¿Por qué se pide esto?",
  lead: "Cada dato, para qué es y la cláusula del manual que lo pide.",
  kinds: {
    text: "para entender el caso y resolverlo sin volver a preguntarle",
    line: "para ubicar el caso sin volver a preguntarle",
    choice: "para saber de qué se trata y pedirle solo lo que hace falta",
    "yes-no": "para atenderle como corresponde",
    date: "para ubicar el caso en el tiempo",
    number: "para conocer la cantidad",
    identity: "para saber quién lo solicita",
    "legal-name": "para registrarle como lo tiene la autoridad fiscal",
    rfc: "para registrarle como lo tiene la autoridad fiscal",
    "tax-regime": "para registrarle como lo tiene la autoridad fiscal",
    "postal-code": "para registrarle como lo tiene la autoridad fiscal",
    "tax-address": "para registrarle como lo tiene la autoridad fiscal",
    "person-name": "para dirigirnos a usted",
    "user-name": "para abrir su cuenta con ese nombre",
    consent: "sin su acuerdo no se puede registrar",
    "contact-email": "para enviarle el folio y las respuestas",
    telephone: "por si hace falta llamarle",
    portal: "para saber en qué portal sucede",
    subject: "para reconocer el caso entre los demás",
    files: "para ver lo mismo que usted",
  } satisfies Record<FieldKind, string>,
  classifies: "de esto depende la severidad, y con ella los plazos",
  trains: "la mesa atiende a personas capacitadas",
  waits: "sin esto la solicitud se guarda y espera",
  asked: (field: string, answers: string) => `se pide si en «${field}» elige ${answers}`,
  answer: (option: string) => `«${option}»`,
  optional: "es opcional",
};

const en: typeof es = {
  title: "Why is this asked?",
  lead: "Each thing, what it is for and the clause of the manual that asks for it.",
  kinds: {
    text: "to understand the case and solve it without asking you again",
    line: "to place the case without asking you again",
    choice: "to know what it is about and ask only for what is needed",
    "yes-no": "to attend to you as is due",
    date: "to place the case in time",
    number: "to know how many",
    identity: "to know who is asking",
    "legal-name": "to register you as the tax authority has you",
    rfc: "to register you as the tax authority has you",
    "tax-regime": "to register you as the tax authority has you",
    "postal-code": "to register you as the tax authority has you",
    "tax-address": "to register you as the tax authority has you",
    "person-name": "to address you",
    "user-name": "to open your account under that name",
    consent: "without your agreement it cannot be registered",
    "contact-email": "to send you the ticket number and the answers",
    telephone: "in case we need to call you",
    portal: "to know in which portal it happens",
    subject: "to tell the case from the others",
    files: "to see what you see",
  },
  classifies: "the severity depends on it, and so do the times",
  trains: "the desk serves people who are trained",
  waits: "without it the request is kept and waits",
  asked: (field, answers) => `asked if in “${field}” you choose ${answers}`,
  answer: (option) => `“${option}”`,
  optional: "it is optional",
};

/** Why a form asks for what it asks. */
export const whyWords: Readonly<Record<Language, typeof es>> = termed({ es, en });
