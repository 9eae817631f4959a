import type { Language } from "../../core/policy/text.ts";

const kinds = {
  es: { I: "Ingreso", E: "Egreso", T: "Traslado", N: "Nómina", P: "Pago" },
  en: { I: "Income", E: "Credit note", T: "Transport", N: "Payroll", P: "Payment" },
} as const;

const unknown = { es: "Comprobante", en: "Invoice" } as const;

/** The kind of an invoice in words; as it is written where it is none. */
export function sayKind(kind: string | null, language: Language): string {
  const known: Readonly<Record<string, string>> = kinds[language];
  return known[kind ?? ""] ?? kind ?? unknown[language];
}
