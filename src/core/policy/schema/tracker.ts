import { z } from "zod";
import { digestNews, trackerColumns } from "../tracker-rule.ts";
import { Name, Names, sourceKeys } from "./words.ts";

const Column = z.enum(trackerColumns);
const News = z.enum(digestNews);

/** When those who follow the tracker are told what changed in it, and of what. */
const Digest = z
  .strictObject({
    every: z.enum(["day", "week"]).meta({
      description: "Each open date, or the first open date of each week; none on closed dates",
    }),
    at: z
      .string()
      .trim()
      .min(1)
      .max(20)
      .meta({ description: "opening (unless said), closing, or a time: 09:30" })
      .optional(),
    on: Name.meta({ description: "The calendar; the desk's own unless said" }).optional(),
    says: z
      .union([News, z.array(News).min(1)])
      .meta({ description: "Tickets added, tickets updated; both unless said" })
      .optional(),
  })
  .meta({ description: "What changed since the last one, told to whoever follows" });

/** A list that people follow, with its digest (HB-12). */
export const Tracker = z
  .strictObject({
    lists: z
      .union([Column, z.array(Column).min(1)])
      .meta({ description: "Its columns, in their order" }),
    category: Names.meta({
      description:
        "The choices whose answer is the category; the first choice of each form unless said",
    }).optional(),
    digest: Digest.optional(),
    ...sourceKeys,
  })
  .meta({ description: "A list that people follow, with its digest" });
