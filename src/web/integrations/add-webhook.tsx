import { useState } from "react";
import { Button, Checkbox, CheckboxGroup, Label } from "react-aria-components";
import type { Problem } from "../../contract/problem.ts";
import type { WebhookMade } from "../../contract/webhooks.ts";
import { hookTypeNames } from "../../core/webhook/hook-types.ts";
import type { HookType } from "../../core/webhook/hook-types.ts";
import { webhookWords } from "../../words/workspace/webhooks.ts";
import { addWebhook } from "../api/webhooks.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { Written } from "../ui/fields.tsx";
import { ProblemNotice } from "../ui/notice.tsx";
import { SignInAgain } from "./sign-in-again.tsx";

interface Wish {
  readonly url: string;
  readonly note: string;
  readonly types: readonly HookType[];
}

const blank: Wish = { url: "", note: "", types: [...hookTypeNames] };

/** Adds an endpoint: what it gives, with the secret, is shown this once. */
export function AddWebhook({ onMade }: { readonly onMade: (made: WebhookMade) => void }) {
  const { language } = useWords();
  const { desk } = useDesk();
  const say = webhookWords[language];
  const [wish, setWish] = useState<Wish>(blank);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const submit = async (): Promise<void> => {
    setTried(true);
    if (busy || wish.url.trim() === "" || wish.types.length === 0) return;
    setBusy(true);
    const answer = await addWebhook(desk.id, { ...wish, types: [...wish.types] });
    setBusy(false);
    setProblem(answer.ok ? null : answer.problem);
    if (answer.ok) onMade(answer.value);
  };
  return (
    <section className="sheet" aria-label={say.makeTitle}>
      <h3>{say.makeTitle}</h3>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Written
          name="url"
          label={say.url}
          hint={say.urlHint}
          value={wish.url}
          onChange={(url) => setWish({ ...wish, url })}
          tried={tried}
          required
        />
        <Written
          name="note"
          label={say.note}
          value={wish.note}
          onChange={(note) => setWish({ ...wish, note })}
        />
        <Types wish={wish} tried={tried} set={(types) => setWish({ ...wish, types })} />
        <ProblemNotice problem={problem} />
        <SignInAgain problem={problem} />
        <Button type="submit" className="button main" aria-disabled={busy}>
          {say.make}
        </Button>
      </form>
    </section>
  );
}

function Types({
  wish,
  tried,
  set,
}: {
  readonly wish: Wish;
  readonly tried: boolean;
  readonly set: (types: readonly HookType[]) => void;
}) {
  const { language } = useWords();
  const say = webhookWords[language];
  const isMissing = tried && wish.types.length === 0;
  const all = wish.types.length === hookTypeNames.length;
  return (
    <>
      <Checkbox
        className="check"
        isSelected={all}
        isIndeterminate={!all && wish.types.length > 0}
        onChange={(every) => set(every ? hookTypeNames : [])}
      >
        <span className="box" aria-hidden="true" />
        <b>{say.all}</b>
      </Checkbox>
      <CheckboxGroup
        className="field choice"
        name="types"
        value={[...wish.types]}
        onChange={(chosen) => set(hookTypeNames.filter((type) => chosen.includes(type)))}
        validationBehavior="aria"
        isInvalid={isMissing}
      >
        <Label>{say.types}</Label>
        {hookTypeNames.map((type) => (
          <Checkbox key={type} value={type} className="check">
            <span className="box" aria-hidden="true" />
            <span>
              {say.typeMeans[type]} <code>{type}</code>
            </span>
          </Checkbox>
        ))}
        {isMissing ? <p className="wrong">{say.typesMissing}</p> : null}
      </CheckboxGroup>
    </>
  );
}
