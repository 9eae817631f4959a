import { isRefusal, refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import { insertMailbox, readMailbox } from "../../store/mailboxes.ts";
import type { Mailbox, MailboxConnection } from "../../store/mailboxes.ts";
import { policyNumberInForce } from "../../store/policy-versions.ts";
import { inDesk, rollbackWith } from "../../store/transaction.ts";
import { boundPolicy } from "../policies/bound-policy.ts";
import type { Plazo } from "../plazo.ts";
import { sealMailboxSecret } from "./secret.ts";
import type { Whose } from "./secret.ts";
import { wrongWith } from "./wish.ts";
import type { MailboxWish, WishedConnection } from "./wish.ts";

/**
 * Adds a mailbox to a desk; a worker begins to fetch it within seconds. Refuses `no-such-desk`, what
 * is wrong with the wish, `mailbox-secret-missing`, and `mailbox-address-taken`.
 */
export function addMailbox(
  plazo: Plazo,
  desk: string,
  { wish, by }: { readonly wish: MailboxWish; readonly by: string },
): Promise<Mailbox | Refusal> {
  const id = plazo.effects.random.id();
  return inDesk(plazo.db, desk, async (tx) => {
    const inForce = await policyNumberInForce(tx);
    if (inForce === undefined) return refuse("no-such-desk");
    const { policy } = await boundPolicy(plazo, tx, inForce);
    const asked = { ...wish, address: wish.address.trim().toLowerCase() };
    const wrong = wrongWith(asked, policy.policy);
    if (wrong !== null) return wrong;
    const connection = sealed(plazo, { desk, id }, { wished: asked.connection, kept: null });
    if (isRefusal(connection)) return connection;
    const at = await tx.now();
    const { address, form } = asked;
    const since = asked.begins === "all" ? null : at;
    const settings = { id, address, form, connection, since };
    if (!(await insertMailbox(tx, settings, { at, by })))
      return rollbackWith(refuse("mailbox-address-taken", { field: "address" }));
    return (await readMailbox(tx, id)) ?? refuse("no-such-mailbox");
  });
}

/**
 * A wished connection with its secret sealed: the new one, or the kept one where server, user and
 * token address stay the same, so that nobody sends a kept password to a server of their own.
 */
export function sealed(
  plazo: Plazo,
  whose: Whose,
  {
    wished,
    kept,
  }: { readonly wished: WishedConnection | null; readonly kept: MailboxConnection | null },
): MailboxConnection | null | Refusal<"mailbox-secret-missing"> {
  if (wished === null) return null;
  const { secret, ...settings } = wished;
  if (secret !== null) return { ...settings, secret: sealMailboxSecret(plazo, whose, secret) };
  if (kept === null || !isSameServer(settings, kept))
    return refuse("mailbox-secret-missing", { field: "secret" });
  return { ...settings, secret: kept.secret };
}

function isSameServer(one: Omit<MailboxConnection, "secret">, other: MailboxConnection): boolean {
  const keys = ["host", "port", "tls", "username", "auth", "clientId", "tokenUrl"] as const;
  return keys.every((key) => one[key] === other[key]);
}
