import type { TicketDetail } from "../../contract/ticket.ts";
import { useWords } from "../app/language.tsx";
import { Choice, Written } from "../ui/fields.tsx";
import { MessageBox } from "./message-box.tsx";
import type { ComposedNow } from "./use-composition.ts";

interface Writing {
  readonly ticket: TicketDetail;
  readonly composition: ComposedNow;
  readonly onFiles: (files: readonly File[]) => void;
}

/** The boxes that a mode asks for. */
export function Boxes(writing: Writing) {
  const { mode } = writing.composition.draft;
  return mode === "solve" || mode === "hand-back" ? (
    <Solution {...writing} />
  ) : (
    <Message {...writing} />
  );
}

function Solution(writing: Writing) {
  const { words } = useWords();
  const { compose } = words;
  const { draft, change, missing } = writing.composition;
  const { inTurn } = writing.ticket.following;
  return (
    <>
      {(["cause", "remedy"] as const).map((name) => (
        <Written
          key={name}
          name={name}
          label={compose[name]}
          hint={name === "cause" ? compose.causeHint : compose.remedyHint}
          value={draft[name]}
          onChange={(value) => change({ [name]: value })}
          error={missing.includes(name) ? compose.required : undefined}
          required
          lines={2}
        />
      ))}
      {draft.mode === "hand-back" ? (
        <p className="soft small">{compose.handBackHint}</p>
      ) : inTurn ? (
        <p className="soft small">{words.following.inTurn}</p>
      ) : (
        <MessageBox {...writing} label={compose.solveText} hint={compose.solveHint} lines={2} />
      )}
    </>
  );
}

function Message(writing: Writing) {
  const { words } = useWords();
  const { compose } = words;
  const { draft, change } = writing.composition;
  const mode = draft.mode === "ask" || draft.mode === "note" ? draft.mode : "reply";
  return (
    <>
      <MessageBox {...writing} label={compose[mode]} required lines={3} />
      {mode === "ask" ? (
        <Choice
          name="awaiting"
          label={compose.awaiting}
          value={draft.awaiting}
          onChange={(value) => change({ awaiting: value === "authorisation" ? value : "client" })}
          options={[
            { id: "client", label: compose.awaitClient },
            { id: "authorisation", label: compose.awaitAuthorisation },
          ]}
        />
      ) : null}
    </>
  );
}
