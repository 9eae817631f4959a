import { isRefusal, refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import { readMailbox, startMailboxAnew, updateMailbox } from "../../store/mailboxes.ts";
import type { Mailbox, MailboxConnection } from "../../store/mailboxes.ts";
import { policyNumberInForce } from "../../store/policy-versions.ts";
import { inDesk } from "../../store/transaction.ts";
import { boundPolicy } from "../policies/bound-policy.ts";
import type { Plazo } from "../plazo.ts";
import { sealed } from "./add-mailbox.ts";
import { wrongWith } from "./wish.ts";
import type { MailboxWish } from "./wish.ts";

/**
 * Changes a mailbox; the worker that holds it lets go and begins with the new settings. Another
 * server, user or folder is read from its start again: what was taken in already is known by its
 * bytes. Refuses `no-such-mailbox` and whatever adding refuses.
 */
export function changeMailbox(
  plazo: Plazo,
  desk: string,
  { id, wish }: { readonly id: string; readonly wish: MailboxWish },
): Promise<Mailbox | Refusal> {
  return inDesk(plazo.db, desk, async (tx) => {
    const inForce = await policyNumberInForce(tx);
    const before = await readMailbox(tx, id);
    if (inForce === undefined || before === undefined) return refuse("no-such-mailbox");
    const { policy } = await boundPolicy(plazo, tx, inForce);
    const asked = { ...wish, address: wish.address.trim().toLowerCase() };
    const wrong = wrongWith(asked, policy.policy);
    if (wrong !== null) return wrong;
    const kept = before.connection;
    const connection = sealed(plazo, { desk, id }, { wished: asked.connection, kept });
    if (isRefusal(connection)) return connection;
    const at = await tx.now();
    const { address, form } = asked;
    const since = asked.begins === "all" ? null : (before.since ?? at);
    if (!(await updateMailbox(tx, { id, address, form, connection, since }, at)))
      return refuse("mailbox-address-taken", { field: "address" });
    if (isElsewhere(kept, connection)) await startMailboxAnew(tx, id);
    return (await readMailbox(tx, id)) ?? refuse("no-such-mailbox");
  });
}

function isElsewhere(before: MailboxConnection | null, after: MailboxConnection | null): boolean {
  const keys = ["host", "port", "username", "folder"] as const;
  return keys.some((key) => before?.[key] !== after?.[key]);
}
