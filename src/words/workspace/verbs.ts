import type { Language } from "../../core/policy/text.ts";
import { actsEn, actsEs } from "./acts.ts";

/** What people call each act on a ticket besides its own name: a search for a verb finds any of them. */
interface Verb {
  /** Its name, as a button or a menu says it. */
  readonly name: string;
  /** Other words for it, in lower case and without accents, several in one text. */
  readonly also: string;
}

const es = {
  reply: { name: "Responder", also: "contestar escribir respuesta correo" },
  note: { name: "Escribir nota interna", also: "nota anotar comentar comentario interno apuntar" },
  ask: {
    name: "Preguntar al cliente",
    also: "pregunta pedir informacion datos solicitar autorizacion",
  },
  solve: { name: "Resolver", also: "solucionar solucion terminar resuelto causa remedio" },
  "hand-back": {
    name: "Devolver al nivel anterior",
    also: "devolucion regresar resuelto por nivel",
  },
  admit: { name: actsEs.admit, also: "aceptar recibir ingresar" },
  verify: { name: actsEs.verify, also: "verificar llamar identidad comprobacion" },
  assignToMe: { name: actsEs.assignToMe, also: "tomar atender yo mio quedarmelo asignar a mi" },
  assign: { name: actsEs.assign, also: "pasar dar reasignar transferir persona companero" },
  unassign: { name: actsEs.unassign, also: "soltar liberar desasignar dejar" },
  classify: {
    name: actsEs.classify,
    also: "severidad prioridad urgencia gravedad cambiar clasificacion",
  },
  route: { name: actsEs.route, also: "escalar escalamiento nivel operaciones desarrollo turno" },
  "ask-level": { name: actsEs["ask-level"], also: "pedir informacion nivel detalle consultar" },
  resume: { name: actsEs.resume, also: "reanudar continuar seguir despausar" },
  "log-call": { name: actsEs["log-call"], also: "llamada telefono llamar anotar llamada" },
  wait: { name: actsEs.wait, also: "pausar pausa espera tercero proveedor" },
  schedule: {
    name: actsEs.schedule,
    also: "posponer programar aplazar recordar fecha luego manana",
  },
  link: { name: actsEs.link, also: "vincular ligar enlazar relacion" },
  merge: { name: actsEs.merge, also: "fusionar combinar juntar duplicado fusion" },
  rebind: { name: actsEs.rebind, also: "version manual politica" },
  close: { name: actsEs.close, also: "cerrar terminar descartar spam fuera de alcance rechazar" },
} satisfies Record<string, Verb>;

/** The name of an act among the words of the workspace. */
export type VerbId = keyof typeof es;

const en: Readonly<Record<VerbId, Verb>> = {
  reply: { name: "Reply", also: "answer write respond mail" },
  note: { name: "Write an internal note", also: "note comment internal" },
  ask: { name: "Ask the client", also: "question request information authorisation" },
  solve: { name: "Solve", also: "resolve solution done fix cause remedy" },
  "hand-back": { name: "Hand back to the level before", also: "return back done by level" },
  admit: { name: actsEn.admit, also: "accept take in" },
  verify: { name: actsEn.verify, also: "check call identity" },
  assignToMe: { name: actsEn.assignToMe, also: "take mine own grab" },
  assign: { name: actsEn.assign, also: "give reassign transfer person" },
  unassign: { name: actsEn.unassign, also: "release drop leave" },
  classify: { name: actsEn.classify, also: "severity priority urgency" },
  route: { name: actsEn.route, also: "escalate level operations development" },
  "ask-level": { name: actsEn["ask-level"], also: "consult detail" },
  resume: { name: actsEn.resume, also: "continue unpause go on" },
  "log-call": { name: actsEn["log-call"], also: "phone telephone call" },
  wait: { name: actsEn.wait, also: "pause hold third party" },
  schedule: { name: actsEn.schedule, also: "snooze later postpone remind date tomorrow" },
  link: { name: actsEn.link, also: "relate connect" },
  merge: { name: actsEn.merge, also: "join combine duplicate" },
  rebind: { name: actsEn.rebind, also: "version policy manual" },
  close: { name: actsEn.close, also: "end discard spam out of scope reject" },
};

const verbs: Readonly<Record<Language, Readonly<Record<VerbId, Verb>>>> = { es, en };

/** The name of an act, as a menu says it. */
export function actName(id: VerbId, language: Language): string {
  return verbs[language][id].name;
}

/** All words by which an act is found, in both languages: who works in Spanish may think «merge». */
export function actWords(id: VerbId): string {
  return [es[id], en[id]].map(({ name, also }) => `${name} ${also}`).join(" ");
}
