import { useState } from "react";
import { Button } from "react-aria-components";
import { trackerWords } from "../../words/workspace/tracker.ts";
import { followTracker } from "../api/tracker.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { Picked, Written } from "../ui/fields.tsx";
import { ProblemNotice } from "../ui/notice.tsx";
import { useFollowAct } from "./use-tracker.ts";

const ALL = "*";
const blank = { name: "", address: "", language: "es", portal: "" };
const languages = ["es", "en"] as const;

/** Has somebody from outside follow, such as the buyer's person; what they follow is always said. */
export function AddFollower({ portals }: { readonly portals: readonly string[] }) {
  const { language, words } = useWords();
  const { desk } = useDesk();
  const [person, setPerson] = useState(blank);
  const [tried, setTried] = useState(false);
  const act = useFollowAct(desk.id);
  const say = trackerWords[language];
  const set = (changes: Partial<typeof blank>): void => setPerson({ ...person, ...changes });
  const [name, address] = [person.name.trim(), person.address.trim()];
  const missing = (value: string): string | undefined =>
    tried && value === "" ? words.compose.required : undefined;
  const submit = async (): Promise<void> => {
    setTried(true);
    if (name === "" || address === "" || person.portal === "") return;
    const portal = person.portal === ALL ? null : person.portal;
    const chosen = languages.find((one) => one === person.language) ?? "es";
    const outsider = { name, address, language: chosen };
    if (!(await act.run(() => followTracker(desk.id, { portal, outsider })))) return;
    setPerson(blank);
    setTried(false);
  };
  return (
    <form
      noValidate
      aria-label={say.add}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <h3>{say.add}</h3>
      <p className="soft">{say.addHint}</p>
      <Boxes {...{ person, set, missing, portals }} />
      <ProblemNotice problem={act.problem} />
      <Button type="submit" className="button" aria-disabled={act.busy}>
        {say.addAct}
      </Button>
    </form>
  );
}

interface BoxesProps {
  readonly person: typeof blank;
  readonly set: (changes: Partial<typeof blank>) => void;
  readonly missing: (value: string) => string | undefined;
  readonly portals: readonly string[];
}

function Boxes({ person, set, missing, portals }: BoxesProps) {
  const { language } = useWords();
  const say = trackerWords[language];
  return (
    <>
      <Written
        name="follower-name"
        label={say.name}
        value={person.name}
        onChange={(value) => set({ name: value })}
        error={missing(person.name.trim())}
        required
      />
      <Written
        name="follower-address"
        type="email"
        label={say.address}
        value={person.address}
        onChange={(value) => set({ address: value })}
        error={missing(person.address.trim())}
        required
      />
      <Picked
        name="follower-portal"
        label={say.whose}
        value={person.portal}
        onChange={(value) => set({ portal: value })}
        error={missing(person.portal)}
        options={[...portals.map((id) => ({ id, label: id })), { id: ALL, label: say.all }]}
      />
      <Picked
        name="follower-language"
        label={say.language}
        value={person.language}
        onChange={(value) => set({ language: value })}
        options={languages.map((id) => ({ id, label: say.languages[id] }))}
      />
    </>
  );
}
