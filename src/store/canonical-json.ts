/**
 * JSON with the keys of every object in code-point order and no spaces, so that equal values have
 * equal texts whatever wrote them (after RFC 8785, for what JSON columns hold). Absent and
 * `undefined` properties are the same. Throws on numbers that are not finite.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value))
    return `[${value.map((item) => canonicalJson(item ?? null)).join(",")}]`;
  if (typeof value === "object" && value !== null)
    return canonicalObject(value as Readonly<Record<string, unknown>>);
  if (typeof value === "number" && !Number.isFinite(value))
    throw new RangeError("not a number of JSON");
  return JSON.stringify(value ?? null);
}

// Every event of every ticket passes here: one text that grows is twice as fast as lists of pairs.
function canonicalObject(value: Readonly<Record<string, unknown>>): string {
  let text = "";
  for (const key of Object.keys(value).sort()) {
    const item = value[key];
    if (item !== undefined)
      text += `${text === "" ? "" : ","}${JSON.stringify(key)}:${canonicalJson(item)}`;
  }
  return `{${text}}`;
}
