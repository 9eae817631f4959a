import { z } from "zod";
import { digestNews, trackerColumns } from "../core/policy/tracker-rule.ts";
import { cursor, instant, text } from "./primitives.ts";

/** A column that a tracker can list. */
export const trackerColumn = z.enum(trackerColumns).meta({ id: "TrackerColumn" });

/** A ticket as the tracker lists it: codes of the policy, instants and words of people. */
export const trackerRow = z
  .strictObject({
    folio: z.string(),
    cells: z.partialRecord(trackerColumn, z.union([z.string(), z.int(), z.null()])),
  })
  .meta({ id: "TrackerRow" });

const language = z.enum(["es", "en"]);

/** When the digest comes, and what it says. `at`: milliseconds since midnight where it is a time. */
const digest = z.strictObject({
  every: z.enum(["day", "week"]),
  at: z.union([z.enum(["opening", "closing"]), z.int()]),
  says: z.array(z.enum(digestNews)),
});

/** A page of the tracker, newest first. */
export const trackerPage = z
  .strictObject({
    columns: z.array(trackerColumn),
    rows: z.array(trackerRow),
    next: cursor.nullable(),
    portals: z.array(z.string()),
    categories: z.array(z.strictObject({ id: z.string(), label: text })),
    digest: digest.nullable(),
    now: instant,
  })
  .meta({ id: "TrackerPage" });

/** Whoever follows: a member of staff, or an address from outside. */
export const trackerFollower = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    staff: z.string().nullable(),
    address: z.string().nullable(),
    language,
    /** Whose tickets; none: all. */
    portal: z.string().nullable(),
    since: instant,
  })
  .meta({ id: "TrackerFollower" });

export const trackerFollowers = z
  .strictObject({ followers: z.array(trackerFollower), next: cursor.nullable() })
  .meta({ id: "TrackerFollowers" });

/** What whoever asks follows, what each next digest would tell now, and when it comes. */
export const trackerFollowing = z
  .strictObject({
    next: instant.nullable(),
    followed: z.array(
      z.strictObject({ follower: trackerFollower, added: z.int(), updated: z.int() }),
    ),
  })
  .meta({ id: "TrackerFollowing" });

/** Follows the tracker oneself, or has an address from outside follow it. */
export const followTracker = z
  .strictObject({
    portal: z.string().trim().min(1).max(200).nullable(),
    outsider: z
      .strictObject({
        name: z.string().trim().min(1).max(120),
        address: z.email().max(254),
        language,
      })
      .nullable(),
  })
  .meta({ id: "FollowTracker" });

export const trackerStopped = z
  .strictObject({ stopped: z.boolean() })
  .meta({ id: "TrackerStopped" });

export type TrackerPage = z.infer<typeof trackerPage>;
export type TrackerRow = z.infer<typeof trackerRow>;
export type TrackerFollower = z.infer<typeof trackerFollower>;
export type TrackerFollowers = z.infer<typeof trackerFollowers>;
export type TrackerFollowing = z.infer<typeof trackerFollowing>;
export type FollowTracker = z.infer<typeof followTracker>;
