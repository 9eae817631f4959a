import { useState } from "react";
import { useWords } from "../app/language.tsx";
import { FormOver } from "../ui/dialog.tsx";
import { Written } from "../ui/fields.tsx";
import { ProblemNotice } from "../ui/notice.tsx";
import type { Asking } from "./asking.ts";
import { useAct } from "./use-act.ts";

/** Joins the ticket to another, which goes on. */
export function Merge({ ticket, onClose }: Asking) {
  const { words } = useWords();
  const [into, setInto] = useState("");
  const [tried, setTried] = useState(false);
  const { act, busy, problem } = useAct(ticket, onClose);
  const { acts } = words;
  return (
    <FormOver
      title={acts.merge}
      act={acts.merge}
      busy={busy}
      danger
      onClose={onClose}
      onSubmit={() => {
        setTried(true);
        if (into.trim() !== "") void act("merge", { into: into.trim() });
      }}
    >
      <p>{acts.mergeWarning}</p>
      <Written
        name="into"
        label={acts.into}
        value={into}
        onChange={setInto}
        tried={tried}
        required
        isFirst
      />
      <ProblemNotice problem={problem} />
    </FormOver>
  );
}
