import type { Language } from "../../core/policy/text.ts";
import type { Column } from "../../core/register/import/columns.ts";
import type { FindingCode } from "../../core/register/import/read-row.ts";

type Facts = Readonly<Record<string, string | number>>;

/** What files of the register say, and what is said of them. */
export interface RegisterFileWords {
  readonly headings: Readonly<Record<Column, string>>;
  readonly yes: string;
  readonly no: string;
  readonly findings: Readonly<Record<FindingCode, (facts: Facts) => string>>;
}

const es: RegisterFileWords = {
  headings: {
    organisation: "Razón social",
    rfc: "RFC",
    taxRegime: "Régimen fiscal",
    postalCode: "Código postal",
    taxAddress: "Domicilio fiscal",
    portals: "Portales",
    plan: "Plan de soporte",
    paidUntil: "Pagado hasta",
    notes: "Notas",
    contact: "Contacto",
    addresses: "Correos",
    telephones: "Teléfonos",
    role: "Papel",
    trained: "Capacitado",
    seesOrganisation: "Ve los tickets de su organización",
    language: "Idioma",
    active: "Activo",
  },
  yes: "sí",
  no: "no",
  findings: {
    "name-missing": () => "Falta el nombre, y el renglón trae otros datos suyos.",
    "row-empty": () => "El renglón no dice nada.",
    "rfc-shape": ({ rfc }) => `«${rfc}» no tiene la forma de un RFC (12 o 13 caracteres).`,
    "rfc-unsound": ({ rfc }) =>
      `El dígito verificador o la fecha de ${rfc} no corresponde. Revíselo; se acepta.`,
    "rfc-generic": ({ rfc }) => `${rfc} es un RFC genérico: no dice quién es. Se acepta.`,
    "regime-of-companies": ({ regime }) =>
      `El régimen ${regime} es de personas morales, y el RFC es de una persona física. Se acepta.`,
    "regime-of-people": ({ regime }) =>
      `El régimen ${regime} es de personas físicas, y el RFC es de una persona moral. Se acepta.`,
    "regime-unknown": ({ regime }) => `«${regime}» no está en el catálogo c_RegimenFiscal del SAT.`,
    "postal-code": () => "El código postal son cinco dígitos.",
    date: ({ date }) => `«${date}» no es una fecha: use 2026-12-31 o 31/12/2026.`,
    email: ({ address }) => `«${address}» no es una dirección de correo.`,
    telephone: ({ telephone }) => `«${telephone}» no es un teléfono (de 7 a 15 cifras).`,
    "role-unknown": ({ role }) => `El manual de la mesa no tiene el papel «${role}».`,
    "yes-no": ({ text }) => `«${text}» no es sí ni no.`,
    language: ({ language }) => `«${language}» no es un idioma de la mesa: español o inglés.`,
    "too-long": ({ limit }) => `Son más de ${limit} caracteres.`,
    "too-many": ({ limit }) => `Son más de los ${limit} que el registro guarda de cada uno.`,
    "differs-from-line": ({ line }) => `Dice otra cosa que el renglón ${line} sobre lo mismo.`,
    "address-of-line": ({ line }) => `La dirección ya es de otro contacto en el renglón ${line}.`,
    "address-of-another": ({ address }) =>
      `Las direcciones ${address} son de contactos distintos en el registro.`,
    "portal-of-line": ({ portal, line }) =>
      `El portal ${portal} ya es de otra organización en el renglón ${line}.`,
    "portal-of-another": ({ portal }) => `El portal ${portal} ya es de otra organización.`,
    cells: () => "El renglón tiene más celdas que los encabezados.",
    quotes: () =>
      "Unas comillas no cierran o están donde no deben; no se leyó de aquí en adelante.",
  },
};

const en: RegisterFileWords = {
  headings: {
    organisation: "Legal name",
    rfc: "RFC",
    taxRegime: "Tax regime",
    postalCode: "Postal code",
    taxAddress: "Tax address",
    portals: "Portals",
    plan: "Support plan",
    paidUntil: "Paid until",
    notes: "Notes",
    contact: "Contact",
    addresses: "E-mails",
    telephones: "Telephones",
    role: "Role",
    trained: "Trained",
    seesOrganisation: "Sees the organisation's tickets",
    language: "Language",
    active: "Active",
  },
  yes: "yes",
  no: "no",
  findings: {
    "name-missing": () => "The name is missing, and the row has other data of theirs.",
    "row-empty": () => "The row says nothing.",
    "rfc-shape": ({ rfc }) => `“${rfc}” does not have the form of an RFC (12 or 13 characters).`,
    "rfc-unsound": ({ rfc }) =>
      `The check digit or the date of ${rfc} does not fit. Look at it; it is accepted.`,
    "rfc-generic": ({ rfc }) =>
      `${rfc} is a generic RFC: it does not say who it is. It is accepted.`,
    "regime-of-companies": ({ regime }) =>
      `Regime ${regime} is for companies, and the RFC is a person's. It is accepted.`,
    "regime-of-people": ({ regime }) =>
      `Regime ${regime} is for people, and the RFC is a company's. It is accepted.`,
    "regime-unknown": ({ regime }) => `“${regime}” is not in the SAT's catalogue c_RegimenFiscal.`,
    "postal-code": () => "The postal code is five figures.",
    date: ({ date }) => `“${date}” is no date: use 2026-12-31 or 31/12/2026.`,
    email: ({ address }) => `“${address}” is not an e-mail address.`,
    telephone: ({ telephone }) => `“${telephone}” is not a telephone (7 to 15 figures).`,
    "role-unknown": ({ role }) => `The desk's manual has no role “${role}”.`,
    "yes-no": ({ text }) => `“${text}” is neither yes nor no.`,
    language: ({ language }) => `“${language}” is not a language of the desk: Spanish or English.`,
    "too-long": ({ limit }) => `It has more than ${limit} characters.`,
    "too-many": ({ limit }) => `They are more than the ${limit} that the register keeps of each.`,
    "differs-from-line": ({ line }) => `It says something else than row ${line} of the same.`,
    "address-of-line": ({ line }) => `The address is another contact's in row ${line} already.`,
    "address-of-another": ({ address }) =>
      `The addresses ${address} are different contacts' in the register.`,
    "portal-of-line": ({ portal, line }) =>
      `The portal ${portal} is another organisation's in row ${line} already.`,
    "portal-of-another": ({ portal }) => `The portal ${portal} is another organisation's already.`,
    cells: () => "The row has more cells than there are headings.",
    quotes: () => "A quote is not closed or stands where none may; nothing was read from here on.",
  },
};

/** The words of the register's files, by language. */
export const registerFileWords: Readonly<Record<Language, RegisterFileWords>> = { es, en };
