/** A tax regime of the SAT's catalogue, and which taxpayers it is for. */
export interface TaxRegime {
  readonly code: string;
  /** The catalogue's own description, which is in Spanish alone. */
  readonly description: string;
  readonly person: boolean;
  readonly company: boolean;
}

const person = { person: true, company: false } as const;
const company = { person: false, company: true } as const;
const both = { person: true, company: true } as const;

/** Catalogue c_RegimenFiscal of the SAT (Anexo 20 of the RMF, CFDI version 4.0), in the order of its codes. */
export const taxRegimes: readonly TaxRegime[] = [
  { code: "601", description: "General de Ley Personas Morales", ...company },
  { code: "603", description: "Personas Morales con Fines no Lucrativos", ...company },
  { code: "605", description: "Sueldos y Salarios e Ingresos Asimilados a Salarios", ...person },
  { code: "606", description: "Arrendamiento", ...person },
  { code: "607", description: "Régimen de Enajenación o Adquisición de Bienes", ...person },
  { code: "608", description: "Demás ingresos", ...person },
  {
    code: "610",
    description: "Residentes en el Extranjero sin Establecimiento Permanente en México",
    ...both,
  },
  { code: "611", description: "Ingresos por Dividendos (socios y accionistas)", ...person },
  {
    code: "612",
    description: "Personas Físicas con Actividades Empresariales y Profesionales",
    ...person,
  },
  { code: "614", description: "Ingresos por intereses", ...person },
  { code: "615", description: "Régimen de los ingresos por obtención de premios", ...person },
  { code: "616", description: "Sin obligaciones fiscales", ...person },
  {
    code: "620",
    description: "Sociedades Cooperativas de Producción que optan por diferir sus ingresos",
    ...company,
  },
  { code: "621", description: "Incorporación Fiscal", ...person },
  {
    code: "622",
    description: "Actividades Agrícolas, Ganaderas, Silvícolas y Pesqueras",
    ...company,
  },
  { code: "623", description: "Opcional para Grupos de Sociedades", ...company },
  { code: "624", description: "Coordinados", ...company },
  {
    code: "625",
    description:
      "Régimen de las Actividades Empresariales con ingresos a través de Plataformas Tecnológicas",
    ...person,
  },
  { code: "626", description: "Régimen Simplificado de Confianza", ...both },
];

/** Whether a regime is one that this kind of taxpayer can have; an unknown code is nobody's. */
export function isRegimeOf(code: string, taxpayer: "person" | "company"): boolean {
  return taxRegimes.some((regime) => regime.code === code && regime[taxpayer]);
}
