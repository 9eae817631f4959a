const LOCAL = /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~.-]+$/u;
const LABEL = /^[\p{L}\p{N}-]+$/u;

/**
 * The address as it is kept (domain in small letters), or null where it is none: one `@`, a local
 * part of at most 64 characters without empty dots, a domain of at least two labels, 254 in all
 * (RFC 5321 §4.5.3.1). Quoted local parts and address literals are refused: no client writes them,
 * and who injects headers does. Each pattern is one class repeated, so the time is linear.
 */
export function readEmail(text: string): string | null {
  const address = text.trim();
  const at = address.lastIndexOf("@");
  if (at < 1 || address.length > 254) return null;
  const local = address.slice(0, at);
  const domain = address.slice(at + 1).toLowerCase();
  return isLocal(local) && isDomain(domain) ? `${local}@${domain}` : null;
}

function isLocal(local: string): boolean {
  if (local.length > 64 || !LOCAL.test(local)) return false;
  return !local.startsWith(".") && !local.endsWith(".") && !local.includes("..");
}

/** Whether this is a name of the Internet with at least two labels (RFC 1035 §2.3.1, or IDNA). */
export function isDomain(domain: string): boolean {
  const labels = domain.split(".");
  if (labels.length < 2 || domain.length > 253) return false;
  return labels.every(isLabel) && !/^[0-9]+$/.test(labels.at(-1) ?? "");
}

function isLabel(label: string): boolean {
  if (label.length > 63 || !LABEL.test(label)) return false;
  return !label.startsWith("-") && !label.endsWith("-");
}
