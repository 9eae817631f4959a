import type { Language } from "../../core/policy/text.ts";

const es = {
  edition: (version: number) => `Según la versión ${version} del manual`,
  pageOf: (page: number, pages: number) => `${page} de ${pages}`,
  only: (roles: string) =>
    `Solo puede pedirlo ${roles}. La firma quien lo pide y la envía desde su dirección registrada.`,
  clauses: (list: string) => `Cláusulas del manual: ${list}`,
  whoAsks: "Quién lo pide",
  date: "Fecha",
  organisation: "RFC y nombre o razón social del cliente",
  name: "Nombre de quien lo pide",
  role: "Función de quien lo pide",
  address: "Correo registrado de quien lo pide",
  what: "Qué se pide",
  signature: "Firma",
  signed: "Nombre y firma de quien lo pide",
  where: "A dónde se envía",
  attach: "Adjunte este formato, lleno y firmado, en la página:",
  noPasswords: "No escriba contraseñas en este formato ni las envíe por correo.",
};

const en: typeof es = {
  edition: (version) => `By version ${version} of the manual`,
  pageOf: (page, pages) => `${page} of ${pages}`,
  only: (roles) =>
    `Only ${roles} can ask for this. Whoever asks signs it and sends it from their registered address.`,
  clauses: (list) => `Clauses of the manual: ${list}`,
  whoAsks: "Who asks",
  date: "Date",
  organisation: "Tax ID and legal name of the client",
  name: "Name of whoever asks",
  role: "Role of whoever asks",
  address: "Registered e-mail of whoever asks",
  what: "What is asked for",
  signature: "Signature",
  signed: "Name and signature of whoever asks",
  where: "Where it goes",
  attach: "Attach this form, filled in and signed, on the page:",
  noPasswords: "Do not write passwords in this form, nor send them by mail.",
};

/** A form on paper, to be filled in by hand. */
export const paperWords: Readonly<Record<Language, typeof es>> = { es, en };
