import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

const cipher = "aes-256-gcm";
const nonceBytes = 12;
const tagBytes = 16;

/** What a secret is kept for: a key for each purpose is derived from the installation's, which stands outside the database. */
export interface Sealing {
  readonly secret: Uint8Array;
  readonly purpose: string;
  /** Whose it is, or what it belongs to: it opens nowhere else. */
  readonly of: string;
}

/** Encrypts a secret for the database (AES-256-GCM, NIST SP 800-38D): nonce, tag and text in one. */
export function seal(open: Uint8Array, sealing: Sealing): Buffer {
  const nonce = randomBytes(nonceBytes);
  const sealer = createCipheriv(cipher, keyOf(sealing), nonce).setAAD(Buffer.from(sealing.of));
  const text = Buffer.concat([sealer.update(open), sealer.final()]);
  return Buffer.concat([nonce, sealer.getAuthTag(), text]);
}

/** The secret that `seal` encrypted. Throws where it was altered, or sealed with another secret, purpose or owner. */
export function unseal(sealed: Uint8Array, sealing: Sealing): Buffer {
  const nonce = sealed.subarray(0, nonceBytes);
  const tag = sealed.subarray(nonceBytes, nonceBytes + tagBytes);
  const opener = createDecipheriv(cipher, keyOf(sealing), nonce)
    .setAAD(Buffer.from(sealing.of))
    .setAuthTag(tag);
  return Buffer.concat([opener.update(sealed.subarray(nonceBytes + tagBytes)), opener.final()]);
}

/** RFC 5869. */
function keyOf({ secret, purpose }: Sealing): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, "plazo", purpose, 32));
}
