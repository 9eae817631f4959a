import { useState } from "react";
import { zoneName } from "../../words/zones.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { useServerTime } from "../time/now.tsx";
import { instantOfWall, wallOf } from "../time/wall-time.ts";
import { FormOver } from "../ui/dialog.tsx";
import { Written } from "../ui/fields.tsx";
import { ProblemNotice } from "../ui/notice.tsx";
import type { Asking } from "./asking.ts";
import { typedBefore } from "./underway.ts";
import { optional, useAct } from "./use-act.ts";

/** Puts the ticket off until a moment in the desk's time. */
export function Schedule({ ticket, onClose }: Asking) {
  const { words, language } = useWords();
  const { desk, me } = useDesk();
  const { now } = useServerTime();
  const [typed] = useState(() =>
    typedBefore({ desk: desk.id, folio: ticket.row.folio, me: me.id }, "schedule"),
  );
  const [wall, setWall] = useState(
    typed === undefined ? "" : wallOf(typed.until, desk.zone).slice(0, 16),
  );
  const [note, setNote] = useState(typed?.note ?? "");
  const [tried, setTried] = useState(false);
  const { act, busy, problem } = useAct(ticket, onClose);
  const { acts } = words;
  const until = instantOfWall(wall, desk.zone);
  const isWrong = until === null || until <= now;
  return (
    <FormOver
      title={acts.schedule}
      act={acts.schedule}
      busy={busy}
      onClose={onClose}
      onSubmit={() => {
        setTried(true);
        if (!isWrong) void act("schedule", { until, ...optional("note", note) });
      }}
    >
      <Written
        name="until"
        type="datetime-local"
        label={acts.until}
        hint={acts.zoneHint(zoneName(desk.zone, language, now))}
        value={wall}
        onChange={setWall}
        error={tried && isWrong ? acts.chooseDate : undefined}
        required
        isFirst
      />
      <Written name="note" label={acts.noteOptional} value={note} onChange={setNote} lines={2} />
      <ProblemNotice problem={problem} />
    </FormOver>
  );
}
