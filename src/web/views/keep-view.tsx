import { useState } from "react";
import type { Problem } from "../../contract/problem.ts";
import { may } from "../../core/access/may.ts";
import { queueWorkWords } from "../../words/workspace/queue-work.ts";
import { keepView } from "../api/views.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import type { ViewSearch } from "../queue/view.ts";
import { FormOver } from "../ui/dialog.tsx";
import { Ticked, Written } from "../ui/fields.tsx";
import { ProblemNotice } from "../ui/notice.tsx";
import { useViews } from "./use-views.ts";

/** Keeps the list that is shown under a name. */
export function KeepView({
  search,
  onClose,
}: {
  readonly search: ViewSearch;
  readonly onClose: () => void;
}) {
  const { language } = useWords();
  const { desk, roles } = useDesk();
  const { change } = useViews(desk.id);
  const [name, setName] = useState("");
  const [shared, setShared] = useState(false);
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const say = queueWorkWords[language];
  const keep = async (): Promise<void> => {
    setTried(true);
    if (name.trim() === "") return;
    const refused = await change(keepView(desk.id, { name: name.trim(), shared, filter: search }));
    setProblem(refused);
    if (refused === null) onClose();
  };
  return (
    <FormOver
      title={say.keepTitle}
      act={say.save}
      busy={false}
      onClose={onClose}
      onSubmit={() => void keep()}
    >
      <Written
        {...{ name: "name", label: say.name, value: name, onChange: setName, tried }}
        required
        isFirst
      />
      {may(roles, "view.share") ? (
        <Ticked name="shared" label={say.share} value={shared} onChange={setShared} />
      ) : null}
      <ProblemNotice problem={problem} />
    </FormOver>
  );
}
