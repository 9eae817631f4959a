import { useState } from "react";
import { Button, Checkbox, CheckboxGroup, Label } from "react-aria-components";
import type { Problem } from "../../contract/problem.ts";
import type { TokenMade } from "../../contract/tokens.ts";
import { isScope, scopeNames } from "../../core/access/scopes.ts";
import type { Scope } from "../../core/access/scopes.ts";
import { integrationWords } from "../../words/workspace/integrations.ts";
import { makeToken } from "../api/tokens.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { Picked, Written } from "../ui/fields.tsx";
import { ProblemNotice } from "../ui/notice.tsx";
import { MadeToken } from "./made-token.tsx";

const DAY = 86_400_000;
const lasting = [30, 90, 180, 365] as const;

interface Wish {
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly days: number;
}

const blank: Wish = { name: "", scopes: ["tickets:read"], days: 90 };

/** Makes a token: what it gives is shown this once. */
export function MakeToken({ onMade }: { readonly onMade: () => void }) {
  const { language } = useWords();
  const { desk } = useDesk();
  const say = integrationWords[language];
  const [wish, setWish] = useState<Wish>(blank);
  const [made, setMade] = useState<TokenMade | null>(null);
  const [busy, setBusy] = useState(false);
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const submit = async (): Promise<void> => {
    setTried(true);
    const name = wish.name.trim();
    if (busy || name === "" || wish.scopes.length === 0) return;
    setBusy(true);
    setProblem(null);
    // A little less than so many days from now: the server's clock has the last word on a year.
    const expires = Date.now() + wish.days * DAY - 60_000;
    const answer = await makeToken(desk.id, { name, scopes: [...wish.scopes], expires });
    setBusy(false);
    if (!answer.ok) return setProblem(answer.problem);
    setMade(answer.value);
    onMade();
  };
  const again = (): void => {
    setMade(null);
    setTried(false);
    setWish(blank);
  };
  if (made !== null) return <MadeToken made={made} onAgain={again} />;
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
        <Boxes wish={wish} set={setWish} tried={tried} />
        <ProblemNotice problem={problem} />
        {problem?.code === "confirm-again" ? (
          <p>
            <a
              href={`/app/confirmar?next=${encodeURIComponent(`/app/d/${desk.id}/integraciones`)}`}
            >
              {say.signInAgain}
            </a>
          </p>
        ) : null}
        <Button type="submit" className="button main" aria-disabled={busy}>
          {say.make}
        </Button>
      </form>
    </section>
  );
}

function Boxes({
  wish,
  set,
  tried,
}: {
  readonly wish: Wish;
  readonly set: (wish: Wish) => void;
  readonly tried: boolean;
}) {
  const { language } = useWords();
  const say = integrationWords[language];
  return (
    <>
      <Written
        name="name"
        label={say.name}
        hint={say.nameHint}
        value={wish.name}
        onChange={(name) => set({ ...wish, name })}
        tried={tried}
        required
      />
      <CheckboxGroup
        className="field choice"
        name="scopes"
        value={[...wish.scopes]}
        onChange={(chosen) => set({ ...wish, scopes: chosen.filter(isScope) })}
        validationBehavior="aria"
        isInvalid={tried && wish.scopes.length === 0}
      >
        <Label>{say.scopes}</Label>
        {scopeNames.map((scope) => (
          <Checkbox key={scope} value={scope} className="check">
            <span className="box" aria-hidden="true" />
            <span>
              <b>{say.scopeMeans[scope]}</b> <code>{scope}</code>
            </span>
          </Checkbox>
        ))}
        {tried && wish.scopes.length === 0 ? <p className="wrong">{say.scopesMissing}</p> : null}
      </CheckboxGroup>
      <Picked
        name="days"
        label={say.expires}
        value={String(wish.days)}
        onChange={(days) => set({ ...wish, days: Number(days) })}
        options={lasting.map((days) => ({ id: String(days), label: say.lasts(days) }))}
      />
    </>
  );
}
