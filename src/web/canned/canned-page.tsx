import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { CannedReply } from "../../contract/canned.ts";
import { rankCanned } from "../../core/canned/canned.ts";
import type { Canned } from "../../core/canned/canned.ts";
import { sayShortMoment } from "../../words/short.ts";
import { cannedWords } from "../../words/workspace/canned.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { useCannedReplies } from "../compose/use-canned.ts";
import { Written } from "../ui/fields.tsx";
import { Icon } from "../ui/icons.tsx";
import { Empty, LoadFailed, Loading } from "../ui/notice.tsx";

/** The desk's prepared answers and one's own, those used most first; one is opened to be changed. */
export function CannedPage() {
  const { language } = useWords();
  const { desk } = useDesk();
  const say = cannedWords[language];
  const replies = useCannedReplies();
  const [sought, setSought] = useState("");
  const list = replies.data?.replies ?? [];
  const ranked = rankCanned(
    list.map((reply) => ({ reply, canned: reply.content as Canned, uses: reply.uses })),
    { form: "", severity: "", kind: "", language },
    sought,
  );
  return (
    <article className="page canned-page">
      <header className="page-head">
        <h2>{say.title}</h2>
        <Link
          to="/d/$desk/respuestas/$id"
          params={{ desk: desk.id, id: "nueva" }}
          className="button main"
        >
          {say.add}
        </Link>
      </header>
      <p className="soft">{say.lead}</p>
      {replies.isPending ? <Loading /> : null}
      {replies.isError ? (
        <LoadFailed error={replies.error} retry={() => void replies.refetch()} />
      ) : null}
      {list.length > 6 ? (
        <Written name="sought" label={say.found} value={sought} onChange={setSought} />
      ) : null}
      {replies.isSuccess && list.length === 0 ? (
        <Empty>
          <p>{say.empty}</p>
        </Empty>
      ) : null}
      <ul className="canned-list">
        {ranked.map(({ reply }) => (
          <Row key={reply.id} reply={reply} />
        ))}
      </ul>
    </article>
  );
}

function Row({ reply }: { readonly reply: CannedReply }) {
  const { language } = useWords();
  const { desk, place } = useDesk();
  const say = cannedWords[language];
  const { id, content, shared, uses, changed, changedBy } = reply;
  return (
    <li className="canned-row">
      <Link to="/d/$desk/respuestas/$id" params={{ desk: desk.id, id }}>
        <b>{content.name}</b>
      </Link>
      <span className="tag">
        <Icon name={shared ? "people" : "mine"} /> {shared ? say.shared : say.sharedOwn}
      </span>
      <span className="tag">{say.modes[content.mode]}</span>
      <p className="canned-text">{content.text || content.remedy}</p>
      <p className="soft small">
        {say.uses(uses)} · {say.changed(changedBy, sayShortMoment(changed, place))}
      </p>
    </li>
  );
}
