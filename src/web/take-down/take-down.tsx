import { useState } from "react";
import { Button } from "react-aria-components";
import type { TookDown } from "../../contract/filing.ts";
import type { Problem } from "../../contract/problem.ts";
import { takeDown } from "../api/desk.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { Picked } from "../ui/fields.tsx";
import { ProblemNotice } from "../ui/notice.tsx";
import { Asked } from "./asked-field.tsx";
import { answersTo, askedFields } from "./asked-fields.ts";
import { Taken } from "./taken.tsx";

type Channel = "chat" | "mail";
const channels: readonly Channel[] = ["chat", "mail"];

/** Takes a request down for somebody who writes or chats (CC-5, IF-3): the desk's own form, and what to tell them at the end. Whoever calls has a page of their own. */
export function TakeDown() {
  const { words, text } = useWords();
  const { desk } = useDesk();
  const say = words.takeDown;
  const taking = useTaking();
  const { form, forms, fields, problem } = taking;
  if (taking.made !== null) return <Taken made={taking.made} onAgain={taking.again} />;
  return (
    <section className="page" aria-label={say.title}>
      <h2>{say.title}</h2>
      <p className="soft">{say.lead}</p>
      <form
        className="sheet narrow"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void taking.send();
        }}
      >
        <Picked
          name="channel"
          label={say.channel}
          value={taking.channel}
          onChange={taking.chooseChannel}
          options={desk.channels
            .filter(({ id }) => channels.some((one) => one === id))
            .map(({ id, label }) => ({ id, label: text(label) }))}
        />
        <Picked
          name="form"
          label={say.form}
          value={form?.id ?? ""}
          onChange={taking.chooseForm}
          options={forms.map(({ id, title }) => ({ id, label: text(title) }))}
        />
        {fields.map((field) => (
          <Asked
            key={field.id}
            field={field}
            value={taking.answers[field.id] ?? ""}
            onChange={(value) => taking.answer(field.id, value)}
            error={errorOf(problem, field.id)}
          />
        ))}
        <Language value={taking.language} onChange={taking.chooseLanguage} />
        <p className="soft small">{say.noFiles}</p>
        <ProblemNotice problem={problem} />
        <Button type="submit" className="button main" aria-disabled={taking.busy}>
          {taking.busy ? say.sending : say.send}
        </Button>
      </form>
    </section>
  );
}

function Language({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (id: string) => void;
}) {
  const say = useWords().words.takeDown;
  const options = [
    { id: "es", label: say.spanish },
    { id: "en", label: say.english },
  ];
  return <Picked name="language" label={say.language} {...{ value, onChange, options }} />;
}

function errorOf(problem: Problem | null, field: string): string | undefined {
  return problem?.errors?.find((error) => error.field === `fields.${field}`)?.detail;
}

const newSubmission = (): string => crypto.randomUUID();

/** The request as it is being written down; sent again after a failure it makes one ticket. */
function useTaking() {
  const { desk } = useDesk();
  const known = channels.filter((one) => desk.channels.some(({ id }) => id === one));
  const [channel, setChannel] = useState<Channel>(known[0] ?? "mail");
  const [chosen, setChosen] = useState<string | null>(null);
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>({});
  const [language, setLanguage] = useState<"es" | "en">("es");
  const [submission, setSubmission] = useState(newSubmission);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [made, setMade] = useState<TookDown | null>(null);
  const onIt = desk.forms.filter(({ on }) => on.includes(channel));
  const forms = onIt.length > 0 ? onIt : desk.forms;
  const form = forms.find(({ id }) => id === chosen) ?? forms[0];
  const fields = form === undefined ? [] : askedFields(form, answers);
  const send = async (): Promise<void> => {
    if (busy || form === undefined) return;
    setBusy(true);
    setProblem(null);
    const given = answersTo(fields, answers);
    const wish = { form: form.id, channel, fields: given, language, submission };
    const answer = await takeDown(desk.id, wish);
    setBusy(false);
    if (answer.ok) setMade(answer.value);
    else setProblem(answer.problem);
  };
  const again = (): void => {
    setAnswers({});
    setSubmission(newSubmission());
    setMade(null);
  };
  return {
    ...{ channel, forms, form, fields, answers, language, busy, problem, made, send, again },
    chooseChannel: (id: string) => setChannel(channels.find((one) => one === id) ?? "mail"),
    chooseForm: setChosen,
    chooseLanguage: (id: string) => setLanguage(id === "en" ? "en" : "es"),
    answer: (id: string, value: string) => setAnswers((before) => ({ ...before, [id]: value })),
  };
}
