import type { Plazo } from "../plazo.ts";

/** A person whose address is registered: greeted by name, and later asked to authorise. */
export interface Contact {
  readonly id: string;
  readonly address: string;
  readonly name: string;
  readonly organisation: string | null;
  readonly role: string | null;
}

/** Registers a contact's address, or changes who it belongs to. */
export function setContact(_plazo: Plazo, _desk: string, _contact: Omit<Contact, "id">): Promise<Contact> {
  throw new Error("being written");
}

/** The registered contact of an address, or `undefined`. */
export function contactOf(_plazo: Plazo, _desk: string, _address: string): Promise<Contact | undefined> {
  throw new Error("being written");
}
