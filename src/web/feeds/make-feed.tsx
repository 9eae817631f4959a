import { useState } from "react";
import { Button, Checkbox } from "react-aria-components";
import type { FeedMade } from "../../contract/feeds.ts";
import type { Problem } from "../../contract/problem.ts";
import { may } from "../../core/access/may.ts";
import { feedPageWords } from "../../words/workspace/feeds.ts";
import { makeFeed } from "../api/feeds.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { Picked } from "../ui/fields.tsx";
import { ProblemNotice } from "../ui/notice.tsx";

/** Makes a calendar: its link is shown this once. */
export function MakeFeed({ onMade }: { readonly onMade: (made: FeedMade) => void }) {
  const { language } = useWords();
  const { desk, roles } = useDesk();
  const say = feedPageWords[language];
  const [reach, setReach] = useState<"own" | "desk">("own");
  const [subjects, setSubjects] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    const answer = await makeFeed(desk.id, { reach, subjects, language });
    setBusy(false);
    setProblem(answer.ok ? null : answer.problem);
    if (answer.ok) onMade(answer.value);
  };
  const reaches = may(roles, "feed.desk", desk.sees)
    ? (["own", "desk"] as const)
    : (["own"] as const);
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
        <Picked
          name="reach"
          label={say.which}
          value={reach}
          onChange={(chosen) => setReach(chosen === "desk" ? "desk" : "own")}
          options={reaches.map((id) => ({ id, label: say.reaches[id] }))}
        />
        <Checkbox className="check" isSelected={subjects} onChange={setSubjects}>
          <span className="box" aria-hidden="true" />
          <span>{say.subjects}</span>
        </Checkbox>
        <ProblemNotice problem={problem} />
        <Button type="submit" className="button main" aria-disabled={busy}>
          {say.make}
        </Button>
      </form>
    </section>
  );
}
