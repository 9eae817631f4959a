import type { Viewer } from "../../contract/presence.ts";
import { liveWords } from "../../words/workspace/live.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { Icon } from "../ui/icons.tsx";
import { useStanding } from "./standing.ts";

const nobody: readonly Viewer[] = [];

function useOthers(folio: string): readonly Viewer[] {
  const { me } = useDesk();
  const there = useStanding(({ viewers }) => viewers[folio] ?? nobody);
  return there.filter(({ id }) => id !== me.id);
}

const namesOf = (viewers: readonly Viewer[]): readonly string[] => viewers.map(({ name }) => name);

/** Who else has a ticket open, in its head: who writes an answer before who only looks. */
export function Others({ folio }: { readonly folio: string }) {
  const { language } = useWords();
  const say = liveWords[language];
  const others = useOthers(folio);
  const writing = namesOf(others.filter((one) => one.writing));
  const looking = namesOf(others.filter((one) => !one.writing));
  return (
    <output className="others">
      {writing.length === 0 ? null : (
        <span className="is-writing">
          <Icon name="talk" /> {say.writing(writing)}
        </span>
      )}
      {looking.length === 0 ? null : (
        <span className="is-looking">
          <Icon name="people" /> {say.looking(looking)}
        </span>
      )}
    </output>
  );
}

/** The same in a row of a list: short. */
export function OthersInRow({ folio }: { readonly folio: string }) {
  const { language } = useWords();
  const say = liveWords[language];
  const others = useOthers(folio);
  if (others.length === 0) return null;
  const writing = namesOf(others.filter((one) => one.writing));
  return (
    <span className={writing.length > 0 ? "row-others is-writing" : "row-others"}>
      <Icon name={writing.length > 0 ? "talk" : "people"} />{" "}
      {writing.length > 0 ? say.writingShort(writing) : say.lookingShort(namesOf(others))}
    </span>
  );
}
