import { z } from "zod";
import { instant } from "./primitives.ts";

/** Who owns a portal, and until when their support is paid (`null`: without end). */
export const portalOwner = z
  .strictObject({
    portal: z.string().trim().min(1).max(200),
    organisation: z.string().trim().min(1).max(200),
    rfc: z.string().trim().max(13).nullable(),
    plan: z.string().trim().max(60).nullable(),
    paidUntil: instant.nullable(),
  })
  .meta({ id: "PortalOwner" });

export const portalOwners = z
  .strictObject({ portals: z.array(portalOwner) })
  .meta({ id: "PortalOwners" });

/** What writing a portal's owner did: the held tickets that were admitted. */
export const portalWritten = z
  .strictObject({ admitted: z.array(z.string()) })
  .meta({ id: "PortalWritten" });

/** A person whose address is registered, and in which of the manual's roles. */
export const contact = z
  .strictObject({
    address: z.email().max(254),
    name: z.string().trim().min(1).max(200),
    organisation: z.string().trim().max(200).nullable(),
    role: z.string().max(60).nullable(),
    /** Trained in the product; `null`: not known. */
    trained: z.boolean().nullable().default(null),
  })
  .meta({ id: "Contact" });

export const contacts = z.strictObject({ contacts: z.array(contact) }).meta({ id: "Contacts" });

/** What registering a contact did: their held tickets that were admitted. */
export const contactWritten = z
  .strictObject({ admitted: z.array(z.string()) })
  .meta({ id: "ContactWritten" });
