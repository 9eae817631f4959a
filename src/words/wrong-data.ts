import type { Language } from "../core/policy/text.ts";

/** Something wrong in data that was sent, as a schema says it. */
export interface WrongDatum {
  readonly code: string;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly origin?: string;
  readonly minimum?: number | bigint;
  readonly maximum?: number | bigint;
  readonly format?: string;
  readonly values?: readonly unknown[];
  readonly keys?: readonly string[];
  readonly expected?: string;
}

/** The name of a field, with dots where it is inside another, and what is wrong with it in words. */
export interface WrongField {
  readonly code: string;
  readonly field: string;
  readonly detail: string;
}

const es = {
  unknown: "No existe este campo.",
  kind: "Falta, o no es de este tipo: ",
  option: "Debe ser uno de estos valores: ",
  format: "No tiene la forma debida",
  least: "Como mínimo: ",
  most: "Como máximo: ",
  text: "Tiene un carácter que no es texto (nulo, o la mitad de otro).",
  other: "No es un valor posible.",
  kinds: {
    string: "texto",
    number: "número",
    int: "número entero",
    boolean: "verdadero o falso",
    array: "lista",
    object: "objeto",
    record: "objeto",
    null: "nulo",
  },
  units: { string: " (caracteres)", array: " (elementos)" },
  formats: { email: "correo", date: "fecha AAAA-MM-DD", url: "dirección de una página" },
};

const en: typeof es = {
  unknown: "There is no such field.",
  kind: "It is missing, or not of this type: ",
  option: "It must be one of these values: ",
  format: "It does not have the right form",
  least: "At least: ",
  most: "At most: ",
  text: "It has a character that is not text (a null, or half of one).",
  other: "This value is not possible.",
  kinds: {
    string: "text",
    number: "number",
    int: "whole number",
    boolean: "true or false",
    array: "list",
    object: "object",
    record: "object",
    null: "null",
  },
  units: { string: " (characters)", array: " (items)" },
  formats: { email: "e-mail address", date: "date YYYY-MM-DD", url: "address of a page" },
};

/** What is wrong with data that was sent, each with the name of its field, in the reader's language. */
export function sayWrongData(wrong: readonly WrongDatum[], language: Language): WrongField[] {
  const words = language === "es" ? es : en;
  return wrong.flatMap((datum) => {
    const { code, path } = datum;
    const detail = detailOf(datum, words);
    const inside = path.map(String);
    const paths = datum.keys?.map((key) => [...inside, key]) ?? [inside];
    return paths.map((names) => ({ code, field: names.join("."), detail }));
  });
}

function detailOf(datum: WrongDatum, words: typeof es): string {
  const { code, expected = "", format = "", origin = "", values = [], minimum, maximum } = datum;
  if (code === "unrecognized_keys") return words.unknown;
  if (code === "not_text") return words.text;
  if (code === "invalid_type") return `${words.kind}${named(words.kinds, expected) ?? expected}.`;
  if (code === "invalid_value") return `${words.option}${values.map(String).join(", ")}.`;
  if (code === "invalid_format") {
    const form = named(words.formats, format);
    return `${words.format}${form === undefined ? "" : ` (${form})`}.`;
  }
  const unit = named(words.units, origin) ?? "";
  if (code === "too_small") return `${words.least}${minimum}${unit}.`;
  if (code === "too_big") return `${words.most}${maximum}${unit}.`;
  return words.other;
}

function named(names: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.hasOwn(names, name) ? names[name] : undefined;
}
