import { z } from "zod";
import { instant } from "./primitives.ts";

/** A calendar of what falls due, without its link. */
export const feed = z
  .strictObject({
    id: z.uuid(),
    reach: z.enum(["own", "desk"]),
    subjects: z.boolean(),
    made: instant,
    /** To the hour; null: never. */
    lastRead: instant.nullable(),
  })
  .meta({ id: "Feed" });

export const feeds = z.strictObject({ feeds: z.array(feed) }).meta({ id: "Feeds" });

/** A calendar to be made: of one's own tickets or the desk's, and whether it says what they are about. */
export const feedWished = z
  .strictObject({
    reach: z.enum(["own", "desk"]),
    subjects: z.boolean(),
    language: z.enum(["es", "en"]),
  })
  .meta({ id: "FeedWished" });

/** A calendar that was made, with its link: it is said this once. */
export const feedMade = z.strictObject({ made: feed, url: z.url() }).meta({ id: "FeedMade" });

export type Feed = z.infer<typeof feed>;
export type Feeds = z.infer<typeof feeds>;
export type FeedWished = z.infer<typeof feedWished>;
export type FeedMade = z.infer<typeof feedMade>;
