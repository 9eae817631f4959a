import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Webhook, WebhookMade } from "../../contract/webhooks.ts";
import { may } from "../../core/access/may.ts";
import { webhookWords } from "../../words/workspace/webhooks.ts";
import { valueOf } from "../api/request.ts";
import { listWebhooks } from "../api/webhooks.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { Empty, LoadFailed, Loading } from "../ui/notice.tsx";
import { AddWebhook } from "./add-webhook.tsx";
import { DeliveryLog } from "./delivery-log.tsx";
import { MadeSecret } from "./made-secret.tsx";
import { WebhookRow } from "./webhook-row.tsx";

/** Where what happens is told: the endpoints, what was sent to each, and adding one. */
export function Webhooks() {
  const { language } = useWords();
  const { desk, roles } = useDesk();
  const say = webhookWords[language];
  const [made, setMade] = useState<WebhookMade | null>(null);
  const [shown, setShown] = useState<Webhook | null>(null);
  const list = useQuery({
    queryKey: ["webhooks", desk.id],
    queryFn: async ({ signal }) => valueOf(await listWebhooks(desk.id, signal)),
  });
  const rows = list.data?.webhooks ?? [];
  if (shown !== null) return <DeliveryLog webhook={shown} onBack={() => setShown(null)} />;
  const changed = (renewed?: WebhookMade): void => {
    if (renewed !== undefined) setMade(renewed);
    void list.refetch();
  };
  return (
    <div className="people">
      <section aria-label={say.title}>
        <h2>{say.title}</h2>
        <p className="soft">{say.lead}</p>
        {list.isPending ? <Loading /> : null}
        {list.isError ? <LoadFailed error={list.error} retry={() => void list.refetch()} /> : null}
        {list.isSuccess && rows.length === 0 ? <Empty>{say.none}</Empty> : null}
        {rows.map((row) => (
          <WebhookRow key={row.id} webhook={row} onChange={changed} onLog={() => setShown(row)} />
        ))}
      </section>
      {made !== null ? (
        <MadeSecret made={made} onDone={() => setMade(null)} />
      ) : may(roles, "webhook.manage") ? (
        <AddWebhook onMade={changed} />
      ) : null}
    </div>
  );
}
