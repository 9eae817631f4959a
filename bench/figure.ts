/** One line of the bench. */
export interface Figure {
  readonly figure: string;
  readonly value: number;
  readonly unit: string;
  /** What the value is compared with; null where it stands alone. */
  readonly against: string | null;
  /** The value over what it is compared with, measured in the same run; null where it stands alone. */
  readonly ratio: number | null;
  /** What must be reached: of the ratio where there is one, else of the value. Null: only told. */
  readonly bar: number | null;
  readonly ok: boolean;
}

/** Gives figures one after the other, each measured when it is asked for. */
export type Figures = () => AsyncGenerator<Figure>;

interface Measured {
  readonly figure: string;
  readonly value: number;
  readonly unit: string;
}

/** A figure that must be at least its bar. */
export function atLeast(measured: Measured, bar: number): Figure {
  return { ...shown(measured), against: null, ratio: null, bar, ok: measured.value >= bar };
}

/** A figure that must be under its bar. */
export function under(measured: Measured, bar: number): Figure {
  return { ...shown(measured), against: null, ratio: null, bar, ok: measured.value < bar };
}

/** A figure that is told, with no bar. */
export function told(measured: Measured): Figure {
  return { ...shown(measured), against: null, ratio: null, bar: null, ok: true };
}

/** Another measure of the same run, and what the value over it must be: `least` or `most`. */
export interface Compared {
  readonly against: string;
  readonly other: number;
  readonly least?: number;
  readonly most?: number;
}

/** A figure whose ratio to another one of the same run must be at least, or at most, its bar. */
export function compared(measured: Measured, { against, other, least, most }: Compared): Figure {
  const ratio = measured.value / other;
  const ok = ratio >= (least ?? 0) && ratio <= (most ?? Number.POSITIVE_INFINITY);
  return {
    ...shown(measured),
    against: `${against}: ${rounded(other)} ${measured.unit}`,
    ratio: Number(ratio.toFixed(3)),
    bar: least ?? most ?? null,
    ok,
  };
}

/** The middle one of some numbers. Throws where there are none. */
export function median(numbers: readonly number[]): number {
  const middle = numbers.toSorted((a, b) => a - b)[numbers.length >> 1];
  if (middle === undefined) throw new Error("nothing was measured");
  return middle;
}

function shown({ figure, value, unit }: Measured): Measured {
  return { figure, value: rounded(value), unit };
}

function rounded(value: number): number {
  return Number(value.toPrecision(value >= 100 ? Math.ceil(Math.log10(value)) : 3));
}
