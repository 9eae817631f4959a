import { z } from "zod";
import { instant } from "./primitives.ts";

/** A special process that is announced ahead (RD-15c); `address`: for the tickets of one client alone. */
export const announcement = z
  .strictObject({
    id: z.uuid(),
    process: z.string(),
    type: z.string().nullable(),
    starts: instant,
    ends: instant,
    address: z.string().nullable(),
    announced: instant,
    byKind: z.enum(["client", "agent"]),
    byName: z.string(),
  })
  .meta({ id: "Announcement" });

export const announcements = z
  .strictObject({ announcements: z.array(announcement), now: instant })
  .meta({ id: "Announcements" });

/** What an agent announces: for everybody, or for the tickets of one address. */
export const announcing = z
  .strictObject({
    process: z.string().max(60),
    type: z.string().max(60).nullable(),
    starts: instant,
    ends: instant,
    address: z.email().max(254).nullable(),
  })
  .meta({ id: "Announcing" });

export type Announcement = z.infer<typeof announcement>;
export type Announcements = z.infer<typeof announcements>;
export type Announcing = z.infer<typeof announcing>;
