import { Button, Switch } from "react-aria-components";
import type { Language } from "../../core/policy/text.ts";
import { actName } from "../../words/workspace/verbs.ts";
import { ticketActs } from "../acts/registry.ts";
import { useWords } from "../app/language.tsx";
import { prefer, usePreferences } from "../app/preferences.ts";
import { queueWorkWords } from "../../words/workspace/queue-work.ts";
import { goLetters } from "./go.ts";
import { Over } from "../ui/dialog.tsx";

/** The list of shortcuts, and the switch that turns them off. */
export function ShortcutHelp({ onClose }: { readonly onClose: () => void }) {
  const { words, language } = useWords();
  const { shortcuts } = words;
  const { shortcuts: on } = usePreferences();
  const groups = useStrokes();
  const { hint } = queueWorkWords[language].keys;
  return (
    <Over title={shortcuts.title} onClose={onClose}>
      {groups.map(([title, keys]) => (
        <section key={title} className="keys-group">
          <h3>{title}</h3>
          <dl className="keys">
            {keys.map(([strokes, does]) => (
              <div key={does} className="fact">
                <dt>
                  {strokes.map((stroke) => (
                    <kbd key={stroke}>{stroke}</kbd>
                  ))}
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <p className="soft">{hint}</p>
      <Switch
        className="switch"
        isSelected={on}
        onChange={(wanted) => void prefer({ shortcuts: wanted })}
      >
        <span className="track" aria-hidden="true" />
        {shortcuts.on}
      </Switch>
      <p className="soft">{shortcuts.hint}</p>
      <div className="acts">
        <Button className="button" onPress={onClose}>
          {shortcuts.close}
        </Button>
      </div>
    </Over>
  );
}

type Stroke = readonly [keys: readonly string[], does: string];

/** Every shortcut, by where it is heard. */
function useStrokes(): readonly (readonly [title: string, strokes: readonly Stroke[]])[] {
  const { words, language } = useWords();
  const { shortcuts } = words;
  const { keys: say, filter, views } = queueWorkWords[language];
  return [
    [
      say.queue,
      [
        [["j"], shortcuts.next],
        [["k"], shortcuts.previous],
        [["Enter"], shortcuts.open],
        [["u"], shortcuts.back],
        [["f"], filter],
        [["v"], say.why],
      ],
    ],
    [
      say.ticket,
      ticketActs.flatMap(({ id, key }): readonly Stroke[] =>
        key === null ? [] : [[[key], actName(id, language)]],
      ),
    ],
    [
      say.writing,
      [
        [["Ctrl Enter"], say.send],
        [["Ctrl Shift Enter"], say.sendNext],
        [["/"], say.prepared],
        [["@"], say.mention],
      ],
    ],
    [
      say.chosen,
      [
        [["x"], say.select],
        [["Shift ↓", "Shift ↑"], say.selectMore],
        [["e"], say.bulk],
        [["Esc"], say.clear],
      ],
    ],
    [
      say.go,
      [
        [["g 1", "… g 9"], `${say.toView} (${views})`],
        ...Object.entries(goLetters).map(([letter, view]): Stroke => [
          [`g ${letter}`],
          words.views[view],
        ]),
      ],
    ],
    [say.guard, guardStrokes(language)],
    [say.general, generalStrokes(shortcuts)],
  ];
}

function guardStrokes(language: Language): readonly Stroke[] {
  const { keys, guard } = queueWorkWords[language];
  return [
    [["."], keys.guardNext],
    [[","], guard.skip],
  ];
}

function generalStrokes(say: {
  readonly search: string;
  readonly help: string;
}): readonly Stroke[] {
  return [
    [["/", "Ctrl K"], say.search],
    [["?"], say.help],
  ];
}
