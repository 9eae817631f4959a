import type { Language } from "../../core/policy/text.ts";
import { termed } from "../terms.ts";

const es = {
  title: "Seguir un ticket",
  lead: "Escriba su folio y el correo con el que lo registró. Le enviaremos una liga para verlo y responder.",
  folio: "Folio del ticket",
  folioHint: (example: string) => `Como ${example}. No es el folio de una factura.`,
  address: "Correo de contacto",
  send: "Enviarme la liga",
  sentTitle: "Revise su correo",
  // Always the same, whoever asks: it does not tell whether the ticket exists.
  sent: "Si existe un ticket con ese folio y ese correo, le enviamos la liga. Puede tardar unos minutos; búsquela también en correo no deseado.",
  addedTitle: "Lo agregamos a su ticket",
  added: (folio: string) =>
    `Lo que escribió quedó en su ticket ${folio}, que sigue abierto. Para verlo y seguirlo, use la liga que le enviamos por correo.`,
  missing: "Escriba el folio y el correo.",
};

const en: typeof es = {
  title: "Follow a ticket",
  lead: "Write your ticket number and the address you filed it with. We will mail you a link to see it and answer.",
  folio: "Ticket number",
  folioHint: (example) => `Such as ${example}. It is not an invoice's number.`,
  address: "Contact e-mail",
  send: "Mail me the link",
  sentTitle: "Check your mail",
  sent: "If there is a ticket with that number and that address, we have mailed you the link. It may take some minutes; look in junk mail too.",
  addedTitle: "We added it to your ticket",
  added: (folio) =>
    `What you wrote is in your ticket ${folio}, which is still open. To see and follow it, use the link that we mailed to you.`,
  missing: "Write the number and the address.",
};

/** Asking for the link to a ticket. */
export const followWords: Readonly<Record<Language, typeof es>> = termed({ es, en });
