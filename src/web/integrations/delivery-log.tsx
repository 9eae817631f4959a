import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "react-aria-components";
import type { Problem } from "../../contract/problem.ts";
import type { Webhook, WebhookDelivery } from "../../contract/webhooks.ts";
import { may } from "../../core/access/may.ts";
import { sayShortMoment } from "../../words/short.ts";
import { integrationWords } from "../../words/workspace/integrations.ts";
import { webhookWords } from "../../words/workspace/webhooks.ts";
import { valueOf } from "../api/request.ts";
import { listDeliveries, replayDelivery } from "../api/webhooks.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { Empty, LoadFailed, Loading, ProblemNotice } from "../ui/notice.tsx";
import { ReplayStretch } from "./replay-stretch.tsx";

/** What was sent to an endpoint, newest first, and sending it again. */
export function DeliveryLog({
  webhook,
  onBack,
}: {
  readonly webhook: Webhook;
  readonly onBack: () => void;
}) {
  const { language } = useWords();
  const { desk, roles } = useDesk();
  const say = webhookWords[language];
  const [problem, setProblem] = useState<Problem | null>(null);
  const { id, url } = webhook;
  const list = useInfiniteQuery({
    queryKey: ["webhook-deliveries", desk.id, id],
    initialPageParam: null as string | null,
    queryFn: async ({ pageParam: cursor, signal }) =>
      valueOf(await listDeliveries(desk.id, id, { cursor, signal })),
    getNextPageParam: ({ next }) => next,
  });
  const again = async (delivery: string): Promise<void> => {
    const answer = await replayDelivery(desk.id, id, delivery);
    setProblem(answer.ok ? null : answer.problem);
    await list.refetch();
  };
  const rows = list.data?.pages.flatMap(({ deliveries }) => deliveries) ?? [];
  return (
    <div className="people is-whole">
      <section aria-label={say.logOf(new URL(url).host)}>
        <h2>{say.logOf(new URL(url).host)}</h2>
        <div className="acts start">
          <Button className="button quiet" onPress={onBack}>
            {say.back}
          </Button>
          <Button className="button quiet" onPress={() => void list.refetch()}>
            {say.refresh}
          </Button>
        </div>
        <ProblemNotice problem={problem} />
        {list.isPending ? <Loading /> : null}
        {list.isError ? <LoadFailed error={list.error} retry={() => void list.refetch()} /> : null}
        {list.isSuccess && rows.length === 0 ? <Empty>{say.noLog}</Empty> : null}
        {rows.length === 0 ? null : <Table rows={rows} again={again} />}
        {list.hasNextPage ? (
          <Button className="button quiet" onPress={() => void list.fetchNextPage()}>
            {integrationWords[language].more}
          </Button>
        ) : null}
        {may(roles, "webhook.replay") ? (
          <ReplayStretch id={id} onSent={() => void list.refetch()} />
        ) : null}
      </section>
    </div>
  );
}

interface Again {
  readonly again: (delivery: string) => Promise<void>;
}

function Table({ rows, again }: Again & { readonly rows: readonly WebhookDelivery[] }) {
  const { language } = useWords();
  const say = webhookWords[language];
  return (
    <div>
      <table>
        <thead>
          <tr>
            <th scope="col">{say.what}</th>
            <th scope="col">{say.state}</th>
            <th scope="col">{say.answered}</th>
            <th scope="col">{say.again}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} again={again} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ row, again }: Again & { readonly row: WebhookDelivery }) {
  const { language } = useWords();
  const { desk, roles } = useDesk();
  const say = webhookWords[language];
  const at = (when: number): string => sayShortMoment(when, { zone: desk.zone, language });
  const means = Object.entries(say.typeMeans).find(([type]) => type === row.type)?.[1];
  const name = means ?? say.trialName;
  const { state, attempts, due, folio } = row;
  return (
    <tr>
      <th scope="row">
        {name}
        {folio === null ? null : ` · ${folio}`}
        <br />
        <span className="soft num">{at(row.at)}</span>
      </th>
      <td>
        {say.sent[state]}
        <br />
        <span className="soft">
          {attempts === 0 ? null : say.attempts(attempts)}
          {state === "pending" && attempts > 0 ? ` · ${say.next(at(due))}` : null}
        </span>
      </td>
      <td>
        <Answered row={row} />
      </td>
      <td>
        {state === "pending" || !may(roles, "webhook.replay") ? null : (
          <Button
            className="button quiet"
            aria-label={`${say.again}: ${name} ${folio ?? ""}`}
            onPress={() => void again(row.id)}
          >
            {say.again}
          </Button>
        )}
      </td>
    </tr>
  );
}

function Answered({ row }: { readonly row: WebhookDelivery }) {
  const { language } = useWords();
  const say = webhookWords[language];
  const { status, took, error, answer } = row;
  return (
    <>
      {status === null ? null : <b className="num">{status}</b>}
      {error === null ? null : say.because(error)}
      {took === null ? null : <span className="soft num"> {say.took(took)}</span>}
      {answer === null || answer === "" ? null : (
        <>
          <br />
          <span className="soft small">{answer.slice(0, 160)}</span>
        </>
      )}
    </>
  );
}
