import { rareWord } from "./words.ts";

const sentences = [
  "factura cancelada",
  "no puedo descargar el complemento",
  "contraseña bloqueada portal",
  "error timbrado certificado vencido",
  "conciliacion",
];

/** Sentences as they are typed: every beginning of each, from two letters on. */
export function typed(): readonly string[] {
  return sentences.flatMap((sentence) =>
    Array.from({ length: sentence.length - 1 }, (_, n) => sentence.slice(0, n + 2)),
  );
}

const beginnings = (whole: string): readonly string[] =>
  [3, 5, 8, whole.length].map((length) => whole.slice(0, length));

/** Identifiers of some tickets among so many, by their beginnings and whole. */
export function identifiers(tickets: number): readonly string[] {
  return [7, 0.3, 0.77, 0.999].flatMap((share) => {
    const n = share > 1 ? share : Math.floor(share * tickets);
    return [
      ...beginnings(`T-${n}`),
      ...beginnings(String(n + 1_000)),
      ...beginnings(`cliente.${n}@example.com`),
      ...beginnings(`CFDI${40_100 + (n % 120)}`),
      ...beginnings(`OC-${4_500_000 + n}`),
    ];
  });
}

/** Words among closed or older tickets, between dates, with denials, as phrases; and words that few or none have. */
export function narrowed(): readonly string[] {
  const rare = rareWord(97);
  return [
    "estado:cerrado ca",
    "estado:cerrado certificado venc",
    "estado:abierto complement",
    "factura antes:2025-01-01",
    `factura ${rare} antes:2025-06-01`,
    "despues:2025-01-01 antes:2025-02-01 certificado venc",
    "antes:2025-01-01",
    "-factura",
    "-factura -error -portal",
    `${rare} -factura`,
    '"error portal"',
    '"pago cliente"',
    `${rare} cli`,
    "zzzyq cli",
    "rechazada adenda nomina recibo c",
    "sucursal proveedor lic",
    "de:correo factura",
    "asignado:nadie estado:cerrado",
  ];
}

/** Pairs of words: both frequent, one of them rare, and one that no ticket has. */
export function words(): readonly string[] {
  const rare = Array.from({ length: 8 }, (_, n) => rareWord(n * 97));
  return [
    "factura error",
    "portal contraseñas",
    "regimen fiscal",
    '"pago cliente"',
    "factura -error",
    "timbrado estado:abierto",
    ...rare.map((word) => `factura ${word}`),
    ...rare.map((word) => `${word} portal`),
    "factura murciélago",
    "zzzyq",
  ];
}
