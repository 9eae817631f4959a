import { taxRegimes } from "../../cfdi/tax-regimes.ts";
import { readEmail } from "../../intake/email.ts";
import { readRfc } from "../../intake/rfc.ts";
import type { Language, Text } from "../../policy/text.ts";
import { bareLine } from "../../text/bare.ts";
import { isCivilDate } from "../../time/civil.ts";
import { parseInstant } from "../../time/iso.ts";
import type { Instant } from "../../time/instant.ts";
import type { ContactPerson, Organisation } from "../client.ts";
import { readTelephone } from "../telephone.ts";
import type { Column, Columns } from "./columns.ts";

/** What of a row is wrong, or looks it. */
export type FindingCode =
  | "name-missing"
  | "row-empty"
  | "rfc-shape"
  | "rfc-unsound"
  | "rfc-generic"
  | "regime-of-companies"
  | "regime-of-people"
  | "regime-unknown"
  | "postal-code"
  | "date"
  | "email"
  | "telephone"
  | "role-unknown"
  | "yes-no"
  | "language"
  | "too-long"
  | "too-many"
  | "differs-from-line"
  | "address-of-line"
  | "address-of-another"
  | "portal-of-line"
  | "portal-of-another"
  | "cells"
  | "quotes";

/** One thing about a row: an error keeps the file from being taken, a warning does not. */
export interface Finding {
  /** The file's line, from 1. */
  readonly line: number;
  readonly column: Column | null;
  readonly code: FindingCode;
  readonly blocks: boolean;
  readonly facts: Readonly<Record<string, string | number>>;
}

/** What a row says of an organisation: only what it says, the rest stays. */
export type OrganisationSaid = Partial<Omit<Organisation, "id" | "name">> & {
  readonly name: string;
};

/** What a row says of a contact. */
export type ContactSaid = Partial<Omit<ContactPerson, "id" | "name" | "organisation">> & {
  readonly name: string;
};

/** A row as it was read. */
export interface ReadRow {
  readonly line: number;
  readonly organisation: OrganisationSaid | null;
  readonly contact: ContactSaid | null;
  readonly findings: readonly Finding[];
}

/** What reading a row depends on: the manual's roles, and where a date ends. */
export interface RowReading {
  readonly roles: Readonly<Record<string, Text>>;
  /** The first instant after a civil date ("2026-12-31") where the desk is. */
  readonly endOf: (date: string) => Instant;
  /** A portal as the register keeps it. */
  readonly portalKey: (portal: string) => string;
}

interface Cells {
  readonly text: (column: Column) => string;
  readonly say: (
    column: Column | null,
    code: FindingCode,
    more?: { readonly blocks?: boolean; readonly facts?: Finding["facts"] },
  ) => void;
}

/** Greatest numbers of characters, as the register's pages have them. */
const most: Readonly<Partial<Record<Column, number>>> = {
  organisation: 200,
  taxAddress: 400,
  plan: 60,
  notes: 4_000,
  contact: 200,
};

/** How many the register keeps of one organisation or contact, as its pages have it. */
const mostInList: Readonly<Partial<Record<Column, number>>> = {
  portals: 50,
  addresses: 20,
  telephones: 20,
};

/** How many portals an organisation has at most, or addresses or telephones a contact. */
export function mostOf(column: Column): number {
  return mostInList[column] ?? Number.POSITIVE_INFINITY;
}

/**
 * Reads a row by its columns. A cell that is left empty says nothing: what is known stays. What looks
 * wrong about an RFC is a warning; what cannot be read is an error.
 */
export function readRow(
  cells: readonly string[],
  { line, columns, reading }: { line: number; columns: Columns; reading: RowReading },
): ReadRow {
  const findings: Finding[] = [];
  const said = new Map<Column, string>();
  for (const [i, column] of columns.at.entries()) {
    const text = withoutApostrophe((cells[i] ?? "").replace(/\p{Cc}/gu, " ").trim());
    if (column !== null && text !== "") said.set(column, text);
  }
  const read: Cells = {
    text: (column) => said.get(column) ?? "",
    say: (column, code, { blocks = true, facts = {} } = {}) => {
      findings.push({ line, column, code, blocks, facts });
    },
  };
  for (const [column, limit] of Object.entries(most) as [Column, number][])
    if ([...read.text(column)].length > limit) read.say(column, "too-long", { facts: { limit } });
  const organisation = organisationIn(read, reading);
  const contact = contactIn(read, reading);
  if (organisation === null && contact === null && findings.length === 0)
    read.say(null, "row-empty", { blocks: false });
  return { line, organisation, contact, findings };
}

