import { Link } from "@tanstack/react-router";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "react-aria-components";
import type { DeskDetail } from "../../contract/desk.ts";
import type { Problem } from "../../contract/problem.ts";
import { staffWorkWords } from "../../words/workspace/staff.ts";
import type { Answer } from "../api/request.ts";
import { changeMember, dismissMember, endSessionsOf, resetSecondFactor } from "../api/staff.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { ProblemNotice } from "../ui/notice.tsx";
import { ANY, PlaceFields, placeOf } from "./place-fields.tsx";
import type { PlaceTyped } from "./place-fields.tsx";

/** Something that was done, and what is left to do after it. */
export interface DoneToMember {
  readonly text: string;
  readonly tickets: readonly string[];
}

/** Changes what somebody is at the desk, ends their sessions, removes their second proof, or takes their place away. */
export function ChangeMember({
  person,
  onDone,
  onCancel,
}: {
  readonly person: DeskDetail["staff"][number];
  readonly onDone: (done: DoneToMember | null) => void;
  readonly onCancel: () => void;
}) {
  const { language } = useWords();
  const { desk } = useDesk();
  const say = staffWorkWords[language];
  const { level, party } = person;
  const [place, setPlace] = useState<PlaceTyped>({
    ...person,
    level: level ?? ANY,
    party: party ?? ANY,
  });
  const { busy, problem, act } = useAct(onDone);
  const who = { desk: desk.id, id: person.id };
  return (
    <section className="sheet" aria-label={say.changeNamed(person.name)}>
      <h3>{say.changeNamed(person.name)}</h3>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void act(changeMember(who, placeOf(place)), () => null);
        }}
      >
        <PlaceFields value={place} set={(changes) => setPlace({ ...place, ...changes })} />
        <ProblemNotice problem={problem} />
        {problem?.code === "confirm-again" ? <ConfirmLink /> : null}
        <div className="acts start">
          <Button type="submit" className="button main" aria-disabled={busy}>
            {say.save}
          </Button>
          <Button className="button quiet" onPress={onCancel}>
            {say.cancel}
          </Button>
        </div>
      </form>
      <Access person={person} busy={busy} act={act} />
    </section>
  );
}

/** Somebody's sessions, second proof and place: what is done to each is told to them by mail. */
function Access({
  person,
  busy,
  act,
}: {
  readonly person: DeskDetail["staff"][number];
  readonly busy: boolean;
  readonly act: Act;
}) {
  const { language } = useWords();
  const { desk } = useDesk();
  const [sure, setSure] = useState(false);
  const say = staffWorkWords[language];
  const who = { desk: desk.id, id: person.id };
  const dismiss = (): void =>
    void act(dismissMember(who), ({ tickets }) => ({ text: say.dismissed(person.name), tickets }));
  return (
    <>
      <h4>{say.access}</h4>
      <p className="soft">{say.told}</p>
      <div className="acts start">
        <Button
          className="button"
          aria-disabled={busy}
          onPress={() =>
            void act(endSessionsOf(who), ({ ended }) => ({
              text: say.sessionsEnded(ended),
              tickets: [],
            }))
          }
        >
          {say.endSessions}
        </Button>
        <Button
          className="button"
          aria-disabled={busy}
          onPress={() =>
            void act(resetSecondFactor(who), () => ({ text: say.factorReset, tickets: [] }))
          }
        >
          {say.resetFactor}
        </Button>
        {sure ? null : (
          <Button className="button" onPress={() => setSure(true)}>
            {say.dismiss}
          </Button>
        )}
      </div>
      {sure ? <Sure name={person.name} onNo={() => setSure(false)} onYes={dismiss} /> : null}
    </>
  );
}

function Sure({
  name,
  onYes,
  onNo,
}: {
  readonly name: string;
  readonly onYes: () => void;
  readonly onNo: () => void;
}) {
  const { language } = useWords();
  const say = staffWorkWords[language];
  return (
    <div className="notice bad" role="alert">
      <p>{say.dismissSure(name)}</p>
      <Button className="button" onPress={onYes}>
        {say.dismissYes}
      </Button>{" "}
      <Button className="button quiet" onPress={onNo}>
        {say.cancel}
      </Button>
    </div>
  );
}

/** Where to prove oneself again before what changes who gets in. */
export function ConfirmLink() {
  const { language } = useWords();
  const { pathname } = window.location;
  return (
    <p>
      <a className="button" href={`/app/confirmar?next=${encodeURIComponent(pathname)}`}>
        {staffWorkWords[language].confirmFirst}
      </a>
    </p>
  );
}

/** What was done to somebody, read out, with the tickets that are now to be given to others. */
export function DoneNotice({ done }: { readonly done: DoneToMember | null }) {
  const { language } = useWords();
  const { desk } = useDesk();
  if (done === null) return null;
  return (
    <output className="notice">
      <p>{done.text}</p>
      {done.tickets.length === 0 ? null : (
        <>
          <p>{staffWorkWords[language].tickets}</p>
          <ul>
            {done.tickets.map((folio) => (
              <li key={folio}>
                <Link
                  to="/d/$desk/t/$folio"
                  params={{ desk: desk.id, folio }}
                  search={{ view: "open" }}
                >
                  {folio}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </output>
  );
}

type Act = <T>(asked: Promise<Answer<T>>, told: (value: T) => DoneToMember | null) => Promise<void>;

function useAct(onDone: (done: DoneToMember | null) => void) {
  const { desk } = useDesk();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const act: Act = async (asked, told) => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    const answer = await asked;
    setBusy(false);
    if (!answer.ok) return setProblem(answer.problem);
    await client.invalidateQueries({ queryKey: ["desk", desk.id] });
    onDone(told(answer.value));
  };
  return { busy, problem, act };
}
