import { useState } from "react";
import { Button, Switch } from "react-aria-components";
import { remember } from "../app/keep.ts";
import { useWords } from "../app/language.tsx";
import { Over } from "../ui/dialog.tsx";
import { wantsShortcuts } from "./shortcuts.ts";

/** The list of shortcuts, and the switch that turns them off. */
export function ShortcutHelp({ onClose }: { readonly onClose: () => void }) {
  const { words } = useWords();
  const { shortcuts } = words;
  const [on, setOn] = useState(wantsShortcuts);
  const keys: readonly (readonly [keys: readonly string[], does: string])[] = [
    [["j"], shortcuts.next],
    [["k"], shortcuts.previous],
    [["Enter"], shortcuts.open],
    [["/", "Ctrl K"], shortcuts.search],
    [["r"], shortcuts.reply],
    [["n"], shortcuts.note],
    [["u"], shortcuts.back],
    [["?"], shortcuts.help],
  ];
  return (
    <Over title={shortcuts.title} onClose={onClose}>
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
      <Switch
        className="switch"
        isSelected={on}
        onChange={(wanted) => {
          setOn(wanted);
          remember("shortcuts", wanted ? null : "off");
        }}
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
