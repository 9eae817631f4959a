import { Autocomplete, Input, Menu, MenuItem, TextField, Text } from "react-aria-components";
import { useWords } from "../app/language.tsx";
import { Over } from "./dialog.tsx";

/** One of those that are offered; `of`: what it is one of. */
export interface Pick {
  readonly id: string;
  readonly label: string;
  readonly of?: string;
  readonly key?: string;
}

interface Picking {
  readonly title: string;
  readonly hint: string;
  readonly typed: string;
  readonly onType: (typed: string) => void;
  /** What matches what was typed, the likeliest first: Enter takes that one. */
  readonly options: readonly Pick[];
  readonly onPick: (id: string) => void;
  readonly onClose: () => void;
}

/** A box to type into over a list that narrows with each letter; arrows go through it, Enter takes. */
export function QuickPick({ title, hint, typed, onType, options, onPick, onClose }: Picking) {
  const { words } = useWords();
  const [first] = options;
  return (
    <Over title={title} onClose={onClose}>
      <div className="quick-pick">
        <Autocomplete inputValue={typed} onInputChange={onType} disableAutoFocusFirst>
          <TextField
            className="field"
            aria-label={title}
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- the box was asked for by a key a moment ago
            autoFocus
            onKeyDown={(event) => {
              const box = event.target as HTMLInputElement;
              const isOnRow = (box.getAttribute("aria-activedescendant") ?? "") !== "";
              if (event.key === "Enter" && !isOnRow && first !== undefined) onPick(first.id);
              else event.continuePropagation();
            }}
          >
            <Input placeholder={hint} />
          </TextField>
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by the keyboard too */}
          <section className="quick-scroll" aria-label={title} tabIndex={0}>
            <Menu
              className="options quick-options"
              aria-label={title}
              onAction={(key) => onPick(String(key))}
              renderEmptyState={() => <p className="soft">{words.queue.emptyFound}</p>}
            >
              {options.slice(0, 60).map(({ id, label, of, key }) => (
                <MenuItem key={id} id={id} textValue={label} className="option">
                  <Text slot="label">
                    {of === undefined ? null : <span className="chip-of">{of} </span>}
                    {label}
                  </Text>
                  {key === undefined ? null : <kbd className="stroke">{key}</kbd>}
                </MenuItem>
              ))}
            </Menu>
          </section>
        </Autocomplete>
      </div>
    </Over>
  );
}
