import { useState } from "react";
import { Button } from "react-aria-components";
import { useWords } from "../app/language.tsx";
import { FormOver, Over } from "../ui/dialog.tsx";
import { Picked, Written } from "../ui/fields.tsx";
import { ProblemNotice } from "../ui/notice.tsx";
import { MovePreviewList } from "./move-preview.tsx";
import { useMove } from "./use-move.ts";
import type { MovedSoFar } from "./use-move.ts";
import { useOtherVersions } from "./use-versions.ts";

interface Props {
  readonly from: number;
  readonly onClose: () => void;
}

/** Moves all open tickets of a version to another: what changes is seen first. */
export function MoveTickets({ from, onClose }: Props) {
  const { words } = useWords();
  const others = useOtherVersions(from) ?? [];
  const [chosen, setChosen] = useState("");
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const { soFar, busy, done, problem, move } = useMove(from);
  const say = words.versions;
  const to = chosen === "" ? (others[0]?.id ?? "") : chosen;
  if (done) return <Moved title={say.moveFrom(from)} soFar={soFar} onClose={onClose} />;
  return (
    <FormOver
      title={say.moveFrom(from)}
      act={busy ? say.moving(soFar.moved) : say.moveAll}
      busy={busy}
      onClose={onClose}
      onSubmit={() => {
        setTried(true);
        if (to !== "" && reason.trim() !== "") void move(Number(to), reason.trim());
      }}
    >
      <Picked name="to" label={say.to} value={to} onChange={setChosen} options={others} />
      {to === "" ? null : <MovePreviewList from={from} to={Number(to)} />}
      <Written
        name="reason"
        label={say.whyMove}
        hint={say.whyHint}
        value={reason}
        onChange={setReason}
        lines={2}
        required
        tried={tried}
      />
      <ProblemNotice problem={problem} />
    </FormOver>
  );
}

interface Came {
  readonly title: string;
  readonly soFar: MovedSoFar;
  readonly onClose: () => void;
}

function Moved({ title, soFar: { moved, stayed }, onClose }: Came) {
  const { words } = useWords();
  const say = words.versions;
  return (
    <Over title={title} onClose={onClose}>
      <output>{say.moved(moved)}</output>
      {stayed.length === 0 ? null : (
        <>
          <p>{say.stayed(stayed.length)}</p>
          <ul>
            {stayed.map(({ folio, refused }) => (
              <li key={folio}>
                {folio}: {refused}
              </li>
            ))}
          </ul>
        </>
      )}
      <div className="acts">
        <Button className="button main" onPress={onClose}>
          {say.finish}
        </Button>
      </div>
    </Over>
  );
}
