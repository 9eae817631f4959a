import { z } from "zod";

/** How somebody likes the workspace; it is theirs at every desk. */
export const preferences = z
  .strictObject({
    /** Light or dark; `system`: what their device asks for. */
    theme: z.enum(["system", "light", "dark"]),
    density: z.enum(["comfortable", "compact"]),
    /** Where one goes after an act on a ticket: to the next one, back to the list, or nowhere. */
    after: z.enum(["next", "back", "stay"]),
    /** Whether keys of one stroke do something (WCAG 2.2, 2.1.4). */
    shortcuts: z.boolean(),
    /** How many seconds a reply waits before it leaves, and can be undone. */
    undoSeconds: z.union([z.literal(0), z.literal(5), z.literal(12), z.literal(30)]),
    /** Null: what their browser asks for. */
    language: z.enum(["es", "en"]).nullable(),
  })
  .meta({ id: "Preferences" });

export type Preferences = z.infer<typeof preferences>;

/** How the workspace is for whoever said nothing. */
export const usualPreferences: Preferences = {
  theme: "system",
  density: "comfortable",
  after: "stay",
  shortcuts: true,
  undoSeconds: 12,
  language: null,
};
