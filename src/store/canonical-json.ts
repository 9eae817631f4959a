/**
 * JSON with the keys of every object in code-point order and no spaces, so that equal values have
 * equal texts whatever wrote them (after RFC 8785, for what JSON columns hold). Absent and
 * `undefined` properties are the same. Throws on numbers that are not finite.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).filter(([, item]) => item !== undefined);
    entries.sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(",")}}`;
  }
  if (typeof value === "number" && !Number.isFinite(value)) throw new RangeError("not a number of JSON");
  return JSON.stringify(value ?? null);
}
