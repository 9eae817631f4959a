import { useState } from "react";
import { Button } from "react-aria-components";
import { feedPageWords } from "../../words/workspace/feeds.ts";
import { useWords } from "../app/language.tsx";

/** Shows the link of a calendar, this once. */
export function MadeFeed({ url, onDone }: { readonly url: string; readonly onDone: () => void }) {
  const { language } = useWords();
  const [copied, setCopied] = useState(false);
  const say = feedPageWords[language];
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(url);
    setCopied(true);
  };
  return (
    <section className="sheet" aria-label={say.madeTitle}>
      <h3>{say.madeTitle}</h3>
      <output>{say.madeText}</output>
      <p className="one-time">
        <code>{url}</code>
      </p>
      <div className="acts start">
        <Button className="button main" onPress={() => void copy()}>
          {copied ? say.copied : say.copy}
        </Button>
        <Button className="button quiet" onPress={onDone}>
          {say.done}
        </Button>
      </div>
    </section>
  );
}
