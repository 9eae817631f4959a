import { useState } from "react";
import { Switch } from "react-aria-components";
import { preferences as schema } from "../../contract/preferences.ts";
import type { Preferences } from "../../contract/preferences.ts";
import type { Problem } from "../../contract/problem.ts";
import { preferenceWords } from "../../words/workspace/preferences.ts";
import { prefer, usePreferences } from "../app/preferences.ts";
import { useWords } from "../app/language.tsx";
import { ProblemNotice } from "../ui/notice.tsx";
import { Segmented } from "../ui/segmented.tsx";

const seconds = [0, 5, 12, 30] as const satisfies readonly Preferences["undoSeconds"][];
const { theme: themes, density: densities, after: afters } = schema.shape;

/** How somebody likes the workspace: each choice holds at once and is kept as it is made. */
export function PreferencesPage() {
  const { language } = useWords();
  const say = preferenceWords[language];
  const { shortcuts } = usePreferences();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isKept, setKept] = useState(false);
  const change = async (wish: Partial<Preferences>): Promise<void> => {
    setKept(false);
    const refused = await prefer(wish);
    setProblem(refused);
    setKept(refused === null);
  };
  return (
    <div className="page preferences">
      <h2>{say.title}</h2>
      <p className="soft">{say.lead}</p>
      <ProblemNotice problem={problem} />
      <Look change={change} />
      <Work change={change} />
      <section className="sheet narrow" aria-label={say.keyboard}>
        <h3>{say.keyboard}</h3>
        <Switch
          className="switch"
          isSelected={shortcuts}
          onChange={(wanted) => void change({ shortcuts: wanted })}
        >
          <span className="track" aria-hidden="true" />
          {say.shortcuts}
        </Switch>
        <p className="soft small">{say.shortcutsHint}</p>
      </section>
      <output className="soft small">{isKept ? say.saved : null}</output>
    </div>
  );
}

interface Changing {
  readonly change: (wish: Partial<Preferences>) => Promise<void>;
}

function Look({ change }: Changing) {
  const { language } = useWords();
  const say = preferenceWords[language];
  const { theme, density, language: chosen } = usePreferences();
  return (
    <section className="sheet narrow" aria-label={say.look}>
      <h3>{say.look}</h3>
      <Segmented
        label={say.theme}
        value={theme}
        options={themes.options.map((id) => ({ id, label: say.themes[id] }))}
        onChange={(id) => void change({ theme: id })}
      />
      <Segmented
        label={say.density}
        hint={say.densityHint}
        value={density}
        options={densities.options.map((id) => ({ id, label: say.densities[id] }))}
        onChange={(id) => void change({ density: id })}
      />
      <Segmented
        label={say.language}
        value={chosen ?? "browser"}
        options={(["browser", "es", "en"] as const).map((id) => ({
          id,
          label: say.languages[id],
        }))}
        onChange={(id) => void change({ language: id === "browser" ? null : id })}
      />
    </section>
  );
}

function Work({ change }: Changing) {
  const { language } = useWords();
  const say = preferenceWords[language];
  const { after, undoSeconds } = usePreferences();
  return (
    <section className="sheet narrow" aria-label={say.work}>
      <h3>{say.work}</h3>
      <Segmented
        label={say.after}
        value={after}
        options={afters.options.map((id) => ({ id, label: say.afters[id] }))}
        onChange={(id) => void change({ after: id })}
      />
      <Segmented
        label={say.undo}
        hint={say.undoHint}
        value={String(undoSeconds)}
        options={seconds.map((n) => ({ id: String(n), label: say.undoSeconds(n) }))}
        onChange={(id) =>
          void change({ undoSeconds: seconds.find((n) => String(n) === id) ?? undoSeconds })
        }
      />
    </section>
  );
}
