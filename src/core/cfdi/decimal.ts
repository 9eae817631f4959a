/** An exact decimal number: `units` of ten to the minus `places`. */
export interface Decimal {
  readonly units: bigint;
  readonly places: number;
}

export const ZERO: Decimal = { units: 0n, places: 0 };

const WRITTEN = /^([+-]?)([0-9]{1,24})(?:\.([0-9]{1,12}))?$/u;

/** Reads "1160.00" or "-0.5"; null where it is no decimal, as "1,160.00", "1e3" and "" are not. */
export function readDecimal(text: string | null | undefined): Decimal | null {
  const [, sign, whole, part = ""] = WRITTEN.exec(text ?? "") ?? [];
  if (whole === undefined) return null;
  const units = BigInt(whole + part);
  return { units: sign === "-" ? -units : units, places: part.length };
}

const scaled = ({ units, places }: Decimal, to: number): bigint =>
  units * 10n ** BigInt(to - places);

/** The sum. */
export function plus(a: Decimal, b: Decimal): Decimal {
  const places = Math.max(a.places, b.places);
  return { units: scaled(a, places) + scaled(b, places), places };
}

/** The difference. */
export function minus(a: Decimal, b: Decimal): Decimal {
  return plus(a, { units: -b.units, places: b.places });
}

/** The product, with the places of both. */
export function times(a: Decimal, b: Decimal): Decimal {
  return { units: a.units * b.units, places: a.places + b.places };
}

/** The sum of a list; nought where it is empty. */
export function sumOf(list: readonly Decimal[]): Decimal {
  let sum = ZERO;
  for (const one of list) sum = plus(sum, one);
  return sum;
}

/** Below 0, 0 or above, as `a` is less than, equal to or more than `b`. */
export function compare(a: Decimal, b: Decimal): number {
  const { units } = minus(a, b);
  return units < 0n ? -1 : units > 0n ? 1 : 0;
}

/** Rounded to so many places: `half` of a unit and more goes up (as the SAT rounds), `down` cuts off, `up` lets nothing be lost; all by its size, whatever its sign. */
export function rounded(number: Decimal, places: number, how: "half" | "down" | "up"): Decimal {
  if (number.places <= places) return { units: scaled(number, places), places };
  const by = 10n ** BigInt(number.places - places);
  const negative = number.units < 0n;
  const size = negative ? -number.units : number.units;
  const rest = size % by;
  const more = how === "half" ? rest * 2n >= by : how === "up" && rest > 0n;
  const units = size / by + (more ? 1n : 0n);
  return { units: negative ? -units : units, places };
}

/** The quotient, cut off after `places`; null: by nought. */
export function over(a: Decimal, b: Decimal, places: number): Decimal | null {
  if (b.units === 0n) return null;
  const to = a.units * 10n ** BigInt(b.places + places);
  return { units: to / (b.units * 10n ** BigInt(a.places)), places };
}

/** Half a unit of the last place, as the SAT widens what was rounded before: 10^-n / 2. */
export function halfUnit({ places }: Decimal): Decimal {
  return { units: 5n, places: places + 1 };
}

/** As people write it: "1160.00", with at least two places where it has a part. */
export function writeDecimal({ units, places }: Decimal): string {
  const size = units < 0n ? -units : units;
  const digits = String(size).padStart(places + 1, "0");
  const whole = digits.slice(0, digits.length - places);
  const part = places === 0 ? "" : `.${digits.slice(digits.length - places)}`;
  return `${units < 0n ? "-" : ""}${whole}${part}`;
}
