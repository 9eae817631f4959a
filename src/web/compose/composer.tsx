import { useEffect, useRef, useState } from "react";
import { TabPanel, Tabs } from "react-aria-components";
import type { TicketDetail } from "../../contract/ticket.ts";
import { useCalledActs } from "../acts/called.ts";
import { ticketActs } from "../acts/registry.ts";
import type { WrittenAct } from "../acts/registry.ts";
import { useWords } from "../app/language.tsx";
import { useShortcuts } from "../shell/shortcuts.ts";
import { Boxes } from "./boxes.tsx";
import { Foot } from "./composer-foot.tsx";
import { Modes, Unfilled } from "./composer-parts.tsx";
import type { Mode } from "./draft.ts";
import { Proposed } from "./proposed.tsx";
import { SendProblem } from "./send-problem.tsx";
import { ToLine } from "./to-line.tsx";
import { useUndone } from "./undone.ts";
import { useAttaching } from "./use-attaching.ts";
import { useComposition } from "./use-composition.ts";
import type { ComposedNow } from "./use-composition.ts";
import { useGestures } from "./use-gestures.ts";
import { WithActs } from "./with-acts.tsx";

/** Where one writes to a ticket: its mode is seen in its tint, and its button says what it will do. */
export function Composer({ ticket }: { readonly ticket: TicketDetail }) {
  const composition = useComposition(ticket);
  const focusBox = useBoxFocus();
  const { offered, change, changeMode, adopt } = composition;
  const write = (mode: Mode) => (): void => {
    if (!offered.includes(mode)) return;
    changeMode(mode);
    focusBox();
  };
  useWrittenActs(write);
  useUndone((back) => {
    if (back.folio !== ticket.row.folio) return;
    adopt(back);
    focusBox();
  });
  if (offered.length === 0) return null;
  return (
    <ComposeForm
      ticket={ticket}
      composition={composition}
      onProposed={(text) => {
        changeMode("reply");
        change({ mode: "reply", text });
        focusBox();
      }}
    />
  );
}

interface Form {
  readonly ticket: TicketDetail;
  readonly composition: ComposedNow;
  /** A reply that a program proposed is used. */
  readonly onProposed: (text: string) => void;
}

function ComposeForm({ ticket, composition, onProposed }: Form) {
  const { words } = useWords();
  const { compose } = words;
  const { draft, offered, change, changeMode, send } = composition;
  const attaching = useAttaching(draft, change);
  const takesFiles = draft.mode !== "hand-back" && draft.mode !== "solve";
  const onFiles = (files: readonly File[]): void => {
    if (takesFiles) attaching.attach(files);
  };
  const whole = useRef<HTMLElement>(null);
  useGestures(whole, { onFiles, onSend: (how) => void send(how) });
  return (
    <section ref={whole} className={`composer is-${draft.mode}`} aria-label={compose.title}>
      {offered.includes("reply") ? <Proposed folio={ticket.row.folio} onUse={onProposed} /> : null}
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <Tabs
          selectedKey={draft.mode}
          onSelectionChange={(key) =>
            changeMode(offered.find((mode) => mode === key) ?? draft.mode)
          }
        >
          <Modes composition={composition} />
          {offered.map((mode) => (
            <TabPanel key={mode} id={mode} className="mode-panel">
              <ToLine ticket={ticket} mode={mode} />
              <Boxes {...{ ticket, composition, onFiles }} />
            </TabPanel>
          ))}
        </Tabs>
        {ticket.row.state !== "" && offered.length === 1 && offered[0] === "note" ? (
          <p className="soft small">{compose.closed}</p>
        ) : null}
        <WithActs composition={composition} />
        <Unfilled composition={composition} />
        <SendProblem ticket={ticket} composition={composition} />
        <Foot {...{ ticket, composition, attaching, takesFiles }} />
      </form>
    </section>
  );
}

function useWrittenActs(write: (mode: Mode) => () => void): void {
  const strokes = ticketActs.filter(({ by, key }) => by === "writing" && key !== null);
  useShortcuts(
    Object.fromEntries(strokes.map(({ id, key }) => [key ?? "", write(id as WrittenAct)])),
  );
  useCalledActs((id) => {
    const act = ticketActs.find((one) => one.id === id && one.by === "writing");
    if (act !== undefined) write(act.id as WrittenAct)();
  });
}

/** Moves into the first box once the mode that was asked for is drawn. */
function useBoxFocus(): () => void {
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    if (asked > 0) document.querySelector<HTMLElement>(".composer textarea")?.focus();
  }, [asked]);
  return () => setAsked((n) => n + 1);
}
