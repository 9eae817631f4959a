import { Button } from "react-aria-components";
import { orderOfActs } from "../../core/canned/canned.ts";
import type { CannedAct } from "../../core/canned/canned.ts";
import { composeWords } from "../../words/workspace/compose.ts";
import { useWords } from "../app/language.tsx";
import { Icon } from "../ui/icons.tsx";
import { useActWords } from "./act-words.ts";
import type { ComposedNow } from "./use-composition.ts";

/** What will be done to the ticket with the words, before it is: each can be left out. */
export function WithActs({ composition }: { readonly composition: ComposedNow }) {
  const { language } = useWords();
  const say = composeWords[language];
  const sayAct = useActWords();
  const { draft, change } = composition;
  if (draft.acts.length === 0) return null;
  const { first, then } = orderOfActs(draft.acts as readonly CannedAct[]);
  return (
    <div className="with-acts">
      <span className="soft small" id="with-acts">
        {say.also}
      </span>
      <ul aria-labelledby="with-acts">
        {[...first, ...then].map((act) => (
          <li key={JSON.stringify(act)} className="chip">
            {sayAct(act)}
            <Button
              className="icon-button"
              aria-label={say.drop(sayAct(act))}
              onPress={() => change({ acts: draft.acts.filter((one) => one !== act) })}
            >
              <Icon name="close" />
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
