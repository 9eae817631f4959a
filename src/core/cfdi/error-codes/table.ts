import { cfdi40 } from "./cfdi40.ts";
import { crp20 } from "./crp20.ts";
import { stamping } from "./stamping.ts";

/** What an error code of the SAT, of a PAC or of a portal means, and what to do. */
export interface ErrorCode {
  /** "CFDI40105", "CRP20212", "301", or one of the desk's own. */
  readonly code: string;
  /** The attribute that it is about; empty: the file as a whole. */
  readonly attribute: string;
  readonly means: { readonly es: string; readonly en: string };
  readonly todo: { readonly es: string; readonly en: string };
  /** Where it is known from. */
  readonly source: "cfdi40" | "crp20" | "stamping" | "desk";
  /** `known`: from the SAT's matrix, and confirmed by a second source; `likely`: from one; `desk`: the desk wrote it. */
  readonly confidence: "known" | "likely" | "desk";
}

const corrected = {
  es: "Corregir el dato en el sistema que emite el recibo y volver a timbrarlo.",
  en: "Correct it in the system that issues the receipt, and stamp it again.",
} as const;

function rowsOf(table: string, source: "cfdi40" | "crp20" | "stamping"): readonly ErrorCode[] {
  return table
    .trim()
    .split("\n")
    .map((row) => {
      const [code = "", sure, attribute = "", es = "", en = "", todoEs, todoEn] = row.split("|");
      return {
        code,
        attribute,
        means: { es, en },
        todo: { es: todoEs ?? corrected.es, en: todoEn ?? corrected.en },
        source,
        confidence: sure === "k" ? "known" : "likely",
      };
    });
}

let made: ReadonlyMap<string, ErrorCode> | null = null;

/** Every code that is known without the desk's own, by its code in capitals; made when it is first asked for. */
export function knownCodes(): ReadonlyMap<string, ErrorCode> {
  made ??= new Map(
    [...rowsOf(cfdi40, "cfdi40"), ...rowsOf(crp20, "crp20"), ...rowsOf(stamping, "stamping")].map(
      (row) => [row.code, row],
    ),
  );
  return made;
}
