import { z } from "zod";
import type { TrackerSearch } from "../api/tracker.ts";

const portal = z.object({ portal: z.string().min(1).max(200) });
const category = z.object({ category: z.string().min(1).max(200) });

/** The tracker's address as it can be meant: whatever it cannot mean is left out. */
export function readTrackerSearch(written: Readonly<Record<string, unknown>>): TrackerSearch {
  return { ...portal.safeParse(written).data, ...category.safeParse(written).data };
}
