import { createHmac, createSecretKey } from "node:crypto";
import type { KeyObject } from "node:crypto";
import { deskAddress } from "./desks/hosts.ts";
import type { Plazo } from "./plazo.ts";

/** Whose link to which ticket; no recipient: whoever filed it on the page without an address. */
export interface Followed {
  readonly desk: string;
  readonly number: number;
  readonly recipient: string | null;
}

/**
 * The token that opens one ticket to one recipient: 128 bits made from the installation's secret, so
 * that it can be said again and is stored nowhere; the database keeps its hash.
 */
export function followToken({ settings }: Plazo, { desk, number, recipient }: Followed): string {
  const made = createHmac("sha256", keyOf(settings.secret))
    .update(`follow\n${desk}\n${number}\n${recipient ?? ""}`)
    .digest("hex");
  return Buffer.from(made.slice(0, 32), "hex").toString("base64url");
}

const keys = new WeakMap<Uint8Array, KeyObject>();

/** The secret as a key: from bytes each digest would make one anew, in half its time. */
function keyOf(secret: Uint8Array): KeyObject {
  const made = keys.get(secret) ?? createSecretKey(secret);
  keys.set(secret, made);
  return made;
}

/** The address of the ticket's page for whoever has the token: at the desk's own host where it has one. */
export function followAddress(plazo: Plazo, desk: string, token: string): string {
  return `${deskAddress(plazo, desk)}/t/${token}`;
}

/** The address of a ticket in the workspace: it opens nothing by itself. */
export function workspaceAddress({ settings }: Plazo, desk: string, folio: string): string {
  return `${settings.url}/app/d/${desk}/t/${encodeURIComponent(folio)}`;
}

/** How long a link to a ticket is good after the last mail that carried it. */
export const followFor: number = 400 * 86_400_000;
