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

type Processes = DeskDetail["announcements"];

const blank = { process: "", type: "", from: "", until: "", address: "" };

/** Announces a process ahead, for everybody or for the tickets of one client. */
export function Announce({
  processes,
  onDone,
}: {
  readonly processes: Processes;
  readonly onDone: () => void;
}) {
  const { language } = useWords();
  const { desk } = useDesk();
  const say = attentionWorkWords[language];
  const [written, setWritten] = useState(blank);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const process = written.process || (processes[0]?.id ?? "");
  const rule = processes.find(({ id }) => id === process);
  const type = written.type === "" ? (rule?.types[0]?.id ?? null) : written.type;
  const starts = instantOfWall(written.from, desk.zone);
  const ends = instantOfWall(written.until, desk.zone);
  const submit = async (): Promise<void> => {
    setTried(true);
    if (busy || starts === null || ends === null) return;
    setBusy(true);
    const address = written.address.trim() || null;
    const answer = await announce(desk.id, { process, type, starts, ends, address });
    setBusy(false);
    setProblem(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    setTried(false);
    setWritten(blank);
    onDone();
  };
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
        <Kinds
          {...{ processes, process }}
          choose={(id) => setWritten({ ...written, process: id, type: "" })}
        />
        <Boxes
          written={{ ...written, type: type ?? "" }}
          types={rule?.types ?? []}
          set={(changes) => setWritten({ ...written, ...changes })}
          wrong={{ from: tried && starts === null, until: tried && ends === null }}
        />
        <ProblemNotice problem={problem} />
        <Button className="button main-act" type="submit" aria-disabled={busy}>
          {say.announce}
        </Button>
      </form>
    </section>
  );
}

function Kinds({
  processes,
  process,
  choose,
}: {
  readonly processes: Processes;
  readonly process: string;
  readonly choose: (id: string) => void;
}) {
  const { text, language } = useWords();
  if (processes.length < 2) return null;
  return (
    <Picked
      name="process"
      label={attentionWorkWords[language].process}
      value={process}
      onChange={choose}
      options={processes.map(({ id, label }) => ({ id, label: text(label) }))}
    />
  );
}

function Boxes({
  written,
  types,
  set,
  wrong,
}: {
  readonly written: typeof blank;
  readonly types: Processes[number]["types"];
  readonly set: (changes: Partial<typeof blank>) => void;
  readonly wrong: { readonly from: boolean; readonly until: boolean };
}) {
  const { words, text, language } = useWords();
  const { desk } = useDesk();
  const { now } = useServerTime();
  const say = attentionWorkWords[language];
  const time = (name: "from" | "until", label: string, hint?: string) => (
    <Written
      {...{ name, label, hint }}
      type="datetime-local"
      value={written[name]}
      onChange={(value) => set({ [name]: value })}
      error={wrong[name] ? say.datesWrong : undefined}
      required
    />
  );
  return (
    <>
      {types.length === 0 ? null : (
        <Picked
          name="type"
          label={say.type}
          value={written.type}
          onChange={(type) => set({ type })}
          options={types.map(({ id, label }) => ({ id, label: text(label) }))}
        />
      )}
      {time("from", say.from, words.acts.zoneHint(zoneName(desk.zone, language, now)))}
      {time("until", say.until)}
      <Written
        name="address"
        type="email"
        label={say.address}
        value={written.address}
        onChange={(address) => set({ address })}
      />
    </>
  );
}
