/** A Content-ID as it stands in an address (RFC 2392 §2): only what is written as "%40" and its like. */
export function contentIdIn(address: string): string {
  return address.replace(/%([0-7][0-9A-Fa-f])/gu, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );
}
