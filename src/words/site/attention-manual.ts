import type { Language } from "../../core/policy/text.ts";

const es = {
  urgencyLead:
    "Un motivo se declara en el formulario o en la página del ticket. Un agente lo confirma, y entonces el ticket toma su severidad, o lo rechaza con una razón, y lo que la declaración abrió se cierra.",
  groundDuring: (process: string) => `Solo mientras dura «${process}».`,
  groundSeverity: (severity: string) => `Confirmado: severidad ${severity}.`,
  processes: "Procesos que se anuncian con anticipación",
  process: (types: string, who: string, ahead: string) =>
    `${types === "" ? "" : `${types}. `}Los anuncia ${who}, ${ahead}.`,
  who: { client: "el cliente, para sus propios tickets", agent: "la mesa" },
  anyTimeAhead: "antes de que empiecen",
  timeAhead: (time: string) => `al menos ${time} antes`,
  seeProcesses: "Ver los procesos anunciados",
  presence: "Presencia",
  presenceText: (here: string, leaving: string) =>
    `En el formulario y en la página del ticket se dice «${here}» o «${leaving}».`,
  presenceFrees:
    "Al retirarse, quien atendía queda libre para los clientes que están en línea, y el ticket vuelve a la lista.",
  opensAfter: (what: string) => `Su paso no es un incumplimiento: al cumplirse, se abre ${what}.`,
  training: "Capacitación",
  trainingText: (form: string) =>
    `A quien no está capacitado se le ofrece antes el curso («${form}»). Lo que escribió se conserva.`,
  anew: (form: string) =>
    `Para seguir con un ticket cerrado se llena «${form}», sin copiar nada del anterior.`,
  cites: "Debe citar su folio.",
};

const en: typeof es = {
  urgencyLead:
    "A ground is claimed in the form or on the ticket's page. An agent confirms it, and the ticket takes its severity, or refuses it with a reason, and what the claim opened closes again.",
  groundDuring: (process) => `Only while “${process}” goes on.`,
  groundSeverity: (severity) => `Confirmed: severity ${severity}.`,
  processes: "Processes that are announced ahead",
  process: (types, who, ahead) =>
    `${types === "" ? "" : `${types}. `}Announced by ${who}, ${ahead}.`,
  who: { client: "the client, for their own tickets", agent: "the desk" },
  anyTimeAhead: "before they start",
  timeAhead: (time) => `at least ${time} before`,
  seeProcesses: "See the announced processes",
  presence: "Presence",
  presenceText: (here, leaving) =>
    `In the form and on the ticket's page one says “${here}” or “${leaving}”.`,
  presenceFrees:
    "When the requester leaves, whoever attended is free for the clients who are on line, and the ticket goes back to the list.",
  opensAfter: (what) => `Its passing breaks no promise: then ${what} opens.`,
  training: "Training",
  trainingText: (form) =>
    `Those who are not trained are offered the course first (“${form}”). What they wrote is kept.`,
  anew: (form) =>
    `To go on with a closed ticket “${form}” is filled in, and nothing is copied from the earlier one.`,
  cites: "It must cite its number.",
};

/** The manual's words for urgency, presence, charges and training. */
export const attentionManualWords: Readonly<Record<Language, typeof es>> = { es, en };
