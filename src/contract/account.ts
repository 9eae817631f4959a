import { z } from "zod";
import { cursor, folio, instant } from "./primitives.ts";

/** An account that somebody asked for, with whose it would be (CC-1). */
export const account = z
  .strictObject({
    ticket: z.int(),
    folio,
    state: z.enum(["pending", "accepted", "refused"]),
    organisation: z.string(),
    rfc: z.string(),
    taxRegime: z.string(),
    postalCode: z.string().nullable(),
    taxAddress: z.string().nullable(),
    userName: z.string().nullable(),
    language: z.enum(["es", "en"]),
    contact: z.string(),
    address: z.string(),
    telephone: z.string().nullable(),
    asked: instant,
  })
  .meta({ id: "Registration" });

export const accounts = z
  .strictObject({ accounts: z.array(account), next: cursor.nullable() })
  .meta({ id: "Registrations" });
