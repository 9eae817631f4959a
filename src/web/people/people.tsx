import { useState } from "react";
import { Button } from "react-aria-components";
import type { DeskDetail } from "../../contract/desk.ts";
import { may } from "../../core/access/may.ts";
import { rolesOf } from "../../core/access/roles.ts";
import { staffWorkWords } from "../../words/workspace/staff.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { ChangeMember, DoneNotice } from "./change-member.tsx";
import type { DoneToMember } from "./change-member.tsx";
import { Invite } from "./invite.tsx";
import { SecondFactorAsked } from "./second-factor-asked.tsx";

/** Who works at the desk; administrators invite, change and remove. */
export function People() {
  const { words, language } = useWords();
  const { desk, roles } = useDesk();
  const [changing, setChanging] = useState<string | null>(null);
  const [done, setDone] = useState<DoneToMember | null>(null);
  const say = words.people;
  const manages = may(roles, "staff.manage");
  const person = desk.staff.find(({ id }) => id === changing);
  const change = (id: string): void => {
    setDone(null);
    setChanging(id);
  };
  return (
    <div className="page people">
      <section aria-label={say.title}>
        <h2>{say.title}</h2>
        <p className="soft">{say.lead}</p>
        <table>
          <thead>
            <tr>
              <th scope="col">{say.name}</th>
              <th scope="col">{say.role}</th>
              <th scope="col">{say.level}</th>
              {manages ? (
                <th scope="col">
                  <span className="unseen">{staffWorkWords[language].change}</span>
                </th>
              ) : null}
            </tr>
          </thead>
          <tbody>
            {desk.staff.map((one) => (
              <PersonRow
                key={one.id}
                person={one}
                onChange={manages ? () => change(one.id) : null}
              />
            ))}
          </tbody>
        </table>
        <DoneNotice done={done} />
      </section>
      {person === undefined ? null : (
        <ChangeMember
          key={person.id}
          person={person}
          onCancel={() => setChanging(null)}
          onDone={(told) => {
            setChanging(null);
            setDone(told);
          }}
        />
      )}
      {may(roles, "staff.invite") && person === undefined ? <Invite /> : null}
      {manages && person === undefined ? <SecondFactorAsked /> : null}
    </div>
  );
}

function PersonRow({
  person,
  onChange,
}: {
  readonly person: DeskDetail["staff"][number];
  readonly onChange: (() => void) | null;
}) {
  const { words, language, text } = useWords();
  const { me, desk, level } = useDesk();
  const say = words.people;
  const work = staffWorkWords[language];
  const isMe = person.id === me.id;
  const party = desk.parties.find(({ id }) => id === person.party);
  return (
    <tr>
      <th scope="row">
        {person.name} {isMe ? <span className="tag">{say.you}</span> : null}
        {party === undefined ? null : <span className="tag">{text(party.label)}</span>}
      </th>
      <td>
        {rolesOf(person)
          .map((role) => say.roles[role])
          .join(", ")}
      </td>
      <td>{person.level === null ? say.anyLevel : level(person.level)}</td>
      {onChange === null ? null : (
        <td>
          {isMe ? null : (
            <Button
              className="button quiet"
              aria-label={work.changeNamed(person.name)}
              onPress={onChange}
            >
              {work.change}
            </Button>
          )}
        </td>
      )}
    </tr>
  );
}
