import { bareLine } from "../../text/bare.ts";

/** What a column of a file of the register holds. */
export type Column =
  | "organisation"
  | "rfc"
  | "taxRegime"
  | "postalCode"
  | "taxAddress"
  | "portals"
  | "plan"
  | "paidUntil"
  | "notes"
  | "contact"
  | "addresses"
  | "telephones"
  | "role"
  | "trained"
  | "seesOrganisation"
  | "language"
  | "active";

/** The headings by which each column is known, folded: the first of each language is the one that exports write. */
export const headings: Readonly<Record<Column, readonly string[]>> = {
  organisation: [
    "razon social",
    "legal name",
    "nombre o razon social",
    "organizacion",
    "organisation",
    "organization",
    "cliente",
    "client",
    "empresa",
    "company",
  ],
  rfc: ["rfc", "tax id", "tax id (rfc)", "registro federal de contribuyentes"],
  taxRegime: ["regimen fiscal", "tax regime", "regimen", "c_regimenfiscal"],
  postalCode: [
    "codigo postal",
    "postal code",
    "cp",
    "c.p.",
    "codigo postal fiscal",
    "codigo postal del domicilio fiscal",
    "tax postcode",
    "postcode",
    "zip code",
  ],
  taxAddress: ["domicilio fiscal", "tax address", "domicilio", "direccion fiscal"],
  portals: ["portales", "portals", "portal"],
  plan: ["plan de soporte", "support plan", "plan", "soporte", "support"],
  paidUntil: [
    "pagado hasta",
    "paid until",
    "vigencia",
    "vigencia del soporte",
    "soporte pagado hasta",
    "valid until",
  ],
  notes: ["notas", "notes", "observaciones", "comentarios"],
  contact: [
    "contacto",
    "contact",
    "nombre del contacto",
    "contact name",
    "nombre",
    "name",
    "persona",
  ],
  addresses: [
    "correos",
    "e-mails",
    "correo",
    "correo electronico",
    "correo del contacto",
    "e-mail",
    "email",
    "emails",
    "mail",
  ],
  telephones: [
    "telefonos",
    "telephones",
    "telefono",
    "telefono del contacto",
    "tel",
    "tel.",
    "celular",
    "telephone",
    "phone",
    "phones",
  ],
  role: ["papel", "role", "rol", "funcion"],
  trained: ["capacitado", "trained", "capacitada", "capacitacion"],
  seesOrganisation: [
    "ve los tickets de su organizacion",
    "sees the organisation's tickets",
    "ve organizacion",
    "sees organisation",
  ],
  language: ["idioma", "language"],
  active: ["activo", "active", "activa"],
};

const known: ReadonlyMap<string, Column> = new Map(
  Object.entries(headings).flatMap(([column, names]) =>
    names.map((name) => [headingOf(name), column as Column] as const),
  ),
);

/** A file's columns by their places. */
export interface Columns {
  /** What each holds; null: nothing of the register. */
  readonly at: readonly (Column | null)[];
  /** Headings that say nothing to the register. */
  readonly ignored: readonly string[];
  /** Headings of which an earlier one says the same. */
  readonly twice: readonly string[];
}

/** A heading as it is compared: lower case, without accents, marks of what is required and double spaces. */
function headingOf(written: string): string {
  return bareLine(written.replace(/[_*:]/gu, (mark) => (mark === "_" ? " " : "")));
}

/** Recognises the headings of a file, in Spanish or in English, in any order. */
export function readColumns(line: readonly string[]): Columns {
  const at: (Column | null)[] = [];
  const ignored: string[] = [];
  const twice: string[] = [];
  for (const heading of line) {
    const column = known.get(headingOf(heading)) ?? null;
    const isRepeated = column !== null && at.includes(column);
    at.push(isRepeated ? null : column);
    if (column === null && heading.trim() !== "") ignored.push(heading.trim());
    if (isRepeated) twice.push(heading.trim());
  }
  return { at, ignored, twice };
}
