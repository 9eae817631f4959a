import type { LimitChange } from "../../contract/policy.ts";
import { sayShortMoment } from "../../words/short.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";

/** What becomes of each promise: from which limit to which. */
export function Changes({ changes }: { readonly changes: readonly LimitChange[] }) {
  const { words, text } = useWords();
  const { place } = useDesk();
  const say = words.versions;
  if (changes.length === 0) return <p className="soft">{say.noChange}</p>;
  const when = (at: number | null): string => (at === null ? say.none : sayShortMoment(at, place));
  return (
    <ul className="changes">
      {changes.map(({ clock, label, before, after, missed }) => (
        <li key={clock} className="change">
          {text(label)}: <s>{when(before)}</s> → <b>{when(after)}</b>{" "}
          {missed ? <span className="bad-text">{say.missed}</span> : null}
        </li>
      ))}
    </ul>
  );
}
