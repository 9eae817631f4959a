/** Catalogue c_FormaPago of the SAT (catCFDI, CFDI 4.0 and 3.3). */
export const paymentForms: ReadonlySet<string> = new Set(
  "01 02 03 04 05 06 08 12 13 14 15 17 23 24 25 26 27 28 29 30 31 99".split(" "),
);

/** Forms of payment that pass through a bank: only they name accounts (c_FormaPago, column Bancarizado). */
export const bankedForms: ReadonlySet<string> = new Set("02 03 04 05 06 28 29".split(" "));

/** Catalogue c_TipoDeComprobante. */
export const kinds: ReadonlySet<string> = new Set(["I", "E", "T", "N", "P"]);

/** Catalogue c_Exportacion. */
export const exportKinds: ReadonlySet<string> = new Set(["01", "02", "03", "04"]);

/** Catalogue c_ObjetoImp: 01 to 03 of 2022, 04 to 08 added since. */
export const taxObjects: ReadonlySet<string> = new Set("01 02 03 04 05 06 07 08".split(" "));

/** Catalogue c_TipoRelacion: 01 to 07; 08 and 09 were for payments of version 3.3. */
export const relations: ReadonlySet<string> = new Set("01 02 03 04 05 06 07 08 09".split(" "));

/** Catalogue c_Periodicidad, and the months that go with the bimonthly one and with the others (c_Meses). */
export const periods: ReadonlySet<string> = new Set("01 02 03 04 05".split(" "));

/** Catalogue c_Impuesto: 001 ISR, 002 IVA, 003 IEPS. */
export const taxes: ReadonlySet<string> = new Set(["001", "002", "003"]);

/** Catalogue c_TipoFactor. */
export const factors: ReadonlySet<string> = new Set(["Tasa", "Cuota", "Exento"]);

/** Rates of IVA that an invoice can add (catalogue c_TasaOCuota; IEPS has many, and ISR is never added). */
export const addedIva: ReadonlySet<string> = new Set(["0.000000", "0.080000", "0.160000"]);

/** The most that may be withheld (c_TasaOCuota): IVA up to 0.160000, ISR up to 0.350000. */
export const mostWithheld: Readonly<Record<string, string>> = {
  "001": "0.350000",
  "002": "0.160000",
};

/** Decimals of the currencies of c_Moneda that have not two (ISO 4217, list one); `XXX` is no currency, and has none. */
const decimals: Readonly<Record<string, number>> = {
  XXX: 0,
  ...Object.fromEntries(
    "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"
      .split(" ")
      .map((code) => [code, 0]),
  ),
  ...Object.fromEntries("BHD IQD JOD KWD LYD OMR TND".split(" ").map((code) => [code, 3])),
  CLF: 4,
};

/** ISO 4217 as c_Moneda has it, with the codes that were current when CFDI 3.3 began. */
const currencies: ReadonlySet<string> = new Set(
  `AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BOV BRL BSD BTN BWP
BYN BYR BZD CAD CDF CHE CHF CHW CLF CLP CNY COP COU CRC CUC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR
FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS
KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRO MRU MUR MVR MWK MXN
MXV MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG
SEK SGD SHP SLE SLL SOS SRD SSP STD STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD USN
UYI UYU UZS VEF VES VND VUV WST XAF XAG XAU XBA XBB XBC XBD XCD XDR XOF XPD XPF XPT XSU XTS XUA XXX YER
ZAR ZMW ZWL`.split(/\s/u),
);

/** Whether c_Moneda has a code. */
export function isCurrency(code: string): boolean {
  return currencies.has(code);
}

/** How many decimals the amounts of a currency have (c_Moneda, column Decimales); two where nothing else is said. */
export function decimalsOf(currency: string): number {
  return (Object.hasOwn(decimals, currency) ? decimals[currency] : undefined) ?? 2;
}
