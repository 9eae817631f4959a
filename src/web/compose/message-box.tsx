import { useRef, useState } from "react";
import type { KeyboardEvent, RefObject } from "react";
import { FieldError, Label, Text, TextArea, TextField } from "react-aria-components";
import type { TicketDetail } from "../../contract/ticket.ts";
import { composeWords } from "../../words/workspace/compose.ts";
import { useWords } from "../app/language.tsx";
import { useInsertions } from "./insert.ts";
import { CallMenu } from "./call-menu.tsx";
import type { MenuKeys } from "./call-menu.tsx";
import { typedAt, writtenOver } from "./typed.ts";
import type { Typed } from "./typed.ts";
import type { ComposedNow } from "./use-composition.ts";

interface Box {
  readonly ticket: TicketDetail;
  readonly composition: ComposedNow;
  readonly onFiles: (files: readonly File[]) => void;
  readonly label: string;
  readonly hint?: string;
  readonly required?: boolean;
  readonly lines: number;
}

/** Where the words are written: it grows, takes files that are pasted, and opens its menus while one types. */
export function MessageBox(box: Box) {
  const { ticket, composition, onFiles, label, required = false, lines } = box;
  const { words, language } = useWords();
  const { draft, change, missing, side } = composition;
  const area = useRef<HTMLTextAreaElement>(null);
  const keys = useRef<MenuKeys | null>(null);
  const [typed, setTyped] = useState<Typed | null>(null);
  const dismissed = useRef<number | null>(null);
  const look = (): void => {
    const { current } = area;
    if (current === null) return;
    const found = typedAt(current.value, current.selectionStart);
    const isOffered = found !== null && (found.menu === "slash" || side === "desk");
    if (found === null) dismissed.current = null;
    setTyped(isOffered && dismissed.current !== found.from ? found : null);
  };
  const write = (at: Pick<Typed, "from" | "to">, text: string): void => {
    const { current } = area;
    const over = writtenOver(current?.value ?? draft.text, at, text);
    change({ text: over.text });
    setTyped(null);
    requestAnimationFrame(() => {
      current?.focus();
      selectBlank(area, over.text, over.cursor);
    });
  };
  useInsertions(({ text, used }) => {
    const { current } = area;
    const from = current?.selectionStart ?? draft.text.length;
    write({ from, to: current?.selectionEnd ?? from }, text);
    if (used !== undefined) change({ used: [...draft.used, used] });
  });
  const press = (event: KeyboardEvent): void => {
    if (typed === null || keys.current === null) return;
    if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      dismissed.current = typed.from;
      setTyped(null);
    } else if (keys.current(event.key)) event.preventDefault();
  };
  const error = missing.includes("text") && required ? words.compose.required : undefined;
  return (
    <TextField
      className="field message-box"
      name="text"
      value={draft.text}
      onChange={(text) => change({ text })}
      isRequired={required}
      validationBehavior="aria"
      isInvalid={error !== undefined}
    >
      <Label>{label}</Label>
      {box.hint === undefined ? null : <Text slot="description">{box.hint}</Text>}
      <TextArea
        ref={area}
        rows={lines}
        lang={side === "desk" ? language : languageOfClient(ticket, language)}
        spellCheck
        placeholder={
          side === "desk" ? composeWords[language].noteHint : composeWords[language].hint
        }
        onKeyDown={press}
        onInput={() => requestAnimationFrame(look)}
        onClick={look}
        onBlur={() => setTimeout(() => setTyped(null), 150)}
        onPaste={(event) => {
          const files = [...event.clipboardData.files];
          if (files.length === 0) return;
          event.preventDefault();
          onFiles(files);
        }}
        {...(typed === null
          ? {}
          : { "aria-controls": "compose-menu", "aria-activedescendant": "compose-menu-chosen" })}
      />
      {typed === null ? null : (
        <CallMenu
          {...{ ticket, composition, typed, keys }}
          onWrite={(text) => write(typed, text)}
          onClose={() => setTyped(null)}
        />
      )}
      <FieldError>{error}</FieldError>
    </TextField>
  );
}

/** The language that the client is answered in, for the spelling. */
function languageOfClient({ timeline }: TicketDetail, usual: "es" | "en"): string {
  const filed = timeline.find(({ type }) => type === "filed")?.facts["requester"];
  const said =
    typeof filed === "object" && filed !== null && "language" in filed ? filed.language : usual;
  return said === "en" ? "en" : "es";
}

/** Selects the first place that is still to be written, or goes to the end of what was put in. */
function selectBlank(
  area: RefObject<HTMLTextAreaElement | null>,
  text: string,
  cursor: number,
): void {
  const from = text.indexOf("{{");
  const to = from === -1 ? -1 : text.indexOf("}}", from);
  if (from === -1 || to === -1) area.current?.setSelectionRange(cursor, cursor);
  else area.current?.setSelectionRange(from, to + 2);
}
