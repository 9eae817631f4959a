import { useState } from "react";
import { Button } from "react-aria-components";
import type { TokenMade } from "../../contract/tokens.ts";
import { sayMoment } from "../../words/dates.ts";
import { integrationWords } from "../../words/workspace/integrations.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";

/** Shows a token that was just made, this once. */
export function MadeToken({
  made: { made, token },
  onAgain,
}: {
  readonly made: TokenMade;
  readonly onAgain: () => void;
}) {
  const { language } = useWords();
  const { place } = useDesk();
  const [copied, setCopied] = useState(false);
  const say = integrationWords[language];
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(token);
    setCopied(true);
  };
  return (
    <section className="sheet" aria-label={say.madeTitle}>
      <h3>{say.madeTitle}</h3>
      <output>{say.madeText(made.name, sayMoment(made.expires, place))}</output>
      <p className="one-time">
        <code>{token}</code>
      </p>
      <div className="acts start">
        <Button className="button main" onPress={() => void copy()}>
          {copied ? say.copied : say.copy}
        </Button>
        <Button className="button quiet" onPress={onAgain}>
          {say.another}
        </Button>
      </div>
    </section>
  );
}
