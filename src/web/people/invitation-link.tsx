import { useState } from "react";
import { Button } from "react-aria-components";
import { sayMoment } from "../../words/dates.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";

/** A one-time link that was just made, and for whom. */
export interface Made {
  readonly name: string;
  readonly link: string;
  readonly expires: number;
}

/** Shows the one-time link, this once. */
export function InvitationLink({
  made,
  onAgain,
}: {
  readonly made: Made;
  readonly onAgain: () => void;
}) {
  const { words } = useWords();
  const { place } = useDesk();
  const [copied, setCopied] = useState(false);
  const say = words.people;
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(made.link);
    setCopied(true);
  };
  return (
    <section className="sheet" aria-label={say.linkTitle}>
      <h3>{say.linkTitle}</h3>
      <output>{say.linkText(made.name, sayMoment(made.expires, place))}</output>
      <p className="one-time">
        <code>{made.link}</code>
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
