import { isRegimeOf, taxRegimes } from "../cfdi/tax-regimes.ts";
import { readRfc } from "../intake/rfc.ts";

/** What looks wrong about a taxpayer's data: a reason to look again, never to refuse. */
export type TaxWarning =
  /** The check digit or the date is not one that the algorithm gives. */
  | "rfc-unsound"
  /** For the public at large or residents abroad: it says nothing of who this is. */
  | "rfc-generic"
  /** The regime is for companies, and the RFC is a person's. */
  | "regime-of-companies"
  /** The regime is for people, and the RFC is a company's. */
  | "regime-of-people"
  /** Another organisation has the RFC: a branch, or the same one twice. */
  | "rfc-shared";

/** A taxpayer's data, as far as they are known. */
export interface TaxData {
  readonly rfc: string | null;
  readonly taxRegime: string | null;
}

/** Whether the SAT's catalogue c_RegimenFiscal has a code. */
export function isTaxRegime(code: string): boolean {
  return taxRegimes.some((one) => one.code === code);
}

/**
 * What looks wrong about a taxpayer's data by themselves. An RFC of 12 characters is a company's, of
 * 13 a person's (Código Fiscal de la Federación, art. 27; RMF 2.4), and each regime of the SAT's
 * catalogue says whose it can be.
 */
export function taxWarnings({ rfc, taxRegime }: TaxData): readonly TaxWarning[] {
  if (rfc === null) return [];
  const read = readRfc(rfc);
  if (read.is === "shape") return ["rfc-unsound"];
  if (read.generic) return ["rfc-generic"];
  const warnings: TaxWarning[] = read.sound ? [] : ["rfc-unsound"];
  if (taxRegime !== null && isTaxRegime(taxRegime) && !isRegimeOf(taxRegime, read.of))
    warnings.push(read.of === "person" ? "regime-of-companies" : "regime-of-people");
  return warnings;
}
