import { useState } from "react";
import { Button } from "react-aria-components";
import type { Problem } from "../../contract/problem.ts";
import type { SavedView } from "../../contract/views.ts";
import { queueWorkWords } from "../../words/workspace/queue-work.ts";
import { changeView, removeView } from "../api/views.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { Over } from "../ui/dialog.tsx";
import { Written } from "../ui/fields.tsx";
import { ProblemNotice } from "../ui/notice.tsx";
import { useViews } from "./use-views.ts";

/** Views by kind, to be put in order, renamed and removed by those who may. */
export function ArrangeViews({ onClose }: { readonly onClose: () => void }) {
  const { language } = useWords();
  const { desk } = useDesk();
  const { views, change } = useViews(desk.id);
  const [problem, setProblem] = useState<Problem | null>(null);
  const say = queueWorkWords[language];
  const does = async (asked: Parameters<typeof change>[0]): Promise<void> =>
    setProblem(await change(asked));
  return (
    <Over title={say.manage} onClose={onClose}>
      {[true, false].map((shared) => {
        const list = views.filter((view) => view.shared === shared);
        return list.length === 0 ? null : (
          <section key={String(shared)}>
            <h3>{shared ? say.shared : say.own}</h3>
            <ul className="arranged">
              {list.map((view, at) => (
                <Arranged
                  key={view.id}
                  view={view}
                  isFirst={at === 0}
                  isLast={at === list.length - 1}
                  onMove={(by) => void does(changeView(desk.id, view.id, { place: at + by }))}
                  onRename={(name) => void does(changeView(desk.id, view.id, { name }))}
                  onRemove={() => void does(removeView(desk.id, view.id))}
                />
              ))}
            </ul>
          </section>
        );
      })}
      <ProblemNotice problem={problem} />
      <div className="acts">
        <Button className="button" onPress={onClose}>
          {say.done}
        </Button>
      </div>
    </Over>
  );
}

interface Arranging {
  readonly view: SavedView;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onMove: (by: 1 | -1) => void;
  readonly onRename: (name: string) => void;
  readonly onRemove: () => void;
}

function Arranged({ view, isFirst, isLast, onMove, onRename, onRemove }: Arranging) {
  const { language } = useWords();
  const [name, setName] = useState(view.name);
  const [asking, setAsking] = useState(false);
  const say = queueWorkWords[language];
  if (!view.mine)
    return (
      <li>
        {view.name} <span className="soft">{say.by(view.owner.name)}</span>
      </li>
    );
  const rename = (): void => {
    if (name.trim() !== "" && name.trim() !== view.name) onRename(name.trim());
  };
  return (
    <li>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          rename();
        }}
      >
        <Written name={view.id} label={say.rename(view.name)} value={name} onChange={setName} />
        {name.trim() === "" || name.trim() === view.name ? null : (
          <Button type="submit" className="button small">
            {say.save}
          </Button>
        )}
      </form>
      <Button
        className="button quiet small"
        aria-label={say.up(view.name)}
        isDisabled={isFirst}
        onPress={() => onMove(-1)}
      >
        ↑
      </Button>
      <Button
        className="button quiet small"
        aria-label={say.down(view.name)}
        isDisabled={isLast}
        onPress={() => onMove(1)}
      >
        ↓
      </Button>
      <Button
        className={asking ? "button danger small" : "button quiet small"}
        aria-label={asking ? say.dropAsk : say.drop(view.name)}
        onPress={() => (asking ? onRemove() : setAsking(true))}
      >
        {asking ? say.dropAsk : "×"}
      </Button>
    </li>
  );
}