/** What our own exports put before a value that a spreadsheet would run as a formula. */
function withoutApostrophe(text: string): string {
  return /^'[\s]*[=+\-@＝＋－＠]/u.test(text) ? text.slice(1).trim() : text;
}

const ofOrganisation: readonly Column[] = [
  "rfc",
  "taxRegime",
  "postalCode",
  "taxAddress",
  "portals",
  "plan",
  "paidUntil",
  "notes",
];
const ofContact: readonly Column[] = [
  "addresses",
  "telephones",
  "role",
  "trained",
  "seesOrganisation",
  "language",
  "active",
];

function organisationIn(cells: Cells, reading: RowReading): OrganisationSaid | null {
  const name = cells.text("organisation").replace(/\s+/gu, " ");
  const isSaid = ofOrganisation.some((column) => cells.text(column) !== "");
  if (name === "") {
    if (isSaid) cells.say("organisation", "name-missing");
    return null;
  }
  const paidUntil = dateIn(cells, reading);
  const portals = listIn(cells, "portals", /[\s,;|]+/u).map(reading.portalKey);
  return {
    name,
    ...taxIn(cells),
    ...given("taxAddress", cells.text("taxAddress")),
    ...given("plan", cells.text("plan")),
    ...given("notes", cells.text("notes")),
    ...(paidUntil === undefined ? {} : { paidUntil }),
    ...(portals.length === 0 ? {} : { portals: [...new Set(portals)].toSorted() }),
  };
}

function given<Key extends string>(key: Key, text: string): Partial<Record<Key, string>> {
  return text === "" ? {} : ({ [key]: text } as Record<Key, string>);
}

function taxIn(cells: Cells): Pick<OrganisationSaid, "rfc" | "taxRegime" | "postalCode"> {
  const written = cells.text("rfc");
  const read = written === "" ? null : readRfc(written);
  if (read?.is === "shape") cells.say("rfc", "rfc-shape", { facts: { rfc: written } });
  const rfc = read?.is === "rfc" ? read : null;
  if (rfc !== null && !rfc.sound) cells.say("rfc", "rfc-unsound", warning(rfc.rfc));
  if (rfc?.generic === true) cells.say("rfc", "rfc-generic", warning(rfc.rfc));
  const regime = regimeIn(cells, rfc);
  const postal = cells.text("postalCode").replace(/\s/gu, "");
  // A spreadsheet drops the zero at the beginning.
  const postalCode = /^\d{4}$/u.test(postal) ? `0${postal}` : postal;
  if (postalCode !== "" && !/^\d{5}$/u.test(postalCode)) cells.say("postalCode", "postal-code");
  return {
    ...(rfc === null ? {} : { rfc: rfc.rfc }),
    ...given("taxRegime", regime),
    ...given("postalCode", postalCode),
  };
}

const warning = (rfc: string) => ({ blocks: false, facts: { rfc } });

/** A regime by its code, alone or before its description, or by its description. */
function regimeIn(
  cells: Cells,
  rfc: { readonly of: "person" | "company"; readonly generic: boolean } | null,
): string {
  const written = cells.text("taxRegime");
  if (written === "") return "";
  const code = /^(\d{3})\b/u.exec(written)?.[1];
  const found = taxRegimes.find((one) =>
    code === undefined ? bareLine(one.description) === bareLine(written) : one.code === code,
  );
  if (found === undefined) {
    cells.say("taxRegime", "regime-unknown", { facts: { regime: written } });
    return "";
  }
  if (rfc !== null && !rfc.generic && !found[rfc.of]) {
    const code = rfc.of === "person" ? "regime-of-companies" : "regime-of-people";
    cells.say("taxRegime", code, { blocks: false, facts: { regime: found.code } });
  }
  return found.code;
}

