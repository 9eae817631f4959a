import { useState } from "react";
import { Button } from "react-aria-components";
import type { WebhookMade } from "../../contract/webhooks.ts";
import { webhookWords } from "../../words/workspace/webhooks.ts";
import { useWords } from "../app/language.tsx";

/** Shows the secret of an endpoint, this once. */
export function MadeSecret({
  made: { made, secret },
  onDone,
}: {
  readonly made: WebhookMade;
  readonly onDone: () => void;
}) {
  const { language } = useWords();
  const [copied, setCopied] = useState(false);
  const say = webhookWords[language];
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(secret);
    setCopied(true);
  };
  return (
    <section className="sheet" aria-label={say.secretTitle}>
      <h3>{say.secretTitle}</h3>
      <output>{say.secretText(new URL(made.url).host)}</output>
      <p className="one-time">
        <code>{secret}</code>
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
