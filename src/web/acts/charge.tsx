import { useState } from "react";
import { partOf } from "../../core/money/money.ts";
import { MINUTE } from "../../core/time/instant.ts";
import { sayDuration } from "../../words/durations.ts";
import { attentionWorkWords } from "../../words/workspace/attention.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { FormOver } from "../ui/dialog.tsx";
import { Picked, Written } from "../ui/fields.tsx";
import { ProblemNotice } from "../ui/notice.tsx";
import type { Asking } from "./asking.ts";
import { useAct } from "./use-act.ts";

const MOST_MINUTES = 60_000;

function useTime() {
  const { desk } = useDesk();
  const { language, text } = useWords();
  const say = attentionWorkWords[language];
  const [charge, setCharge] = useState(desk.charges[0]?.id ?? "");
  const [written, setWritten] = useState("");
  const [tried, setTried] = useState(false);
  const rule = desk.charges.find(({ id }) => id === charge);
  const number = /^\d{1,5}$/u.test(written.trim()) ? Number(written.trim()) : 0;
  const minutes = number >= 1 && number <= MOST_MINUTES ? number : null;
  const price =
    rule === undefined || minutes === null ? null : partOf(rule.rate, minutes * MINUTE, rule.each);
  const rate =
    rule === undefined
      ? ""
      : say.rate(`${rule.rate.amount} ${rule.rate.currency}`, sayDuration(rule.each, language));
  const boxes = (
    <>
      {desk.charges.length > 1 ? (
        <Picked
          name="charge"
          label={say.charge}
          value={charge}
          onChange={setCharge}
          options={desk.charges.map(({ id, label }) => ({ id, label: text(label) }))}
        />
      ) : null}
      <Written
        name="minutes"
        label={say.minutes}
        hint={price === null ? rate : `${rate}. ${say.amount(`${price.amount} ${price.currency}`)}`}
        value={written}
        onChange={setWritten}
        error={tried && minutes === null ? say.minutesWrong : undefined}
        required
        isFirst
      />
    </>
  );
  return { charge, minutes, tried, setTried, boxes, say };
}

/** Quotes help by time: the policy's rate makes the amount, and the client accepts it first. */
export function ProposeCharge({ ticket, onClose }: Asking) {
  const { charge, minutes, setTried, boxes, say } = useTime();
  const { act, busy, problem } = useAct(ticket, onClose);
  return (
    <FormOver
      title={say.propose}
      act={say.propose}
      busy={busy}
      onClose={onClose}
      onSubmit={() => {
        setTried(true);
        if (minutes !== null) void act("propose-charge", { minutes, charge });
      }}
    >
      <p>{say.proposeMeans}</p>
      {boxes}
      <ProblemNotice problem={problem} />
    </FormOver>
  );
}

/** Logs time that was worked on what the client accepted. */
export function LogTime({ ticket, onClose }: Asking) {
  const { charge, minutes, tried, setTried, boxes, say } = useTime();
  const [work, setWork] = useState("");
  const { act, busy, problem } = useAct(ticket, onClose);
  const isMissing = work.trim() === "";
  return (
    <FormOver
      title={say.log}
      act={say.log}
      busy={busy}
      onClose={onClose}
      onSubmit={() => {
        setTried(true);
        if (minutes !== null && !isMissing)
          void act("log-time", { minutes, charge, work: work.trim() });
      }}
    >
      {boxes}
      <Written
        name="work"
        label={say.work}
        value={work}
        onChange={setWork}
        lines={2}
        error={tried && isMissing ? say.workMissing : undefined}
        required
      />
      <ProblemNotice problem={problem} />
    </FormOver>
  );
}
