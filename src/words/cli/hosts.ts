import type { Language } from "../../core/policy/text.ts";

const es = {
  added: (desk: string, host: string) =>
    `La mesa ${desk} se atiende también en https://${host}/ (en unos segundos). El DNS y el certificado de ese nombre deben llegar a este servidor.`,
  removed: (desk: string, host: string) => `La mesa ${desk} ya no se atiende en ${host}.`,
  none: "Ninguna mesa tiene un nombre propio.",
  unknownDesk: (desk: string) => `No existe la mesa «${desk}».`,
  refusals: {
    "host-wrong": (host: string) =>
      `«${host}» no puede ser el nombre de una mesa: debe ser un nombre completo (ayuda.cliente.example), en minúsculas, y no el de PLAZO_URL.`,
    "host-taken": (host: string) => `${host} ya es de una mesa.`,
    "portal-wrong": () => "El nombre del portal lleva solo minúsculas, números y guiones.",
    "no-such-host": (host: string) => `La mesa no tiene el nombre ${host}.`,
  },
};

const en: typeof es = {
  added: (desk, host) =>
    `The desk ${desk} is reached at https://${host}/ as well (in some seconds). DNS and certificate of that name must lead to this server.`,
  removed: (desk, host) => `The desk ${desk} is no longer reached at ${host}.`,
  none: "No desk has a name of its own.",
  unknownDesk: (desk) => `There is no desk “${desk}”.`,
  refusals: {
    "host-wrong": (host) =>
      `“${host}” cannot be a desk's name: it must be a whole name (help.client.example), in lower case, and not that of PLAZO_URL.`,
    "host-taken": (host) => `${host} is a desk's already.`,
    "portal-wrong": () => "The name of a portal has lower-case letters, digits and dashes only.",
    "no-such-host": (host) => `The desk does not have the name ${host}.`,
  },
};

/** What the command about hosts of desks says. */
export const hostWords: Readonly<Record<Language, typeof es>> = { es, en };
