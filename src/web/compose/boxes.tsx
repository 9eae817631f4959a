import { useWords } from "../app/language.tsx";
import { Choice, Written } from "../ui/fields.tsx";
import type { Draft } from "./draft.ts";

interface Writing {
  readonly draft: Draft;
  readonly change: (changes: Partial<Draft>) => void;
  readonly missing: readonly ("text" | "cause" | "remedy")[];
  /** The client is told by one way after the other: the solution is stated without a message. */
  readonly inTurn: boolean;
}

/** The boxes that a mode asks for. */
export function Boxes(writing: Writing) {
  const { mode } = writing.draft;
  return mode === "solve" || mode === "hand-back" ? (
    <Solution {...writing} mode={mode} />
  ) : (
    <Message {...writing} mode={mode} />
  );
}

function Solution({
  draft,
  change,
  missing,
  mode,
  inTurn,
}: Writing & { readonly mode: "solve" | "hand-back" }) {
  const { words } = useWords();
  const { compose } = words;
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
      {mode === "solve" && inTurn ? (
        <p className="soft small">{words.following.inTurn}</p>
      ) : mode === "solve" ? (
        <Written
          name="text"
          label={compose.solveText}
          hint={compose.solveHint}
          value={draft.text}
          onChange={(text) => change({ text })}
          lines={2}
        />
      ) : (
        <p className="soft small">{compose.handBackHint}</p>
      )}
    </>
  );
}

function Message({
  draft,
  change,
  missing,
  mode,
}: Writing & { readonly mode: "reply" | "ask" | "note" }) {
  const { words } = useWords();
  const { compose } = words;
  return (
    <>
      <Written
        name="text"
        label={compose[mode]}
        value={draft.text}
        onChange={(text) => change({ text })}
        error={missing.includes("text") ? compose.required : undefined}
        required
        lines={4}
      />
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
