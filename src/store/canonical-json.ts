/**
 * JSON with the keys of every object in code-point order and no spaces, so that equal values have
 * equal texts whatever wrote them (after RFC 8785, for what JSON columns hold). Absent and
 * `undefined` properties are the same. Throws on numbers that are not finite.
 */
export function canonicalJson(value: unknown): string {
  // A text first: most of what an event says are texts.
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new RangeError("not a number of JSON");
    return String(value);
  }
  if (typeof value !== "object" || value === null) return JSON.stringify(value ?? null);
  if (Array.isArray(value))
    return value.length === 0
      ? "[]"
      : `[${value.map((item) => canonicalJson(item ?? null)).join(",")}]`;
  return canonicalObject(value as Readonly<Record<string, unknown>>);
}

// Every event of every ticket passes here: one text that grows is twice as fast as lists of pairs.
function canonicalObject(value: Readonly<Record<string, unknown>>): string {
  let text = "";
  for (const key of Object.keys(value).sort()) {
    const item = value[key];
    if (item !== undefined)
      text += `${text === "" ? "" : ","}${quoted(key)}:${canonicalJson(item)}`;
  }
  return `{${text}}`;
}

const quotedNames = new Map<string, string>();
const mostNames = 1_000;

/** Names come again and again: a policy has a few hundred of them at most. */
function quoted(name: string): string {
  const known = quotedNames.get(name);
  if (known !== undefined) return known;
  const text = JSON.stringify(name);
  if (quotedNames.size < mostNames) quotedNames.set(name, text);
  return text;
}
