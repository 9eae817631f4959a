import type { Language } from "../../core/policy/text.ts";

const es = {
  also: "Y además",
  alsoHint: "Una persona puede tener varias funciones, salvo las que se vigilan entre sí.",
  change: "Cambiar",
  changeNamed: (name: string) => `Cambiar a ${name}`,
  save: "Guardar",
  cancel: "Cancelar",
  access: "Su acceso",
  endSessions: "Cerrar sus sesiones",
  sessionsEnded: (n: number) => (n === 1 ? "Se cerró 1 sesión." : `Se cerraron ${n} sesiones.`),
  resetFactor: "Quitar su segundo paso",
  factorReset: "Se quitó su segundo paso y se cerraron sus sesiones.",
  dismiss: "Retirar de la mesa",
  dismissSure: (name: string) => `¿Retirar a ${name} de la mesa? Pierde el acceso de inmediato.`,
  dismissYes: "Sí, retirar",
  dismissed: (name: string) => `${name} ya no trabaja en la mesa.`,
  tickets: "Sus tickets abiertos, por asignar a otra persona:",
  told: "Se le avisa por correo.",
  confirmFirst: "Confirmar que soy yo",
  party: "Empresa",
  security: "Seguridad de mi cuenta",
  secondFactor: "Segundo paso para entrar",
  asked: {
    roles: "Solo a quienes aprueban o administran",
    everybody: "A todas las personas de la mesa",
  },
};

const en: typeof es = {
  also: "And besides",
  alsoHint: "One person may have several roles, except those that watch each other.",
  change: "Change",
  changeNamed: (name) => `Change ${name}`,
  save: "Save",
  cancel: "Cancel",
  access: "Their access",
  endSessions: "End their sessions",
  sessionsEnded: (n) => (n === 1 ? "1 session was ended." : `${n} sessions were ended.`),
  resetFactor: "Remove their second step",
  factorReset: "Their second step was removed and their sessions ended.",
  dismiss: "Remove from the desk",
  dismissSure: (name) => `Remove ${name} from the desk? They lose access at once.`,
  dismissYes: "Yes, remove",
  dismissed: (name) => `${name} no longer works at the desk.`,
  tickets: "Their open tickets, to be given to somebody else:",
  told: "They are told by mail.",
  confirmFirst: "Confirm that it is me",
  party: "Company",
  security: "Security of my account",
  secondFactor: "Second step to sign in",
  asked: {
    roles: "Only of those who approve or administer",
    everybody: "Of everybody at the desk",
  },
};

/** Words of the page of people that change what somebody is. */
export const staffWorkWords: Readonly<Record<Language, typeof es>> = { es, en };
