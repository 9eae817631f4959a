import { useState } from "react";
import { Button } from "react-aria-components";
import type { Problem } from "../../contract/problem.ts";
import { webhookWords } from "../../words/workspace/webhooks.ts";
import { replayDeliveries } from "../api/webhooks.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { instantOfWall, wallOf } from "../time/wall-time.ts";
import { Picked, Written } from "../ui/fields.tsx";
import { ProblemNotice } from "../ui/notice.tsx";

const DAY = 86_400_000;

interface Wish {
  readonly from: string;
  readonly to: string;
  readonly which: string;
}

/** Sends once more what happened in a stretch of time. */
export function ReplayStretch({
  id,
  onSent,
}: {
  readonly id: string;
  readonly onSent: () => void;
}) {
  const { language } = useWords();
  const { desk } = useDesk();
  const say = webhookWords[language];
  const [wish, setWish] = useState<Wish>(() => {
    const now = Date.now();
    return { from: wallOf(now - DAY, desk.zone), to: wallOf(now, desk.zone), which: "missing" };
  });
  const [said, setSaid] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const submit = async (): Promise<void> => {
    const [from, to] = [instantOfWall(wish.from, desk.zone), instantOfWall(wish.to, desk.zone)];
    if (from === null || to === null) return;
    // To the end of the minute that was written.
    const body = { from, to: to + 60_000, all: wish.which === "all" };
    const answer = await replayDeliveries(desk.id, id, body);
    setProblem(answer.ok ? null : answer.problem);
    setSaid(answer.ok ? say.onTheirWay(answer.value.again) : "");
    onSent();
  };
  return (
    <section className="sheet narrow" aria-label={say.stretchTitle}>
      <h3>{say.stretchTitle}</h3>
      <p className="soft">{say.stretchLead}</p>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Boxes wish={wish} set={setWish} />
        <ProblemNotice problem={problem} />
        <output>{said}</output>
        <Button type="submit" className="button main">
          {say.resend}
        </Button>
      </form>
    </section>
  );
}

function Boxes({ wish, set }: { readonly wish: Wish; readonly set: (wish: Wish) => void }) {
  const { language } = useWords();
  const say = webhookWords[language];
  return (
    <>
      <Written
        name="from"
        type="datetime-local"
        label={say.from}
        value={wish.from}
        onChange={(from) => set({ ...wish, from })}
      />
      <Written
        name="to"
        type="datetime-local"
        label={say.to}
        value={wish.to}
        onChange={(to) => set({ ...wish, to })}
      />
      <Picked
        name="which"
        label={say.which}
        value={wish.which}
        onChange={(which) => set({ ...wish, which })}
        options={[
          { id: "missing", label: say.onlyMissing },
          { id: "all", label: say.everything },
        ]}
      />
    </>
  );
}
