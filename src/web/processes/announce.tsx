import { useState } from "react";
import { Button } from "react-aria-components";
import type { DeskDetail } from "../../contract/desk.ts";
import type { Problem } from "../../contract/problem.ts";
import { attentionWorkWords } from "../../words/workspace/attention.ts";
import { zoneName } from "../../words/zones.ts";
import { announce } from "../api/announcements.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { useServerTime } from "../time/now.tsx";
import { instantOfWall } from "../time/wall-time.ts";
import { Picked, Written } from "../ui/fields.tsx";
import { ProblemNotice } from "../ui/notice.tsx";

/** Announces a process ahead, for everybody or for the tickets of one client. */
export function Announce({
  processes,
  onDone,
}: {
  readonly processes: DeskDetail["announcements"];
  readonly onDone: () => void;
}) {
  const { words, text, language } = useWords();
  const { desk } = useDesk();
  const { now } = useServerTime();
  const say = attentionWorkWords[language];
  const [process, setProcess] = useState(processes[0]?.id ?? "");
  const rule = processes.find(({ id }) => id === process);
  const [type, setType] = useState(rule?.types[0]?.id ?? "");
  const [from, setFrom] = useState("");
  const [until, setUntil] = useState("");
  const [address, setAddress] = useState("");
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const starts = instantOfWall(from, desk.zone);
  const ends = instantOfWall(until, desk.zone);
  const submit = async (): Promise<void> => {
    setTried(true);
    if (busy || starts === null || ends === null) return;
    setBusy(true);
    const answer = await announce(desk.id, {
      process,
      type: type === "" ? null : type,
      starts,
      ends,
      address: address.trim() === "" ? null : address.trim(),
    });
    setBusy(false);
    setProblem(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    setTried(false);
    setFrom("");
    setUntil("");
    setAddress("");
    onDone();
  };
  const wrong = (at: number | null): string | undefined =>
    tried && at === null ? say.datesWrong : undefined;
  return (
    <section className="sheet" aria-label={say.announce}>
      <h3>{say.announce}</h3>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        {processes.length > 1 ? (
          <Picked
            name="process"
            label={say.process}
            value={process}
            onChange={setProcess}
            options={processes.map(({ id, label }) => ({ id, label: text(label) }))}
          />
        ) : null}
        {rule === undefined || rule.types.length === 0 ? null : (
          <Picked
            name="type"
            label={say.type}
            value={type}
            onChange={setType}
            options={rule.types.map(({ id, label }) => ({ id, label: text(label) }))}
          />
        )}
        <Written
          name="from"
          type="datetime-local"
          label={say.from}
          hint={words.acts.zoneHint(zoneName(desk.zone, language, now))}
          value={from}
          onChange={setFrom}
          error={wrong(starts)}
          required
        />
        <Written
          name="until"
          type="datetime-local"
          label={say.until}
          value={until}
          onChange={setUntil}
          error={wrong(ends)}
          required
        />
        <Written
          name="address"
          type="email"
          label={say.address}
          value={address}
          onChange={setAddress}
        />
        <ProblemNotice problem={problem} />
        <Button className="button main-act" type="submit" aria-disabled={busy}>
          {say.announce}
        </Button>
      </form>
    </section>
  );
}
