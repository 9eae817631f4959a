import { z } from "zod";
import { upload } from "../../contract/upload.ts";
import { recall, remember } from "../app/keep.ts";
import type { Place } from "../api/desk.ts";

/** What can be written to a ticket. */
export const modes = ["reply", "ask", "note", "solve", "hand-back"] as const;

export type Mode = (typeof modes)[number];

const shape = z.object({
  mode: z.enum(modes),
  text: z.string(),
  cause: z.string(),
  remedy: z.string(),
  awaiting: z.enum(["client", "authorisation"]),
  /** The session that the attached files are kept under; one for each composition. */
  session: z.string(),
  files: z.array(upload),
  /** The ticket as it was when the writing began; `null`: nothing is written yet. */
  seen: z.int().nullable(),
});

/** Something being written to a ticket: kept in this browser until it is sent or discarded. */
export type Draft = z.infer<typeof shape>;

/** A draft with nothing in it. */
export function emptyDraft(mode: Mode): Draft {
  const empty = { text: "", cause: "", remedy: "", files: [], seen: null };
  return { mode, awaiting: "client", session: newSession(), ...empty };
}

/** Whether there is nothing in it that would be lost. */
export function isBlank({ text, cause, remedy, files }: Draft): boolean {
  return text + cause + remedy === "" && files.length === 0;
}

const nameOf = ({ desk, folio }: Place): string => `draft.${desk}.${folio}`;

/** The draft that this browser keeps for a ticket; `null` where there is none that can be read. */
export function recallDraft(place: Place): Draft | null {
  const kept = recall(nameOf(place));
  if (kept === null) return null;
  // Only `keepDraft` writes there, so it is JSON; its shape may be that of an older version.
  const read = shape.safeParse(JSON.parse(kept));
  return read.success ? read.data : null;
}

/** Keeps a draft; a blank one is forgotten. */
export function keepDraft(place: Place, draft: Draft): void {
  remember(nameOf(place), isBlank(draft) ? null : JSON.stringify(draft));
}

/** A name that nobody guesses: 24 random bytes, base64url. */
function newSession(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(24));
  return btoa(String.fromCodePoint(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_");
}
