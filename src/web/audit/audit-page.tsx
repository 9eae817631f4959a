import { useInfiniteQuery } from "@tanstack/react-query";
import { Button } from "react-aria-components";
import { auditWords } from "../../words/workspace/audit.ts";
import { sayDatedInstant } from "../../words/dates.ts";
import { listAudit } from "../api/audit.ts";
import type { AuditEntries } from "../api/audit.ts";
import { valueOf } from "../api/request.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { Empty, LoadFailed, Loading } from "../ui/notice.tsx";

type Entry = AuditEntries["entries"][number];

/** Who changed and who took away what, the newest first: read by auditors, security officers and administrators. */
export function AuditPage() {
  const { language } = useWords();
  const { desk } = useDesk();
  const say = auditWords[language];
  const list = useInfiniteQuery({
    queryKey: ["audit", desk.id],
    initialPageParam: null as string | null,
    queryFn: async ({ pageParam, signal }) => valueOf(await listAudit(desk.id, pageParam, signal)),
    getNextPageParam: ({ next }) => next,
  });
  const entries = list.data?.pages.flatMap((page) => page.entries) ?? [];
  return (
    <div className="page people is-whole">
      <section aria-label={say.title}>
        <h2>{say.title}</h2>
        <p className="soft">{say.lead}</p>
        {list.isPending ? <Loading /> : null}
        {list.isError ? <LoadFailed error={list.error} retry={() => void list.refetch()} /> : null}
        {list.isSuccess && entries.length === 0 ? <Empty>{say.none}</Empty> : null}
        {entries.length === 0 ? null : <Table entries={entries} />}
        {list.hasNextPage ? (
          <Button className="button quiet" onPress={() => void list.fetchNextPage()}>
            {say.more}
          </Button>
        ) : null}
      </section>
    </div>
  );
}

function Table({ entries }: { readonly entries: readonly Entry[] }) {
  const { language } = useWords();
  const say = auditWords[language];
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{say.who}</th>
          <th scope="col">{say.what}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <Row key={entry.id} entry={entry} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ entry }: { readonly entry: Entry }) {
  const { language } = useWords();
  const { desk } = useDesk();
  const say = auditWords[language];
  const { at, name, onBehalf, way, source, action, before, after, subjectId } = entry;
  const what: unknown = after?.["name"] ?? before?.["name"] ?? subjectId;
  return (
    <tr>
      <th scope="row">
        {name}
        <br />
        <span className="soft">{sayDatedInstant(at, { zone: desk.zone, language })}</span>
        <br />
        <span className="soft">{say.from(say.ways[way] ?? way, source)}</span>
        {onBehalf === null ? null : <div className="soft">{say.onBehalf(onBehalf)}</div>}
      </th>
      <td>
        {say.actions[action] ?? <code>{action}</code>}
        <br />
        <span className="soft">{String(what)}</span>
        {before === null && after === null ? null : (
          <details>
            <summary>{changedIn(before, after).join(", ") || say.whole}</summary>
            <pre>{JSON.stringify({ before, after }, null, 2)}</pre>
          </details>
        )}
      </td>
    </tr>
  );
}

/** The names of what is other than before; none where there was nothing before. */
function changedIn(before: Entry["before"], after: Entry["after"]): readonly string[] {
  if (before === null || after === null) return [];
  return Object.keys(after).filter(
    (field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  );
}
