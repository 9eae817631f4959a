import { lazy, Suspense, useEffect, useState } from "react";
import type { DragEvent, KeyboardEvent } from "react";
import { Button, Tab, TabList, TabPanel, Tabs } from "react-aria-components";
import type { TicketDetail } from "../../contract/ticket.ts";
import { composeWords } from "../../words/workspace/compose.ts";
import { useCalledActs } from "../acts/called.ts";
import { ticketActs } from "../acts/registry.ts";
import type { WrittenAct } from "../acts/registry.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { useShortcuts } from "../shell/shortcuts.ts";
import { Icon } from "../ui/icons.tsx";
import { Attachments } from "./attachments.tsx";
import { isActsAlone } from "./body.ts";
import { Boxes } from "./boxes.tsx";
import { contentOf, isBlank, sideOf } from "./draft.ts";
import type { Mode } from "./draft.ts";
import { Proposed } from "./proposed.tsx";
import { SendProblem } from "./send-problem.tsx";
import { sendWords } from "./send-words.ts";
import { ToLine } from "./to-line.tsx";
import { useUndone } from "./undone.ts";
import { useAttaching } from "./use-attaching.ts";
import type { Attaching } from "./use-attaching.ts";
import { useComposition } from "./use-composition.ts";
import type { ComposedNow } from "./use-composition.ts";
import { WithActs } from "./with-acts.tsx";

const Preview = lazy(async () => ({ default: (await import("./preview.tsx")).Preview }));

/** Where one writes to a ticket: its mode is seen in its tint, and its button says what it will do. */
export function Composer({ ticket }: { readonly ticket: TicketDetail }) {
  const { words } = useWords();
  const { compose } = words;
  const composition = useComposition(ticket);
  const { draft, offered, change, changeMode, adopt } = composition;
  const attaching = useAttaching(draft, change);
  const focusBox = useBoxFocus();
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
  const takesFiles = draft.mode !== "hand-back" && draft.mode !== "solve";
  const onFiles = (files: readonly File[]): void => {
    if (takesFiles) attaching.attach(files);
  };
  return (
    <section
      className={`composer is-${draft.mode}`}
      aria-label={compose.title}
      onDragOver={(event: DragEvent) => {
        if (event.dataTransfer.types.includes("Files")) event.preventDefault();
      }}
      onDrop={(event: DragEvent) => {
        if (event.dataTransfer.files.length === 0) return;
        event.preventDefault();
        onFiles([...event.dataTransfer.files]);
      }}
    >
      {offered.includes("reply") ? (
        <Proposed
          folio={ticket.row.folio}
          onUse={(text) => {
            changeMode("reply");
            change({ mode: "reply", text });
            focusBox();
          }}
        />
      ) : null}
      <form
        noValidate
        onKeyDown={(event: KeyboardEvent) => {
          if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          void composition.send(event.shiftKey ? { next: true } : {});
        }}
        onSubmit={(event) => {
          event.preventDefault();
          void composition.send();
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

function Modes({ composition }: { readonly composition: ComposedNow }) {
  const { words, language } = useWords();
  const { compose } = words;
  const { offered, side, otherHasText } = composition;
  return (
    <TabList className="modes" aria-label={compose.mode}>
      {offered.map((mode) => (
        <Tab key={mode} id={mode} className={`mode is-${mode}`}>
          {mode === "note" ? <Icon name="lock" /> : null}
          {compose.modes[mode]}
          {otherHasText && sideOf(mode) !== side && (mode === "note" || mode === "reply") ? (
            <span className="has-text">
              <span className="unseen"> ({composeWords[language].otherSide})</span>
            </span>
          ) : null}
        </Tab>
      ))}
    </TabList>
  );
}

/** The places that nobody filled in: nothing is sent with them. */
function Unfilled({ composition: { unfilled } }: { readonly composition: ComposedNow }) {
  const { language } = useWords();
  const say = composeWords[language];
  const [first] = unfilled;
  if (first === undefined) return null;
  const go = (): void => {
    const box = document.querySelector<HTMLTextAreaElement>(`.composer [name="${first.box}"]`);
    const from = box?.value.indexOf(first.place) ?? -1;
    box?.focus();
    if (from !== -1) box?.setSelectionRange(from, from + first.place.length);
  };
  return (
    <div className="notice bad" role="alert">
      <Icon name="fault" />
      <p>{say.unfilled(unfilled.map(({ place }) => place).join(", "))}</p>
      <Button className="button" onPress={go}>
        {say.goToPlace}
      </Button>
    </div>
  );
}

interface Bottom {
  readonly ticket: TicketDetail;
  readonly composition: ComposedNow;
  readonly attaching: Attaching;
  readonly takesFiles: boolean;
}

function Foot({ ticket, composition, attaching, takesFiles }: Bottom) {
  const { words, language } = useWords();
  const { compose } = words;
  const say = composeWords[language];
  const { draft, change, sending, keeping } = composition;
  const keptWords = { nothing: "", here: say.keptHere, keeping: say.keeping, kept: say.kept };
  return (
    <div className="composer-foot">
      {takesFiles ? <Attachments {...{ draft, change, attaching }} /> : null}
      <span className="draft-state">
        {isBlank(draft) ? null : (
          <>
            <span className="soft small" role="status">
              {keptWords[keeping]}
            </span>
            <Button
              className="button quiet"
              onPress={() => composition.startAnew()}
              isDisabled={sending}
            >
              {compose.discard}
            </Button>
            {sideOf(draft.mode) === "client" ? (
              <Previewed ticket={ticket} composition={composition} />
            ) : null}
          </>
        )}
      </span>
      <Button
        type="submit"
        className={draft.mode === "note" ? "button note" : "button main"}
        aria-disabled={sending}
        aria-description={say.keys}
      >
        {sending
          ? compose.sending
          : isActsAlone(draft)
            ? say.applyOnly
            : sendWords(ticket, draft, compose)}
      </Button>
    </div>
  );
}

function Previewed({ ticket, composition }: Pick<Bottom, "ticket" | "composition">) {
  const { language } = useWords();
  const { desk } = useDesk();
  const [isOpen, setOpen] = useState(false);
  const { draft } = composition;
  const { folio, seq } = ticket.row;
  const mode = isActsAlone(draft) ? ("none" as const) : draft.mode;
  const wish = { mode, seen: seq, content: contentOf(draft), sees: [], undoSeconds: 0 as const };
  return (
    <>
      <Button className="button quiet" onPress={() => setOpen(true)}>
        {composeWords[language].preview}
      </Button>
      {isOpen ? (
        <Suspense>
          <Preview
            place={{ desk: desk.id, folio }}
            id={draft.id}
            wish={wish}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      ) : null}
    </>
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
