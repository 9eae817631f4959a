import { Suspense, useState } from "react";
import { Button } from "react-aria-components";
import type { TicketDetail } from "../../contract/ticket.ts";
import { composeWords } from "../../words/workspace/compose.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { lazily } from "../app/lazily.ts";
import { Attachments } from "./attachments.tsx";
import { isActsAlone } from "./body.ts";
import { contentOf, isBlank, sideOf } from "./draft.ts";
import { sendWords } from "./send-words.ts";
import type { Attaching } from "./use-attaching.ts";
import type { ComposedNow } from "./use-composition.ts";

const Preview = lazily(() => import("./preview.tsx"), "Preview");

interface Bottom {
  readonly ticket: TicketDetail;
  readonly composition: ComposedNow;
  readonly attaching: Attaching;
  readonly takesFiles: boolean;
}

/** Files, how far the draft is kept, and the button that says what it does, to whom and by which way. */
export function Foot({ ticket, composition, attaching, takesFiles }: Bottom) {
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
            <output className="soft small">{keptWords[keeping]}</output>
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
