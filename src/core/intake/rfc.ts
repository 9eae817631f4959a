import { isCivilDate } from "../time/civil.ts";

/** What an RFC turned out to be; `shape`: it does not look like one at all. */
export type RfcReading =
  | { readonly is: "shape" }
  | {
      readonly is: "rfc";
      /** As the SAT writes it: capitals, without separators. */
      readonly rfc: string;
      readonly of: "person" | "company";
      readonly generic: boolean;
      /** Its date exists and its check digit is the one that the algorithm gives. */
      readonly sound: boolean;
    };

/** Values of the check digit's algorithm: a character's place is its value (SAT, Anexo 1 of the RFC rules). */
const VALUES = "0123456789ABCDEFGHIJKLMN&OPQRSTUVWXYZ Ñ";

const SHAPE = /^([A-ZÑ&]{3,4})([0-9]{2})([0-9]{2})([0-9]{2})([A-Z0-9]{2})([0-9A])$/;

/** For the public at large, and for residents abroad: they have no check digit of their own. */
const GENERIC: ReadonlySet<string> = new Set(["XAXX010101000", "XEXX010101000"]);

/**
 * Reads what may be a Mexican taxpayer's key: 13 characters of a person, 12 of a company, in any
 * case, with spaces or hyphens between its parts. One that is not sound is only a reason to warn:
 * the SAT itself assigned some by hand.
 */
export function readRfc(text: string): RfcReading {
  const rfc = text
    .normalize("NFC")
    .toUpperCase()
    .replace(/[\s.-]/gu, "");
  const parts = SHAPE.exec(rfc);
  if (parts === null) return { is: "shape" };
  const [, letters = "", year = "", month = "", day = ""] = parts;
  const generic = GENERIC.has(rfc);
  const sound = generic || (isDay(year, month, day) && rfc.at(-1) === checkDigit(rfc.slice(0, -1)));
  return { is: "rfc", rfc, of: letters.length === 4 ? "person" : "company", generic, sound };
}

/**
 * The check digit of an RFC without it (12 characters of a person, 11 of a company): the sum of the
 * characters' values by the weights 13 to 2, modulo 11, taken from 11; 10 is written A, 11 is 0.
 */
export function checkDigit(body: string): string {
  const padded = body.padStart(12, " ");
  let sum = 0;
  for (let place = 0; place < 12; place += 1) {
    sum += VALUES.indexOf(padded[place] ?? " ") * (13 - place);
  }
  const rest = 11 - (sum % 11);
  if (rest === 11) return "0";
  return rest === 10 ? "A" : String(rest);
}

/** Two figures of a year say nothing of the century: 29 February is a day if it was one in either. */
function isDay(year: string, month: string, day: string): boolean {
  return isCivilDate(`19${year}-${month}-${day}`) || isCivilDate(`20${year}-${month}-${day}`);
}
