import { types } from "pg";
import type { CustomTypesConfig } from "pg";

const int8 = 20;
const timestamptz = 1184;
const date = 1082;
const int8Array = 1016;
const timestamptzArray = 1185;
const dateArray = 1182;
const textArray: number = 1009;

const readTextArray = types.getTypeParser(textArray as never) as unknown as (
  text: string,
) => (string | null)[];

/** A `bigint` as a number. Throws where it is beyond what a number holds exactly. */
export function readInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value))
    throw new RangeError(`bigint ${text} is beyond the safe integers`);
  return value;
}

/**
 * A `timestamptz` in the server's ISO style and UTC ("2026-11-20 23:00:00.123+00") as milliseconds
 * since 1970, cut to the millisecond. Throws on `infinity` and on years before Christ.
 */
export function readInstant(text: string): number {
  const [day, time] = text.slice(0, -3).split(" ");
  const value = Date.parse(`${day}T${time?.slice(0, 12)}Z`);
  if (Number.isNaN(value) || !text.endsWith("+00"))
    throw new RangeError(`"${text}" is not an instant in UTC`);
  return value;
}

const readText = (text: string): string => text;

function arrayOf<Item>(read: (text: string) => Item): (text: string) => (Item | null)[] {
  return (text) => readTextArray(text).map((item) => (item === null ? null : read(item)));
}

const readers: ReadonlyMap<number, (text: string) => unknown> = new Map<
  number,
  (text: string) => unknown
>([
  [int8, readInteger],
  [timestamptz, readInstant],
  [date, readText],
  [int8Array, arrayOf(readInteger)],
  [timestamptzArray, arrayOf(readInstant)],
  [dateArray, arrayOf(readText)],
]);

/**
 * How values of rows become values of the program: `bigint` a safe number, `timestamptz` epoch
 * milliseconds, `date` its text "2026-11-20" (a civil date is not an instant), `jsonb` parsed.
 */
export const rowTypes: CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: "text" | "binary") =>
    (format === "binary" ? undefined : readers.get(oid)) ??
    types.getTypeParser(oid, format as "text")) as CustomTypesConfig["getTypeParser"],
};
