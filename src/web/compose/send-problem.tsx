import { z } from "zod";
import { Button } from "react-aria-components";
import type { TicketDetail, TimelineEntry } from "../../contract/ticket.ts";
import { sayTime } from "../../words/dates.ts";
import { composeWords } from "../../words/workspace/compose.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { useEntryWords } from "../ticket/entry-words.ts";
import { Icon } from "../ui/icons.tsx";
import { ProblemNotice } from "../ui/notice.tsx";
import type { ComposedNow } from "./use-composition.ts";
import { useCompositions } from "./use-compositions.ts";

const changes = z.object({ seqs: z.array(z.string()) });
const departing = z.object({ ids: z.array(z.string()), by: z.array(z.string()) });

interface Sent {
  readonly ticket: TicketDetail;
  readonly composition: ComposedNow;
}

/** Why a composition was not sent: what others did meanwhile, in their own words, or the refusal's; and what one may do now. */
export function SendProblem({ ticket, composition }: Sent) {
  const { words, language } = useWords();
  const say = composeWords[language];
  const { held, stopWaiting } = composition;
  const { elsewhere } = composition;
  if (elsewhere !== null)
    return (
      <output className="notice">
        <Icon name={elsewhere === "changed" ? "near" : "sent"} />
        {say.elsewhere[elsewhere]}
      </output>
    );
  if (held === null) return null;
  const { problem, waits } = held;
  if (waits)
    return (
      <div className="notice near" role="alert">
        <Icon name="near" />
        <p>{say.waitsForNetwork}</p>
        <Button className="button" onPress={stopWaiting}>
          {say.stopWaiting}
        </Button>
      </div>
    );
  const changed = changes.safeParse(problem.facts);
  if (problem.code === "changed-meanwhile" && changed.success) {
    const seqs = new Set(changed.data.seqs.map(Number));
    const entries = ticket.timeline.filter(({ seq }) => seqs.has(seq));
    return (
      <Stopped title={say.changedTitle} composition={composition}>
        {entries.length === 0 ? (
          <p>{words.compose.changed}</p>
        ) : (
          <ul className="changed-list">
            {entries.map((entry) => (
              <Changed key={entry.seq} entry={entry} />
            ))}
          </ul>
        )}
      </Stopped>
    );
  }
  if (problem.code === "left-already")
    return (
      <div className="notice near" role="alert">
        <Icon name="near" />
        <p>{say.leftBefore}</p>
      </div>
    );
  const leaving = departing.safeParse(problem.facts);
  if (problem.code === "reply-departing" && leaving.success)
    return <Departing {...{ ticket, composition }} {...leaving.data} />;
  return <ProblemNotice problem={problem} />;
}

function Changed({ entry }: { readonly entry: TimelineEntry }) {
  const { place } = useDesk();
  const say = useEntryWords();
  return (
    <li>
      <a href={`#e${entry.seq}`}>{say(entry)}</a>{" "}
      <time dateTime={new Date(entry.at).toISOString()}>{sayTime(entry.at, place)}</time>
      {entry.message === null || entry.message.text === "" ? null : (
        <blockquote className="said">{entry.message.text}</blockquote>
      )}
    </li>
  );
}

function Departing({
  ticket,
  composition,
  ids,
  by,
}: Sent & { readonly ids: readonly string[]; readonly by: readonly string[] }) {
  const { language } = useWords();
  const { desk } = useDesk();
  const say = composeWords[language];
  const { data } = useCompositions({ desk: desk.id, folio: ticket.row.folio });
  const list = (data?.compositions ?? []).filter(({ id }) => ids.includes(id));
  return (
    <Stopped title={say.departingTitle([...new Set(by)].join(", "))} composition={composition}>
      {list.map(({ id, content }) => (
        <blockquote key={id} className="said">
          {[content.cause, content.remedy, content.text].filter(Boolean).join("\n\n")}
        </blockquote>
      ))}
    </Stopped>
  );
}

interface Stop {
  readonly title: string;
  readonly composition: ComposedNow;
  readonly children: React.ReactNode;
}

/** Nothing was sent: what came is read first, then one sends anyway or throws one's own words away. */
function Stopped({ title, composition, children }: Stop) {
  const { words, language } = useWords();
  const say = composeWords[language];
  const { send, startAnew } = composition;
  return (
    <div className="notice near stopped" role="alert">
      <Icon name="near" />
      <div>
        <p>
          <b>{title}</b>
        </p>
        <p>{say.changedLead}</p>
        {children}
        <div className="acts start">
          <Button className="button main" onPress={() => void send()}>
            {say.sendAnyway}
          </Button>
          <Button className="button quiet" onPress={() => startAnew()}>
            {words.compose.discard}
          </Button>
        </div>
      </div>
    </div>
  );
}
