/**
 * The address of an endpoint as it is kept: https, without user or fragment; http only at hosts that the
 * installation allows by name, for development. null: it cannot be one. What it resolves to is judged
 * each time that something is sent.
 */
export function endpointAddress(written: string, allowed: readonly string[]): string | null {
  const url = URL.parse(written.trim());
  if (url === null || url.username !== "" || url.password !== "" || url.hash !== "") return null;
  const isAllowed = allowed.includes("*") || allowed.includes(url.hostname);
  if (url.protocol !== "https:" && !(url.protocol === "http:" && isAllowed)) return null;
  return url.href.length <= 2_000 ? url.href : null;
}
