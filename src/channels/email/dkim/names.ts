/** A domain as the DNS writes it: labels of letters, digits and hyphens, at least two. */
export function isDomain(text: string): boolean {
  return (
    text.length <= 253 &&
    /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$/u.test(text)
  );
}

/** A selector: one label, or several with dots between them (RFC 6376 §3.1). */
export function isSelector(text: string): boolean {
  return (
    text.length <= 63 &&
    /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/u.test(text)
  );
}
