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
