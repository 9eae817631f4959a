import { useState } from "react";
import { useWords } from "../app/language.tsx";
import { FormOver } from "../ui/dialog.tsx";
import { Choice, Written } from "../ui/fields.tsx";
import { ProblemNotice } from "../ui/notice.tsx";
import type { Asking } from "./asking.ts";
import { useAct } from "./use-act.ts";

const kinds = ["related", "duplicate"] as const;

/** Ties the ticket to another; both go on. */
export function Link({ ticket, onClose }: Asking) {
  const { words } = useWords();
  const [to, setTo] = useState("");
  const [as, setAs] = useState<(typeof kinds)[number]>("related");
  const [tried, setTried] = useState(false);
  const { act, busy, problem } = useAct(ticket, onClose);
  const { acts } = words;
  return (
    <FormOver
      title={acts.link}
      act={acts.link}
      busy={busy}
      onClose={onClose}
      onSubmit={() => {
        setTried(true);
        if (to.trim() !== "") void act("link", { to: to.trim(), as });
      }}
    >
      <Written
        name="to"
        label={acts.linkTo}
        value={to}
        onChange={setTo}
        tried={tried}
        required
        isFirst
      />
      <Choice
        name="as"
        label={acts.linkAs}
        value={as}
        onChange={(id) => setAs(kinds.find((one) => one === id) ?? "related")}
        options={kinds.map((id) => ({ id, label: acts.linkKinds[id] }))}
      />
      <ProblemNotice problem={problem} />
    </FormOver>
  );
}
