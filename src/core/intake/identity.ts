import { readRfc } from "./rfc.ts";

/** Who the requester says they are, in the one box that takes any of the three (HB-9). */
export interface Identity {
  readonly as: "rfc" | "user" | "legal-name";
  readonly text: string;
  /** What an agent should look at: it warns, never blocks. */
  readonly flags: readonly ("identity-check-digit" | "identity-generic")[];
}

/** Reads a user, an RFC or a legal name. Several words are a name, one is a user. */
export function readIdentity(written: string): Identity {
  const text = written.trim().replace(/\s+/gu, " ");
  const reading = readRfc(text);
  if (reading.is === "rfc") {
    if (reading.generic) return { as: "rfc", text: reading.rfc, flags: ["identity-generic"] };
    return { as: "rfc", text: reading.rfc, flags: reading.sound ? [] : ["identity-check-digit"] };
  }
  return { as: text.includes(" ") ? "legal-name" : "user", text, flags: [] };
}
