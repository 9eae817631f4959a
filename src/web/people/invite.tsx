import { useState } from "react";
import { Button } from "react-aria-components";
import type { Problem } from "../../contract/problem.ts";
import type { Role } from "../../contract/desk.ts";
import { invite } from "../api/desk.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { Choice, Picked, Written } from "../ui/fields.tsx";
import { ProblemNotice } from "../ui/notice.tsx";
import { InvitationLink } from "./invitation-link.tsx";
import type { Made } from "./invitation-link.tsx";

const roles: readonly Role[] = ["agent", "supervisor", "auditor", "administrator"];
const ANY = "*";
const blank = { name: "", email: "", role: "agent" as Role, level: ANY, party: ANY };

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
    const at = person.level === ANY ? null : person.level;
    const party = person.party === ANY ? null : person.party;
    const answer = await invite(desk.id, { name, email, role: person.role, level: at, party });
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
  const set = (changes: Partial<typeof blank>): void => setPerson({ ...person, ...changes });
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
        <Button type="submit" className="button main" aria-disabled={busy}>
          {say.makeLink}
        </Button>
      </form>
    </section>
  );
}

interface Boxes {
  readonly person: typeof blank;
  readonly set: (changes: Partial<typeof blank>) => void;
  readonly missing: (value: string) => string | undefined;
}

function Boxes({ person, set, missing }: Boxes) {
  const { words, text } = useWords();
  const { desk, level } = useDesk();
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
      <Choice
        name="role"
        label={say.role}
        value={person.role}
        onChange={(value) => set({ role: roles.find((role) => role === value) ?? "agent" })}
        options={roles.map((id) => ({ id, label: say.roles[id], means: say.roleMeans[id] }))}
      />
      {desk.levels.length > 1 ? (
        <Picked
          name="level"
          label={say.level}
          value={person.level}
          onChange={(value) => set({ level: value })}
          options={[
            { id: ANY, label: say.anyLevel },
            ...desk.levels.map(({ id }) => ({ id, label: level(id) })),
          ]}
        />
      ) : null}
      {desk.parties.length > 0 ? (
        <Picked
          name="party"
          label={say.party}
          hint={say.partyMeans}
          value={person.party}
          onChange={(value) => set({ party: value })}
          options={[
            { id: ANY, label: say.ownPeople },
            ...desk.parties.map(({ id, label }) => ({ id, label: text(label) })),
          ]}
        />
      ) : null}
    </>
  );
}
