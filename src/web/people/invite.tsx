import { useState } from "react";
import { Button } from "react-aria-components";
import type { Problem } from "../../contract/problem.ts";
import { invite } from "../api/desk.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { Written } from "../ui/fields.tsx";
import { ProblemNotice } from "../ui/notice.tsx";
import { ConfirmLink } from "./change-member.tsx";
import { InvitationLink } from "./invitation-link.tsx";
import type { Made } from "./invitation-link.tsx";
import { ANY, PlaceFields, placeOf } from "./place-fields.tsx";
import type { PlaceTyped } from "./place-fields.tsx";

interface Person extends PlaceTyped {
  readonly name: string;
  readonly email: string;
}

const blank: Person = { name: "", email: "", role: "agent", also: [], level: ANY, party: ANY };

/** Invites somebody: what it gives is a link, for nobody has an account before they open it. */
export function Invite() {
  const { words } = useWords();
  const { desk } = useDesk();
  const [person, setPerson] = useState(blank);
  const [made, setMade] = useState<Made | null>(null);
  const [busy, setBusy] = useState(false);
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const say = words.people;
  const name = person.name.trim();
  const email = person.email.trim();
  const submit = async (): Promise<void> => {
    setTried(true);
    if (busy || name === "" || email === "") return;
    setBusy(true);
    setProblem(null);
    const answer = await invite(desk.id, { name, email, ...placeOf(person) });
    setBusy(false);
    if (answer.ok) setMade({ name, ...answer.value });
    else setProblem(answer.problem);
  };
  const again = (): void => {
    setMade(null);
    setTried(false);
    setPerson(blank);
  };
  if (made !== null) return <InvitationLink made={made} onAgain={again} />;
  const missing = (value: string): string | undefined =>
    tried && value === "" ? words.compose.required : undefined;
  const set = (changes: Partial<Person>): void => setPerson({ ...person, ...changes });
  return (
    <section className="sheet" aria-label={say.invite}>
      <h3>{say.invite}</h3>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Boxes person={person} set={set} missing={missing} />
        <ProblemNotice problem={problem} />
        {problem?.code === "confirm-again" ? <ConfirmLink /> : null}
        <Button type="submit" className="button main" aria-disabled={busy}>
          {say.makeLink}
        </Button>
      </form>
    </section>
  );
}

interface Boxes {
  readonly person: Person;
  readonly set: (changes: Partial<Person>) => void;
  readonly missing: (value: string) => string | undefined;
}

function Boxes({ person, set, missing }: Boxes) {
  const { words } = useWords();
  const say = words.people;
  return (
    <>
      <Written
        name="name"
        label={say.name}
        value={person.name}
        onChange={(value) => set({ name: value })}
        error={missing(person.name.trim())}
        required
      />
      <Written
        name="email"
        type="email"
        label={say.email}
        value={person.email}
        onChange={(value) => set({ email: value })}
        error={missing(person.email.trim())}
        required
      />
      <PlaceFields value={person} set={set} />
    </>
  );
}
