import { useState } from "react";
import { Button } from "react-aria-components";
import type { Problem } from "../../contract/problem.ts";
import type { Webhook, WebhookMade } from "../../contract/webhooks.ts";
import { hookTypeNames } from "../../core/webhook/hook-types.ts";
import { may } from "../../core/access/may.ts";
import { sayShortMoment } from "../../words/short.ts";
import { webhookWords } from "../../words/workspace/webhooks.ts";
import type { Answer } from "../api/request.ts";
import { renewSecret, switchWebhook, tryWebhook } from "../api/webhooks.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { ProblemNotice } from "../ui/notice.tsx";
import { SignInAgain } from "./sign-in-again.tsx";

interface Row {
  readonly webhook: Webhook;
  readonly onChange: (renewed?: WebhookMade) => void;
  readonly onLog: () => void;
}

/** An endpoint: how it stands, and what can be done with it. */
export function WebhookRow({ webhook, onChange, onLog }: Row) {
  const { language } = useWords();
  const { desk } = useDesk();
  const say = webhookWords[language];
  const [problem, setProblem] = useState<Problem | null>(null);
  const { url, note, types, state, failingSince } = webhook;
  const isAll = types.length === hookTypeNames.length;
  const told = isAll ? say.all : types.map((type) => say.typeMeans[type]).join(" · ");
  const at = (when: number): string => sayShortMoment(when, { zone: desk.zone, language });
  return (
    <article className="sheet" aria-label={url}>
      <h3>{url}</h3>
      {note === "" ? null : <p>{note}</p>}
      <p>
        <b>{say.states[state]}</b>
        {failingSince === null ? null : ` · ${say.failingSince(at(failingSince))}`}
      </p>
      <p className="soft small">{told}</p>
      <ProblemNotice problem={problem} />
      <SignInAgain problem={problem} />
      <Acts {...{ webhook, onChange, onLog, setProblem }} />
    </article>
  );
}

function Acts({
  webhook: { id, state },
  onChange,
  onLog,
  setProblem,
}: Row & { readonly setProblem: (problem: Problem | null) => void }) {
  const { language } = useWords();
  const { desk, roles } = useDesk();
  const say = webhookWords[language];
  const [sure, setSure] = useState<"removed" | "renew" | null>(null);
  const settled = async <T,>(asked: Promise<Answer<T>>): Promise<T | null> => {
    const answer = await asked;
    setProblem(answer.ok ? null : answer.problem);
    setSure(null);
    return answer.ok ? answer.value : null;
  };
  const turn = async (to: "on" | "off" | "removed"): Promise<void> => {
    if ((await settled(switchWebhook(desk.id, id, to))) !== null) onChange();
  };
  const renew = async (): Promise<void> => {
    const made = await settled(renewSecret(desk.id, id));
    if (made !== null) onChange(made);
  };
  const tryIt = async (): Promise<void> => {
    if ((await settled(tryWebhook(desk.id, id))) !== null) onLog();
  };
  return (
    <div className="acts start">
      <Button className="button" onPress={onLog}>
        {say.log}
      </Button>
      {state === "on" && may(roles, "webhook.replay") ? (
        <Button className="button quiet" onPress={() => void tryIt()}>
          {say.trial}
        </Button>
      ) : null}
      {may(roles, "webhook.manage") ? (
        <>
          <Button className="button quiet" onPress={() => void turn(state === "on" ? "off" : "on")}>
            {state === "on" ? say.turnOff : say.turnOn}
          </Button>
          <Button
            className="button quiet"
            onPress={() => (sure === "renew" ? void renew() : setSure("renew"))}
            onBlur={() => setSure(null)}
          >
            {sure === "renew" ? say.renewSure : say.renew}
          </Button>
          <Button
            className="button quiet"
            onPress={() => (sure === "removed" ? void turn("removed") : setSure("removed"))}
            onBlur={() => setSure(null)}
          >
            {sure === "removed" ? say.removeSure : say.remove}
          </Button>
        </>
      ) : null}
    </div>
  );
}
