import { z } from "zod";
import { narrowing, narrowingState } from "./narrowing.ts";
import { ticketQuery } from "./ticket.ts";

/** What a view shows: the very words of a list's address. */
export const viewFilter = z
  .strictObject({
    view: ticketQuery.shape.view.unwrap().exclude(["all"]),
    ...narrowing,
    state: narrowingState.exactOptional(),
    q: z.string().trim().min(1).max(200).exactOptional(),
  })
  .meta({ id: "ViewFilter" });

/** A list that somebody put together and kept. */
export const savedView = z
  .strictObject({
    id: z.uuid(),
    name: z.string(),
    shared: z.boolean(),
    /** Who keeps it. */
    owner: z.strictObject({ id: z.string(), name: z.string() }),
    /** Whether whoever asks may rename, move or remove it. */
    mine: z.boolean(),
    filter: viewFilter,
  })
  .meta({ id: "SavedView" });

/** The desk's shared views, then one's own, each in their order. */
export const savedViews = z.strictObject({ views: z.array(savedView) }).meta({ id: "SavedViews" });

const name = z.string().trim().min(1).max(60);

/** A view to be kept. */
export const viewWished = z
  .strictObject({ name, shared: z.boolean(), filter: viewFilter })
  .meta({ id: "ViewWished" });

/** What of a view changes; `place`: among those of its kind, from 0. */
export const viewChanged = z
  .strictObject({
    name: name.exactOptional(),
    shared: z.boolean().exactOptional(),
    filter: viewFilter.exactOptional(),
    place: z.int().min(0).max(99).exactOptional(),
  })
  .meta({ id: "ViewChanged" });

/** How many tickets each view holds, by its id, counted up to 1,000. */
export const viewCounts = z
  .strictObject({ counts: z.record(z.string(), z.int()) })
  .meta({ id: "ViewCounts" });

export type ViewFilter = z.infer<typeof viewFilter>;
export type SavedView = z.infer<typeof savedView>;
export type SavedViews = z.infer<typeof savedViews>;
export type ViewWished = z.infer<typeof viewWished>;
export type ViewChanged = z.infer<typeof viewChanged>;
export type ViewCounts = z.infer<typeof viewCounts>;
