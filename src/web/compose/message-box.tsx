import { Suspense, useRef } from "react";
import { FieldError, Label, Text, TextArea, TextField } from "react-aria-components";
import type { TicketDetail } from "../../contract/ticket.ts";
import { composeWords } from "../../words/workspace/compose.ts";
import { useWords } from "../app/language.tsx";
import { lazily } from "../app/lazily.ts";
import { MenuComing } from "./looking.ts";
import type { ComposedNow } from "./use-composition.ts";
import { useTyping } from "./use-typing.ts";

const SlashMenu = lazily(() => import("./slash-menu.tsx"), "SlashMenu");
const MentionMenu = lazily(() => import("./mention-menu.tsx"), "MentionMenu");

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
  const { typed, write, close, onKeys, listening } = useTyping(area, composition);
  const say = composeWords[language];
  const error = missing.includes("text") && required ? words.compose.required : undefined;
  const Menu = typed?.menu === "mention" ? MentionMenu : SlashMenu;
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
        placeholder={side === "desk" ? say.noteHint : say.hint}
        {...listening}
        onPaste={(event) => {
          const files = [...event.clipboardData.files];
          if (files.length === 0) return;
          event.preventDefault();
          onFiles(files);
        }}
      />
      {typed === null ? null : (
        <Suspense fallback={<MenuComing area={area} />}>
          <Menu
            {...{ ticket, composition, typed, area, onKeys }}
            onWrite={(text) => write(typed, text)}
            onClose={close}
          />
        </Suspense>
      )}
      <FieldError>{error}</FieldError>
    </TextField>
  );
}

/** The language that the client is answered in, for the spelling. */
function languageOfClient({ timeline }: TicketDetail, usual: "es" | "en"): string {
  const filed = timeline.find(({ type }) => type === "filed")?.facts["requester"];
  const isSaid = typeof filed === "object" && filed !== null && "language" in filed;
  return (isSaid ? filed.language : usual) === "en" ? "en" : "es";
}
