import { Switch } from "react-aria-components";
import type { ChatDesk } from "../../contract/chat.ts";
import { chatWorkWords } from "../../words/workspace/chat.ts";
import { useWords } from "../app/language.tsx";
import { Picked } from "../ui/fields.tsx";

const many = [1, 2, 3, 4, 5, 6, 8, 10, 12];
const usual = 3;

interface Attended {
  readonly data: ChatDesk;
  readonly attend: (capacity: number | null) => Promise<void>;
}

/** Whether one attends the chat, how many at once, and who else does. */
export function Attending({ data, attend }: Attended) {
  const { language } = useWords();
  const say = chatWorkWords[language];
  const { capacity, agents } = data;
  return (
    <section className="part chat-attending">
      <div className="acts start">
        <Switch
          className="switch"
          isSelected={capacity !== null}
          onChange={(on) => void attend(on ? usual : null)}
        >
          <span className="track" aria-hidden="true" /> {say.attend}
        </Switch>
        {capacity === null ? null : (
          <Picked
            name="capacity"
            label={say.atOnce}
            value={String(capacity)}
            onChange={(id) => void attend(Number(id))}
            options={many.map((n) => ({ id: String(n), label: String(n) }))}
          />
        )}
      </div>
      {capacity === null ? <p className="soft small">{say.notAttending}</p> : null}
      <h3>{say.agents}</h3>
      {agents.length === 0 ? (
        <p className="soft">{say.noAgents}</p>
      ) : (
        <ul className="plain">
          {agents.map(({ id, name, active, capacity: most }) => (
            <li key={id}>
              {name} <span className="soft">{say.active(active, most)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
