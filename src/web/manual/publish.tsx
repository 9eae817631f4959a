import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { PolicyPublished } from "../../contract/policy.ts";
import type { Problem } from "../../contract/problem.ts";
import { sayShortMoment } from "../../words/short.ts";
import { manualEditWords } from "../../words/workspace/manual.ts";
import { publishPolicy } from "../api/policy.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { instantOfWall } from "../time/wall-time.ts";
import { FormOver, Over } from "../ui/dialog.tsx";
import { Choice, Written } from "../ui/fields.tsx";
import { ProblemNotice } from "../ui/notice.tsx";
import { DifferenceList } from "../versions/differences.tsx";
import { countMarks } from "./marks.tsx";
import type { Check } from "./use-check.ts";

interface Props {
  readonly source: string;
  readonly check: Check;
  /** The newest version that was seen. */
  readonly after: number;
  readonly onPublished: () => void;
  readonly onClose: () => void;
}

/** Publishes the draft: why, from when, and what it changes. */
export function Publish({ source, check, after, onPublished, onClose }: Props) {
  const { language } = useWords();
  const { desk } = useDesk();
  const say = manualEditWords[language];
  const [reason, setReason] = useState("");
  const [when, setWhen] = useState("now");
  const [wall, setWall] = useState("");
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [done, setDone] = useState<PolicyPublished | null>(null);
  const effective = when === "now" ? null : instantOfWall(wall, desk.zone);
  const isDated = when === "now" || effective !== null;
  const submit = async (): Promise<void> => {
    setTried(true);
    if (reason.trim() === "" || !isDated) return;
    setBusy(true);
    const answer = await publishPolicy(desk.id, {
      source,
      reason: reason.trim(),
      effective,
      after,
    });
    setBusy(false);
    if (!answer.ok) return setProblem(answer.problem);
    setDone(answer.value);
  };
  if (done !== null) return <Published done={done} onClose={onPublished} />;
  return (
    <FormOver
      title={say.publishTitle}
      act={say.publishAct}
      busy={busy}
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      <WhatChanges check={check} />
      <Written
        name="reason"
        label={say.reason}
        hint={say.reasonHint}
        value={reason}
        onChange={setReason}
        lines={2}
        required
        tried={tried}
      />
      <When
        {...{ when, wall, setWhen, setWall }}
        error={tried && !isDated ? say.laterWrong : undefined}
      />
      <ProblemNotice problem={problem} />
    </FormOver>
  );
}

/** What the draft changes, and what is left doubtful in it. */
function WhatChanges({ check }: Pick<Props, "check">) {
  const { language } = useWords();
  const say = manualEditWords[language];
  const doubts = countMarks(check.marks);
  return (
    <>
      <h3>{say.whatChanges}</h3>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, and is read by keyboard too */}
      <div className="changes-box" tabIndex={0}>
        <DifferenceList differences={check.checked?.differences ?? []} />
      </div>
      {doubts === 0 ? null : <p className="soft">{say.doubts(doubts)}</p>}
    </>
  );
}

interface WhenProps {
  readonly when: string;
  readonly wall: string;
  readonly setWhen: (when: string) => void;
  readonly setWall: (wall: string) => void;
  readonly error: string | undefined;
}

/** From when it is to hold. */
function When({ when, wall, setWhen, setWall, error }: WhenProps) {
  const { language } = useWords();
  const { desk } = useDesk();
  const say = manualEditWords[language];
  return (
    <>
      <Choice
        name="when"
        label={say.when}
        value={when}
        onChange={setWhen}
        options={[
          { id: "now", label: say.now, means: say.nowMeans },
          { id: "later", label: say.later, means: say.laterMeans },
        ]}
      />
      {when === "now" ? null : (
        <Written
          name="effective"
          type="datetime-local"
          label={say.laterAt(desk.zone)}
          value={wall}
          onChange={setWall}
          required
          error={error}
        />
      )}
    </>
  );
}

function Published({
  done: { number, effective },
  onClose,
}: {
  readonly done: PolicyPublished;
  readonly onClose: () => void;
}) {
  const { words, language } = useWords();
  const { desk, place } = useDesk();
  const say = manualEditWords[language];
  return (
    <Over title={say.publishTitle} onClose={onClose}>
      <output>{say.published(number, sayShortMoment(effective, place))}</output>
      <p>{say.openTickets}</p>
      <div className="acts">
        <button type="button" className="button quiet" onClick={onClose}>
          {words.versions.finish}
        </button>
        <Link to="/d/$desk/versiones" params={{ desk: desk.id }} className="button main">
          {say.seeVersions}
        </Link>
      </div>
    </Over>
  );
}
