import type { ActBody } from "../../contract/acts.ts";
import { actOn } from "../api/desk.ts";
import type { Place } from "../api/desk.ts";
import type { Answer } from "../api/request.ts";
import type { Acted } from "../../contract/acts.ts";
import type { Draft } from "./draft.ts";

/** The boxes of a composition that its mode cannot do without and that are empty. */
export function missingIn(draft: Draft): readonly ("text" | "cause" | "remedy")[] {
  const needed =
    draft.mode === "solve" || draft.mode === "hand-back"
      ? (["cause", "remedy"] as const)
      : (["text"] as const);
  return needed.filter((name) => draft[name].trim() === "");
}

/** Sends a composition as the act that its mode stands for, against the ticket as it was seen. */
export function sendDraft(
  place: Place & { readonly seq: number },
  draft: Draft,
): Promise<Answer<Acted>> {
  const { mode, text, cause, remedy } = draft;
  const message: ActBody<"note"> = { text, ...uploadsOf(draft) };
  switch (mode) {
    case "reply":
      return actOn(place, "reply", message);
    case "ask":
      return actOn(place, "ask", { ...message, for: draft.awaiting });
    case "note":
      return actOn(place, "note", message);
    case "hand-back":
      return actOn(place, "hand-back", { cause, remedy });
    case "solve":
      return actOn(place, "solve", { cause, remedy, ...(text.trim() === "" ? {} : { text }) });
  }
}

function uploadsOf({ session, files }: Draft): Pick<ActBody<"note">, "uploads"> {
  return files.length === 0 ? {} : { uploads: { session, ids: files.map(({ id }) => id) } };
}
