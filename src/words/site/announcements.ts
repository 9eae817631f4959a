import type { Language } from "../../core/policy/text.ts";
import { termed } from "../terms.ts";

const es = {
  title: "Procesos anunciados",
  lead: "Los procesos especiales se anuncian antes de que empiecen. Mientras dura uno, es motivo de urgencia y puede declararse en el formulario o en la página del ticket.",
  see: "Ver los procesos o anunciar uno",
  none: "No hay procesos anunciados para todos.",
  process: "Proceso",
  from: "Desde",
  until: "Hasta",
  goingOn: "en curso",
  announce: "Anunciar un proceso de su organización",
  announceLead:
    "Vale para los tickets que se registren con este correo. Le damos una liga para cancelarlo.",
  type: "Qué proceso es",
  starts: "Empieza",
  ends: "Termina",
  zone: (zone: string) => `Es ${zone}.`,
  name: "Su nombre",
  address: "Correo de contacto de sus tickets",
  send: "Anunciar",
  tooMany:
    "Se enviaron demasiados anuncios desde su conexión. Espere una hora o escríbanos por otro medio.",
  missing: "Escriba cuándo empieza y cuándo termina, y su nombre.",
  done: "El proceso quedó anunciado.",
  keep: "Guarde esta página: con ella puede cancelarlo.",
  forAddress: (address: string) => `Para los tickets de ${address}.`,
  cancel: "Cancelar el anuncio",
  cancelled: "Este anuncio fue cancelado.",
  over: "Este proceso ya terminó.",
  back: "Registrar una solicitud",
};

const en: typeof es = {
  title: "Announced processes",
  lead: "Special processes are announced before they start. While one goes on it is a ground of urgency, which can be claimed in the form or on the ticket's page.",
  see: "See the processes, or announce one",
  none: "No process is announced for everybody.",
  process: "Process",
  from: "From",
  until: "Until",
  goingOn: "going on",
  announce: "Announce a process of your organisation",
  announceLead:
    "It is for the tickets filed with this address. You get a link with which to cancel it.",
  type: "Which process it is",
  starts: "It starts",
  ends: "It ends",
  zone: (zone) => `It is ${zone}.`,
  name: "Your name",
  address: "Contact e-mail of your tickets",
  send: "Announce",
  tooMany:
    "Too many announcements were sent from your connection. Wait an hour, or write to us in another way.",
  missing: "Write when it starts and when it ends, and your name.",
  done: "The process is announced.",
  keep: "Keep this page: it lets you cancel it.",
  forAddress: (address) => `For the tickets of ${address}.`,
  cancel: "Cancel the announcement",
  cancelled: "This announcement was cancelled.",
  over: "This process is over.",
  back: "File a request",
};

/** The page of announced processes (RD-15c). */
export const announcementWords: Readonly<Record<Language, typeof es>> = termed({ es, en });
