import { rolesOf } from "../../core/access/roles.ts";
import { inLanguage } from "../../core/policy/text.ts";
import type { Instant } from "../../core/time/instant.ts";
import { enqueue } from "../../store/outbox.ts";
import { policyNumberInForce } from "../../store/policy-versions.ts";
import { membersOf } from "../../store/staff/memberships.ts";
import type { Transaction } from "../../store/transaction.ts";
import { sayInstant } from "../../words/dates.ts";
import { webhookOffWords } from "../../words/webhooks.ts";
import { newMessageId } from "../mail/compose.ts";
import type { Plazo } from "../plazo.ts";
import { boundPolicy } from "../policies/bound-policy.ts";

/** An endpoint that was switched off, and why. */
export interface WebhookOff {
  readonly desk: string;
  readonly endpoint: string;
  readonly host: string;
  readonly state: "gone" | "failing";
  /** Since when it had answered nothing good. */
  readonly since: Instant;
  readonly now: Instant;
}

/** Mails every administrator of the desk that an endpoint was switched off. */
export async function tellWebhookOff(
  plazo: Plazo,
  tx: Transaction,
  { desk, endpoint, host, state, since, now }: WebhookOff,
): Promise<void> {
  const inForce = await policyNumberInForce(tx);
  if (inForce === undefined) return;
  const { policy } = (await boundPolicy(plazo, tx, inForce)).policy;
  const name = inLanguage(policy.desk.name, "es");
  const words = webhookOffWords.es;
  const from = sayInstant(since, { zone: policy.desk.zone, language: "es" });
  for (const member of await membersOf(tx, desk)) {
    if (!rolesOf(member).includes("administrator")) continue;
    await enqueue(
      tx,
      { number: null, folio: null, at: now },
      {
        key: `webhook-off/${endpoint}/${now}/${member.userId}`,
        moment: "webhook-off",
        state: "pending",
        recipient: `staff:${member.userId}`,
        subject: words.subject(host),
        payload: {
          content: {
            body: words.body[state]({ host, since: from }),
            open: words.open,
            facts: [],
            desk: name,
            footer: name,
          },
          link: `${plazo.settings.url}/app/d/${desk}/integraciones`,
          language: "es",
          automatic: true,
          references: [],
          clock: null,
        },
        messageId: newMessageId(plazo),
        due: now,
      },
    );
  }
}
