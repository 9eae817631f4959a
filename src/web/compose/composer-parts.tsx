import { Button, Tab, TabList } from "react-aria-components";
import { composeWords } from "../../words/workspace/compose.ts";
import { useWords } from "../app/language.tsx";
import { Icon } from "../ui/icons.tsx";
import { sideOf } from "./draft.ts";
import type { ComposedNow } from "./use-composition.ts";

/** What can be written: the mode that only the desk reads is locked, and a mark says where words were left. */
export function Modes({ composition }: { readonly composition: ComposedNow }) {
  const { words, language } = useWords();
  const { compose } = words;
  const { offered, side, otherHasText } = composition;
  return (
    <TabList className="modes" aria-label={compose.mode}>
      {offered.map((mode) => (
        <Tab key={mode} id={mode} className={`mode is-${mode}`}>
          {mode === "note" ? <Icon name="lock" /> : null}
          {compose.modes[mode]}
          {otherHasText && sideOf(mode) !== side && (mode === "note" || mode === "reply") ? (
            <span className="has-text">
              <span className="unseen"> ({composeWords[language].otherSide})</span>
            </span>
          ) : null}
        </Tab>
      ))}
    </TabList>
  );
}

/** The places that nobody filled in: nothing is sent with them. */
export function Unfilled({ composition: { unfilled } }: { readonly composition: ComposedNow }) {
  const { language } = useWords();
  const say = composeWords[language];
  const [first] = unfilled;
  if (first === undefined) return null;
  const go = (): void => {
    const box = document.querySelector<HTMLTextAreaElement>(`.composer [name="${first.box}"]`);
    const from = box?.value.indexOf(first.place) ?? -1;
    box?.focus();
    if (from !== -1) box?.setSelectionRange(from, from + first.place.length);
  };
  return (
    <div className="notice bad" role="alert">
      <Icon name="fault" />
      <p>{say.unfilled(unfilled.map(({ place }) => place).join(", "))}</p>
      <Button className="button" onPress={go}>
        {say.goToPlace}
      </Button>
    </div>
  );
}
