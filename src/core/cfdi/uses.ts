/** A use of an invoice of the SAT's catalogue c_UsoCFDI, and which receivers it is for. */
export interface CfdiUse {
  readonly code: string;
  /** The catalogue's own description, which is in Spanish alone. */
  readonly description: string;
  readonly person: boolean;
  readonly company: boolean;
  /** Regimes of the receiver (c_UsoCFDI, column "Régimen Fiscal Receptor"). */
  readonly regimes: readonly string[];
}

const business = "601 603 606 612 620 621 622 623 624 625 626".split(" ");
const returns = "601 603 606 612 616 620 621 622 623 624 625 626".split(" ");
const personal = "605 606 607 608 611 612 614 615 625".split(" ");
const every = "601 603 605 606 607 608 610 611 612 614 615 616 620 621 622 623 624 625 626".split(
  " ",
);

const both = { person: true, company: true } as const;
const people = { person: true, company: false, regimes: personal } as const;

/** Catalogue c_UsoCFDI of the SAT (Anexo 20 of the RMF, CFDI version 4.0), in the order of its codes. */
const cfdiUses: readonly CfdiUse[] = [
  { code: "CN01", description: "Nómina", person: true, company: false, regimes: ["605"] },
  { code: "CP01", description: "Pagos", ...both, regimes: every },
  { code: "D01", description: "Honorarios médicos, dentales y gastos hospitalarios", ...people },
  { code: "D02", description: "Gastos médicos por incapacidad o discapacidad", ...people },
  { code: "D03", description: "Gastos funerales", ...people },
  { code: "D04", description: "Donativos", ...people },
  {
    code: "D05",
    description:
      "Intereses reales efectivamente pagados por créditos hipotecarios (casa habitación)",
    ...people,
  },
  { code: "D06", description: "Aportaciones voluntarias al SAR", ...people },
  { code: "D07", description: "Primas por seguros de gastos médicos", ...people },
  { code: "D08", description: "Gastos de transportación escolar obligatoria", ...people },
  {
    code: "D09",
    description:
      "Depósitos en cuentas para el ahorro, primas que tengan como base planes de pensiones",
    ...people,
  },
  { code: "D10", description: "Pagos por servicios educativos (colegiaturas)", ...people },
  { code: "G01", description: "Adquisición de mercancías", ...both, regimes: business },
  {
    code: "G02",
    description: "Devoluciones, descuentos o bonificaciones",
    ...both,
    regimes: returns,
  },
  { code: "G03", description: "Gastos en general", ...both, regimes: business },
  { code: "I01", description: "Construcciones", ...both, regimes: business },
  {
    code: "I02",
    description: "Mobiliario y equipo de oficina por inversiones",
    ...both,
    regimes: business,
  },
  { code: "I03", description: "Equipo de transporte", ...both, regimes: business },
  { code: "I04", description: "Equipo de cómputo y accesorios", ...both, regimes: business },
  {
    code: "I05",
    description: "Dados, troqueles, moldes, matrices y herramental",
    ...both,
    regimes: business,
  },
  { code: "I06", description: "Comunicaciones telefónicas", ...both, regimes: business },
  { code: "I07", description: "Comunicaciones satelitales", ...both, regimes: business },
  { code: "I08", description: "Otra maquinaria y equipo", ...both, regimes: business },
  { code: "S01", description: "Sin efectos fiscales", ...both, regimes: every },
];

/** The use of a code; undefined: c_UsoCFDI of version 4.0 has none. */
export function useOf(code: string): CfdiUse | undefined {
  return cfdiUses.find((use) => use.code === code);
}
