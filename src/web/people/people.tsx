import { may } from "../../core/access/may.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { Invite } from "./invite.tsx";

/** Who works at the desk; administrators invite. */
export function People() {
  const { words } = useWords();
  const { me, desk, level, roles } = useDesk();
  const say = words.people;
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
            </tr>
          </thead>
          <tbody>
            {desk.staff.map((person) => (
              <tr key={person.id}>
                <th scope="row">
                  {person.name}{" "}
                  {person.id === me.id ? <span className="tag">{say.you}</span> : null}
                </th>
                <td>{say.roles[person.role]}</td>
                <td>{person.level === null ? say.anyLevel : level(person.level)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {may(roles, "staff.invite") ? <Invite /> : null}
    </div>
  );
}
