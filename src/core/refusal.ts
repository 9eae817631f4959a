/**
 * An expected "no", as a value: a code that the catalogue words in every language, and the facts
 * that the words need. Faults (bugs, a lost database) are thrown instead.
 */
export interface Refusal<Code extends string = string> {
  readonly refused: Code;
  /** The clause of the manual that says no, where one does. */
  readonly clause?: readonly string[];
  /** The reading that the pack took of that clause, where its manual leaves it open. */
  readonly assumed?: string;
  /** The input that is wrong, as a path ("fields.correo"), where one is. */
  readonly field?: string;
  readonly facts?: Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
}

/** Makes a refusal; `more` gives its clause, field and facts. */
export function refuse<Code extends string>(
  refused: Code,
  more: Omit<Refusal<Code>, "refused"> = {},
): Refusal<Code> {
  return { refused, ...more };
}

/** Whether a value is a refusal. */
export function isRefusal(value: unknown): value is Refusal {
  return typeof value === "object" && value !== null && "refused" in value;
}
