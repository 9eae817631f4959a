/**
 * A value as JSON whose texts PostgreSQL can hold: half of a pair of surrogates, which is left where a
 * text was cut, becomes U+FFFD, and U+0000 a space. What only looks like an escape ("\\u0000", six
 * characters that somebody wrote) stays as it was written.
 */
export function storableJson(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) =>
    typeof one === "string" ? one.toWellFormed().replaceAll("\0", " ") : one,
  );
}