/** A last day, as "2026-12-31" or "31/12/2026"; "sin fin" is none. */
function dateIn(cells: Cells, { endOf }: RowReading): Instant | null | undefined {
  const written = cells.text("paidUntil");
  if (written === "") return undefined;
  if (["sin fin", "sin vencimiento", "no end", "never"].includes(bareLine(written))) return null;
  const [, d = "", m = "", y = ""] = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/u.exec(written) ?? [];
  const iso = y === "" ? written.slice(0, 10) : `${y}-${m.padStart(2, "0")}-${d.padStart(2, "0")}`;
  const instant = parseInstant(written);
  if (instant !== null) return instant.at;
  if (isCivilDate(iso)) return endOf(iso);
  cells.say("paidUntil", "date", { facts: { date: written } });
  return undefined;
}

/** What a cell lists; of more than the register keeps of one, none. */
function listIn(cells: Cells, column: Column, between: RegExp): string[] {
  const listed = cells.text(column).split(between);
  const found = listed.map((one) => one.trim()).filter((one) => one !== "");
  const limit = mostOf(column);
  if (found.length <= limit) return found;
  cells.say(column, "too-many", { facts: { limit } });
  return [];
}

function contactIn(cells: Cells, { roles }: RowReading): ContactSaid | null {
  const name = cells.text("contact").replace(/\s+/gu, " ");
  const isSaid = ofContact.some((column) => cells.text(column) !== "");
  if (name === "") {
    if (isSaid) cells.say("contact", "name-missing");
    return null;
  }
  const addresses = addressesIn(cells);
  const telephones = telephonesIn(cells);
  const role = roleIn(cells, roles);
  const trained = yesNo(cells, "trained");
  const seesOrganisation = yesNo(cells, "seesOrganisation");
  const active = yesNo(cells, "active");
  const language = languageIn(cells);
  return {
    name,
    ...(addresses.length === 0 ? {} : { addresses }),
    ...(telephones.length === 0 ? {} : { telephones }),
    ...(role === undefined ? {} : { role }),
    ...(trained === undefined ? {} : { trained }),
    ...(seesOrganisation === undefined ? {} : { seesOrganisation }),
    ...(active === undefined ? {} : { active }),
    ...(language === undefined ? {} : { language }),
  };
}

function addressesIn(cells: Cells): string[] {
  const found = new Set<string>();
  for (const written of listIn(cells, "addresses", /[\s,;|]+/u)) {
    const address = readEmail(written);
    if (address === null) cells.say("addresses", "email", { facts: { address: written } });
    else found.add(address.normalize("NFC").toLowerCase());
  }
  return [...found];
}

function telephonesIn(cells: Cells): string[] {
  const found = new Set<string>();
  for (const one of listIn(cells, "telephones", /[,;|]| \/ /u)) {
    const telephone = readTelephone(one);
    if (telephone === null) cells.say("telephones", "telephone", { facts: { telephone: one } });
    else found.add(telephone);
  }
  return [...found];
}

/** A role by its id, or by what the manual calls it. */
function roleIn(cells: Cells, roles: RowReading["roles"]): string | undefined {
  const written = cells.text("role");
  if (written === "") return undefined;
  const found = Object.entries(roles).find(([id, words]) =>
    [id, words.es, words.en ?? ""].some((word) => bareLine(word) === bareLine(written)),
  );
  if (found === undefined) cells.say("role", "role-unknown", { facts: { role: written } });
  return found?.[0];
}

const yes: ReadonlySet<string> = new Set(["si", "yes", "y", "s", "true", "1", "x", "verdadero"]);
const no: ReadonlySet<string> = new Set(["no", "n", "false", "0", "falso"]);

function yesNo(cells: Cells, column: Column): boolean | undefined {
  const written = bareLine(cells.text(column));
  if (written === "") return undefined;
  if (yes.has(written)) return true;
  if (no.has(written)) return false;
  cells.say(column, "yes-no", { facts: { text: cells.text(column) } });
  return undefined;
}

const languages: Readonly<Record<string, Language>> = {
  es: "es",
  espanol: "es",
  spanish: "es",
  en: "en",
  ingles: "en",
  english: "en",
};

function languageIn(cells: Cells): Language | undefined {
  const written = bareLine(cells.text("language"));
  if (written === "") return undefined;
  const found = Object.hasOwn(languages, written) ? languages[written] : undefined;
  if (found === undefined) cells.say("language", "language", { facts: { language: written } });
  return found;
}
