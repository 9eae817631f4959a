import { z } from "zod";
import { recall, remember } from "../app/keep.ts";

/** Something that was chosen in the box not long ago. */
const chosen = z.object({ id: z.string(), label: z.string(), href: z.string().nullable() });

export type Chosen = z.infer<typeof chosen>;

/** As many as one finds again at a glance. */
const MOST = 8;

const nameOf = (desk: string): string => `recent.${desk}`;

/** What was chosen at a desk in this browser, the last first. */
export function recentlyChosen(desk: string): readonly Chosen[] {
  const kept = recall(nameOf(desk));
  if (kept === null) return [];
  const read = z.array(chosen).safeParse(JSON.parse(kept));
  return read.success ? read.data : [];
}

/** Remembers what was chosen. */
export function rememberChosen(desk: string, one: Chosen): void {
  const others = recentlyChosen(desk).filter(({ id }) => id !== one.id);
  remember(nameOf(desk), JSON.stringify([one, ...others].slice(0, MOST)));
}
