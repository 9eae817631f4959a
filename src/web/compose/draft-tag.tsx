import { use } from "react";
import { composeWords } from "../../words/workspace/compose.ts";
import { useWords } from "../app/language.tsx";
import { OwnDrafts } from "./use-compositions.ts";

/** Beside a ticket in a list: that one has written to it and not sent that, or that it did not leave. */
export function DraftTag({ folio }: { readonly folio: string }) {
  const { language } = useWords();
  const state = use(OwnDrafts).get(folio);
  if (state === undefined) return null;
  const say = composeWords[language];
  const words = { draft: say.draftTag, departing: say.departingTag, stopped: say.stoppedTag };
  return <span className={`tag draft-tag is-${state}`}>{words[state]}</span>;
}
