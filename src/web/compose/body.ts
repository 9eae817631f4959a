import { unfilledIn } from "../../core/canned/placeholders.ts";
import { sideOf } from "./draft.ts";
import type { Draft } from "./draft.ts";

/** The boxes of a composition that its mode cannot do without and that are empty. */
export function missingIn(draft: Draft): readonly ("text" | "cause" | "remedy")[] {
  const needed =
    draft.mode === "solve" || draft.mode === "hand-back"
      ? (["cause", "remedy"] as const)
      : (["text"] as const);
  return needed.filter((name) => draft[name].trim() === "");
}

/** The places of what the client would read that nobody has filled in, each with its box. */
export function unfilledOf(
  draft: Pick<Draft, "mode" | "text" | "cause" | "remedy">,
): readonly { readonly box: "text" | "cause" | "remedy"; readonly place: string }[] {
  if (sideOf(draft.mode) === "desk" || draft.mode === "hand-back") return [];
  const boxes =
    draft.mode === "solve" ? (["cause", "remedy", "text"] as const) : (["text"] as const);
  return boxes.flatMap((box) => unfilledIn(draft[box]).map((place) => ({ box, place })));
}

/** Whether only the acts that go with it are to be done: nothing is said. */
export function isActsAlone(draft: Draft): boolean {
  const { text, cause, remedy, files, acts } = draft;
  return acts.length > 0 && (text + cause + remedy).trim() === "" && files.length === 0;
}
