import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "react-aria-components";
import type { Problem } from "../../contract/problem.ts";
import type { Token } from "../../contract/tokens.ts";
import { may } from "../../core/access/may.ts";
import { sayShortMoment } from "../../words/short.ts";
import { integrationWords } from "../../words/workspace/integrations.ts";
import { valueOf } from "../api/request.ts";
import { listTokens, revokeToken } from "../api/tokens.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { Empty, LoadFailed, Loading, ProblemNotice } from "../ui/notice.tsx";
import { Webhooks } from "./webhooks.tsx";
import { MakeToken } from "./make-token.tsx";

/** The programs that act at the desk, and the systems that are told what happens there. */
export function Integrations() {
  const { roles } = useDesk();
  return (
    <div className="page">
      {may(roles, "token.manage") ? <Tokens /> : null}
      <Webhooks />
    </div>
  );
}

/** The tokens of programs, made and ended by administrators. */
function Tokens() {
  const { language } = useWords();
  const { desk } = useDesk();
  const say = integrationWords[language];
  const [problem, setProblem] = useState<Problem | null>(null);
  const list = useInfiniteQuery({
    queryKey: ["tokens", desk.id],
    initialPageParam: null as string | null,
    queryFn: async ({ pageParam, signal }) => valueOf(await listTokens(desk.id, pageParam, signal)),
    getNextPageParam: ({ next }) => next,
  });
  const revoke = async (id: string): Promise<void> => {
    const answer = await revokeToken(desk.id, id);
    setProblem(answer.ok ? null : answer.problem);
    await list.refetch();
  };
  const rows = list.data?.pages.flatMap(({ tokens }) => tokens) ?? [];
  return (
    <div className="people">
      <section aria-label={say.title}>
        <h2>{say.title}</h2>
        <p className="soft">{say.lead}</p>
        <p>
          <a href={`/docs/api?lang=${language}`}>{say.docs}</a>
        </p>
        <ProblemNotice problem={problem} />
        {list.isPending ? <Loading /> : null}
        {list.isError ? <LoadFailed error={list.error} retry={() => void list.refetch()} /> : null}
        {list.isSuccess && rows.length === 0 ? <Empty>{say.none}</Empty> : null}
        {rows.length === 0 ? null : <Table rows={rows} revoke={revoke} />}
        {list.hasNextPage ? (
          <Button className="button quiet" onPress={() => void list.fetchNextPage()}>
            {say.more}
          </Button>
        ) : null}
      </section>
      <MakeToken onMade={() => void list.refetch()} />
    </div>
  );
}

function Table({
  rows,
  revoke,
}: {
  readonly rows: readonly Token[];
  readonly revoke: (id: string) => Promise<void>;
}) {
  const { language } = useWords();
  const say = integrationWords[language];
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{say.name}</th>
          <th scope="col">{say.scopes}</th>
          <th scope="col">{say.state}</th>
          <th scope="col">{say.revoke}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} row={row} revoke={revoke} />
        ))}
      </tbody>
    </table>
  );
}

function Row({
  row,
  revoke,
}: {
  readonly row: Token;
  readonly revoke: (id: string) => Promise<void>;
}) {
  const { language } = useWords();
  const { desk } = useDesk();
  const say = integrationWords[language];
  const [now] = useState(() => Date.now());
  const [sure, setSure] = useState(false);
  const at = (when: number): string => sayShortMoment(when, { zone: desk.zone, language });
  const state = row.revoked === null ? (row.expires > now ? "good" : "expired") : "revoked";
  return (
    <tr>
      <th scope="row">
        {row.name}
        <br />
        <span className="soft">
          {say.by} {row.madeBy}
        </span>
      </th>
      <td>
        {row.scopes.map((scope) => (
          <div key={scope}>
            <code>{scope}</code>
          </div>
        ))}
      </td>
      <td>
        {say[state]}
        <br />
        <span className="soft">
          {say.expires} {at(row.expires)}
        </span>
        <br />
        <span className="soft">
          {row.lastUsed === null ? say.never : `${say.used}: ${at(row.lastUsed)}`}
        </span>
      </td>
      <td>
        {state === "good" ? (
          <Button
            className="button quiet"
            aria-label={sure ? say.revokeSure(row.name) : `${say.revoke} ${row.name}`}
            onPress={() => (sure ? void revoke(row.id) : setSure(true))}
            onBlur={() => setSure(false)}
          >
            {sure ? say.revokeSure(row.name) : say.revoke}
          </Button>
        ) : null}
      </td>
    </tr>
  );
}
