import { useState } from "react";
import type { DeskDetail } from "../../contract/desk.ts";
import { zoneName } from "../../words/zones.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { useServerTime } from "../time/now.tsx";
import { instantOfWall } from "../time/wall-time.ts";
import { FormOver } from "../ui/dialog.tsx";
import { Choice, Written } from "../ui/fields.tsx";
import { ProblemNotice } from "../ui/notice.tsx";
import type { Asking } from "./asking.ts";
import { useAct } from "./use-act.ts";

const outcomes = ["spoke", "no-answer", "left-message"] as const;

/** Records a call: whom it found, what was said, and when, where it is told afterwards. */
export function LogCall({ ticket, onClose }: Asking) {
  const { words, language } = useWords();
  const { desk } = useDesk();
  const { now } = useServerTime();
  const channels = desk.channels.filter(({ id }) => id === "phone" || id === "chat");
  const [channel, setChannel] = useState<Spoken>(
    ticket.row.channel === "chat" || channels[0]?.id === "chat" ? "chat" : "phone",
  );
  const [outcome, setOutcome] = useState<(typeof outcomes)[number]>("spoke");
  const [text, setText] = useState("");
  const [wall, setWall] = useState("");
  const [tried, setTried] = useState(false);
  const { act, busy, problem } = useAct(ticket, onClose);
  const { acts } = words;
  const at = wall === "" ? undefined : instantOfWall(wall, desk.zone);
  const submit = (): void => {
    setTried(true);
    if (text.trim() === "" || at === null) return;
    void act("log-call", { outcome, text, channel, ...(at === undefined ? {} : { at }) });
  };
  return (
    <FormOver
      title={acts["log-call"]}
      act={acts["log-call"]}
      busy={busy}
      onClose={onClose}
      onSubmit={submit}
    >
      <Way channels={channels} channel={channel} onChange={setChannel} />
      <Choice
        name="outcome"
        label={acts.outcome}
        value={outcome}
        onChange={(id) => setOutcome(outcomes.find((one) => one === id) ?? "spoke")}
        options={outcomes.map((id) => ({ id, label: acts.outcomes[id] }))}
      />
      <Written
        name="text"
        label={acts.call}
        value={text}
        onChange={setText}
        tried={tried}
        required
        lines={3}
      />
      <Written
        name="at"
        type="datetime-local"
        label={acts.callAt}
        hint={acts.zoneHint(zoneName(desk.zone, language, now))}
        value={wall}
        onChange={setWall}
        error={tried && at === null ? acts.invalidDate : undefined}
      />
      <ProblemNotice problem={problem} />
    </FormOver>
  );
}

type Spoken = "phone" | "chat";

/** By which spoken channel it was, where the desk has more than one. */
function Way({
  channels,
  channel,
  onChange,
}: {
  readonly channels: DeskDetail["channels"];
  readonly channel: Spoken;
  readonly onChange: (channel: Spoken) => void;
}) {
  const { words, text } = useWords();
  if (channels.length < 2) return null;
  return (
    <Choice
      name="channel"
      label={words.acts.callChannel}
      value={channel}
      onChange={(id) => onChange(id === "chat" ? "chat" : "phone")}
      options={channels.map(({ id, label }) => ({ id, label: text(label) }))}
    />
  );
}
