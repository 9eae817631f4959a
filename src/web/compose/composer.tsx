import { useEffect, useState } from "react";
import { Button, Tab, TabList, TabPanel, Tabs } from "react-aria-components";
import type { TicketDetail } from "../../contract/ticket.ts";
import { useCalledActs } from "../acts/called.ts";
import { ticketActs } from "../acts/registry.ts";
import type { WrittenAct } from "../acts/registry.ts";
import { useWords } from "../app/language.tsx";
import { useShortcuts } from "../shell/shortcuts.ts";
import { Icon } from "../ui/icons.tsx";
import { Attachments } from "./attachments.tsx";
import { Boxes } from "./boxes.tsx";
import { isBlank } from "./draft.ts";
import type { Mode } from "./draft.ts";
import { Proposed } from "./proposed.tsx";
import { SendProblem } from "./send-problem.tsx";
import { sendWords } from "./send-words.ts";
import { useComposition } from "./use-composition.ts";

/** Where one writes to a ticket: its mode is seen in its tint, and its button says what it will do. */
export function Composer({ ticket }: { readonly ticket: TicketDetail }) {
  const { words } = useWords();
  const { compose } = words;
  const composition = useComposition(ticket);
  const { draft, offered, change, missing } = composition;
  const focusBox = useBoxFocus();
  const write = (mode: Mode) => (): void => {
    if (!offered.includes(mode)) return;
    change({ mode });
    focusBox();
  };
  const strokes = ticketActs.filter(({ by, key }) => by === "writing" && key !== null);
  useShortcuts(
    Object.fromEntries(strokes.map(({ id, key }) => [key ?? "", write(id as WrittenAct)])),
  );
  useCalledActs((id) => {
    const act = ticketActs.find((one) => one.id === id && one.by === "writing");
    if (act !== undefined) write(act.id as WrittenAct)();
  });
  if (offered.length === 0) return null;
  return (
    <section className={`composer is-${draft.mode}`} aria-label={compose.title}>
      {offered.includes("reply") ? (
        <Proposed
          folio={ticket.row.folio}
          onUse={(text) => {
            change({ mode: "reply", text });
            focusBox();
          }}
        />
      ) : null}
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void composition.send();
        }}
      >
        <Tabs
          selectedKey={draft.mode}
          onSelectionChange={(key) =>
            change({ mode: offered.find((mode) => mode === key) ?? draft.mode })
          }
        >
          <Modes offered={offered} />
          {offered.map((mode) => (
            <TabPanel key={mode} id={mode} className="mode-panel">
              <Boxes {...{ draft, change, missing }} inTurn={ticket.following.inTurn} />
            </TabPanel>
          ))}
        </Tabs>
        {ticket.row.state !== "" && offered.length === 1 && offered[0] === "note" ? (
          <p className="soft small">{compose.closed}</p>
        ) : null}
        <SendProblem composition={composition} />
        <Foot ticket={ticket} composition={composition} />
      </form>
    </section>
  );
}

function Modes({ offered }: { readonly offered: readonly Mode[] }) {
  const { words } = useWords();
  const { compose } = words;
  return (
    <TabList className="modes" aria-label={compose.mode}>
      {offered.map((mode) => (
        <Tab key={mode} id={mode} className={`mode is-${mode}`}>
          {mode === "note" ? <Icon name="lock" /> : null}
          {compose.modes[mode]}
        </Tab>
      ))}
    </TabList>
  );
}

interface Bottom {
  readonly ticket: TicketDetail;
  readonly composition: ReturnType<typeof useComposition>;
}

function Foot({ ticket, composition }: Bottom) {
  const { words } = useWords();
  const { compose } = words;
  const { draft, change, sending } = composition;
  return (
    <div className="composer-foot">
      {draft.mode === "solve" || draft.mode === "hand-back" ? null : (
        <Attachments draft={draft} change={change} />
      )}
      <span className="draft-state">
        {isBlank(draft) ? null : (
          <>
            <span className="soft small">{compose.saved}</span>
            <Button className="button quiet" onPress={composition.startAnew} isDisabled={sending}>
              {compose.discard}
            </Button>
          </>
        )}
      </span>
      <Button
        type="submit"
        className={draft.mode === "note" ? "button note" : "button main"}
        aria-disabled={sending}
      >
        {sending ? compose.sending : sendWords(ticket, draft, compose)}
      </Button>
    </div>
  );
}

/** Moves into the first box once the mode that was asked for is drawn. */
function useBoxFocus(): () => void {
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    if (asked > 0) document.querySelector<HTMLElement>(".composer textarea")?.focus();
  }, [asked]);
  return () => setAsked((n) => n + 1);
}
