import type { Mailbox as Wire, Mailboxes } from "../../contract/mailboxes.ts";
import { mailboxTroubles } from "../../core/mailbox/trouble.ts";
import type { Policy } from "../../core/policy/policy.ts";
import type { Instant } from "../../core/time/instant.ts";
import type { ListedMailbox } from "../../desk/mailboxes/list-mailboxes.ts";

/** Mailboxes as the wire says them: what signs in to them is left out. */
export function presentMailboxes(
  rows: readonly ListedMailbox[],
  { policy, now }: { readonly policy: Policy; readonly now: Instant },
): Mailboxes {
  const forms = policy.forms.map(({ id, title }) => ({
    id,
    es: title.es,
    en: title.en ?? title.es,
  }));
  return { mailboxes: rows.map(presentMailbox), forms, now };
}

function presentMailbox(row: ListedMailbox): Wire {
  const { id, address, form, created, lastSuccess, failingSince, alarmed, aside } = row;
  return {
    ...{ id, address, form, created, lastSuccess, failingSince, alarmed, aside },
    begins: row.since === null ? "all" : "now",
    connection: row.connection === null ? null : withoutSecret(row.connection),
    trouble: mailboxTroubles.find((one) => one === row.lastError) ?? null,
    detail: row.errorDetail,
  };
}

function withoutSecret(
  connection: NonNullable<ListedMailbox["connection"]>,
): NonNullable<Wire["connection"]> {
  const { secret: _secret, ...open } = connection;
  return open;
}
