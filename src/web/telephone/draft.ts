import { z } from "zod";
import { recall, remember } from "../app/keep.ts";

const shape = z.object({
  /** The call's own id: of the exchange's call that is on the screen, or of the browser's making. */
  id: z.string(),
  typed: z.string(),
  began: z.number(),
  direction: z.enum(["in", "out"]),
  outcome: z.enum(["spoke", "no-answer", "left-message"]),
  who: z.string(),
  text: z.string(),
  /** The folio that it is about; "new": a new case; null: not chosen yet. */
  about: z.string().nullable(),
  form: z.string().nullable(),
  answers: z.record(z.string(), z.string()),
  language: z.enum(["es", "en"]),
  submission: z.string(),
});

/** A call as it is being written down: kept in this browser until it is logged or discarded. */
export type CallDraft = z.infer<typeof shape>;

/** A call that begins now. */
export function newDraft(now: number): CallDraft {
  return {
    ...{ id: crypto.randomUUID(), submission: crypto.randomUUID(), began: now },
    ...{ typed: "", direction: "in", outcome: "spoke", who: "", text: "" },
    ...{ about: null, form: null, answers: {}, language: "es" },
  };
}

const nameOf = (desk: string): string => `call.${desk}`;

/** What was being written when the page was left; null: nothing that can be read. */
export function recallCall(desk: string): CallDraft | null {
  const kept = recall(nameOf(desk));
  if (kept === null) return null;
  const read = shape.safeParse(JSON.parse(kept));
  return read.success ? read.data : null;
}

/** Keeps what is being written; null forgets it. */
export function keepCall(desk: string, draft: CallDraft | null): void {
  remember(nameOf(desk), draft === null ? null : JSON.stringify(draft));
}
