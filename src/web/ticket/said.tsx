import { useState } from "react";
import { Button } from "react-aria-components";
import { timelineWords } from "../../words/workspace/timeline.ts";
import { useWords } from "../app/language.tsx";
import { isLong, withoutPast } from "./quoted.ts";

/** The words of a message: what is new in it, long ones folded, the past that it quotes behind a button. */
export function Said({ text }: { readonly text: string }) {
  const { language } = useWords();
  const say = timelineWords[language];
  const { said, quoted } = withoutPast(text);
  const [isWhole, setWhole] = useState(!isLong(said));
  return (
    <>
      <div className={isWhole ? "said" : "said is-folded"}>{said}</div>
      {isWhole ? null : (
        <Button className="button quiet small" onPress={() => setWhole(true)}>
          {say.whole}
        </Button>
      )}
      {quoted === null ? null : (
        <details className="quoted">
          <summary aria-label={say.quoted}>⋯ {say.quoted}</summary>
          <div className="said">{quoted}</div>
        </details>
      )}
    </>
  );
}
