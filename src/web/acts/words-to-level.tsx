import { useState } from "react";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { FormOver } from "../ui/dialog.tsx";
import { Choice, Written } from "../ui/fields.tsx";
import { ProblemNotice } from "../ui/notice.tsx";
import type { Asking } from "./asking.ts";
import { useAct } from "./use-act.ts";

/** Asks another level for details: it has the ticket until it answers. */
export function AskLevel({ ticket, onClose }: Asking) {
  const { words } = useWords();
  const { level } = useDesk();
  const { asks } = ticket.following;
  const [to, setTo] = useState(asks[0] ?? "");
  const [text, setText] = useState("");
  const [tried, setTried] = useState(false);
  const { act, busy, problem } = useAct(ticket, onClose);
  const { acts } = words;
  const submit = (): void => {
    setTried(true);
    if (text.trim() !== "") void act("ask-level", { to, text });
  };
  return (
    <FormOver
      title={acts["ask-level"]}
      act={acts["ask-level"]}
      busy={busy}
      onClose={onClose}
      onSubmit={submit}
    >
      <Choice
        name="to"
        label={acts.to}
        value={to}
        onChange={setTo}
        options={asks.map((id) => ({ id, label: level(id) }))}
      />
      <Written
        name="text"
        label={acts.details}
        hint={acts.internal}
        value={text}
        onChange={setText}
        tried={tried}
        required
        lines={3}
      />
      <ProblemNotice problem={problem} />
    </FormOver>
  );
}

/** Gives the details that a level asked for: the ticket goes back to it. */
export function AnswerLevel({ ticket, onClose }: Asking) {
  const { words } = useWords();
  const { level } = useDesk();
  const [text, setText] = useState("");
  const [tried, setTried] = useState(false);
  const { act, busy, problem } = useAct(ticket, onClose);
  const { acts } = words;
  const back = ticket.following.consultation?.level ?? ticket.row.level;
  const submit = (): void => {
    setTried(true);
    if (text.trim() !== "") void act("answer-level", { text });
  };
  return (
    <FormOver
      title={acts.answerTo(level(back))}
      act={acts["answer-level"]}
      busy={busy}
      onClose={onClose}
      onSubmit={submit}
    >
      <Written
        name="text"
        label={acts.details}
        hint={acts.internal}
        value={text}
        onChange={setText}
        tried={tried}
        required
        lines={3}
        isFirst
      />
      <ProblemNotice problem={problem} />
    </FormOver>
  );
}
