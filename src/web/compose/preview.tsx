import { useQuery } from "@tanstack/react-query";
import { Button } from "react-aria-components";
import type { CompositionPreview, CompositionSend } from "../../contract/compositions.ts";
import type { Fact } from "../../core/ticket/event.ts";
import { factInWords } from "../../words/progress.ts";
import { composeWords } from "../../words/workspace/compose.ts";
import { previewComposition } from "../api/compositions.ts";
import type { Place } from "../api/desk.ts";
import { valueOf } from "../api/request.ts";
import { useWords } from "../app/language.tsx";
import { problemOf } from "../app/queries.ts";
import { MailFrame } from "./mail-frame.tsx";
import { Over } from "../ui/dialog.tsx";
import { Loading, ProblemNotice } from "../ui/notice.tsx";

interface Previewing {
  readonly place: Place;
  readonly id: string;
  readonly wish: CompositionSend;
  readonly onClose: () => void;
}

/** What would leave and be recorded, as the server would do it now: nothing is kept of it. */
export function Preview({ place, id, wish, onClose }: Previewing) {
  const { language } = useWords();
  const say = composeWords[language];
  const seen = useQuery({
    queryKey: ["preview", id, wish],
    queryFn: async () => valueOf(await previewComposition(place, id, wish)),
    staleTime: 0,
    gcTime: 0,
  });
  return (
    <Over title={say.previewTitle} onClose={onClose}>
      {seen.isPending ? <Loading /> : null}
      {seen.isError ? <ProblemNotice problem={problemOf(seen.error)} /> : null}
      {seen.data === undefined ? null : <Seen preview={seen.data} />}
      <div className="acts">
        <Button className="button main" onPress={onClose}>
          {say.close}
        </Button>
      </div>
    </Over>
  );
}

function Seen({ preview }: { readonly preview: CompositionPreview }) {
  const { language } = useWords();
  const say = composeWords[language];
  const { mails, events } = preview;
  return (
    <div className="preview-mails">
      {mails.length === 0 ? <p className="soft">{say.previewNone}</p> : null}
      {mails.map(({ to, subject, text, html }, at) => (
        <div key={`${to} ${subject} ${text}`} className="preview-mail">
          <dl className="facts">
            <div className="fact">
              <dt>{say.to}</dt>
              <dd>{to}</dd>
            </div>
            <div className="fact">
              <dt>{say.subject}</dt>
              <dd>{subject}</dd>
            </div>
          </dl>
          <div className="mail-both">
            <figure>
              <figcaption className="soft small">{say.previewMail}</figcaption>
              <MailFrame html={html} title={`${say.previewMail} (${String(at + 1)}): ${subject}`} />
            </figure>
            <figure>
              <figcaption className="soft small">{say.previewText}</figcaption>
              <pre className="mail-text">{text}</pre>
            </figure>
          </div>
        </div>
      ))}
      {events.length < 2 ? null : (
        <>
          <p className="soft small">{say.previewDoes}</p>
          <ul className="small">
            {events.map(({ type }, at) => (
              <li key={`${type} ${String(at)}`}>{factInWords(type as Fact["type"], language)}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
