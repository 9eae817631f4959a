import type { MailboxTrouble } from "../../../core/mailbox/trouble.ts";
import { openMailboxSecret, sealMailboxSecret } from "../../../desk/mailboxes/secret.ts";
import type { MailboxSecret } from "../../../desk/mailboxes/secret.ts";
import type { Plazo } from "../../../desk/plazo.ts";
import { replaceMailboxSecret } from "../../../store/mailbox-state.ts";
import type { MailboxConnection } from "../../../store/mailboxes.ts";
import { settle } from "../../../store/settle.ts";
import { inDesk } from "../../../store/transaction.ts";
import type { Lookup, PrivateHosts } from "../../private-network.ts";
import { askToken } from "./access-token.ts";
import type { PostForm } from "./access-token.ts";
import type { SignIn } from "./open-client.ts";
import { reach } from "./reach.ts";

/** What reaching a mail server takes from outside. */
export interface MailNetwork {
  /** Servers in private networks that may be asked. */
  readonly allowed: PrivateHosts;
  /** How access tokens are asked for. */
  readonly post: PostForm;
  readonly lookup?: Lookup;
}

/** Access tokens in memory, by mailbox, and until when they are good by the process's own clock. */
export type Tokens = Map<string, { readonly accessToken: string; readonly until: number }>;

/** A mailbox whose door is to be opened. */
export interface Door {
  readonly desk: string;
  readonly id: string;
  readonly connection: MailboxConnection;
}

/** A token is used up to a minute before its end. */
const margin = 60_000;

/** Everything needed to sign in to a mailbox with its kept secret, or why there is no way. */
export async function signInOf(
  plazo: Plazo,
  door: Door,
  { network, tokens }: { readonly network: MailNetwork; readonly tokens: Tokens },
): Promise<SignIn | MailboxTrouble> {
  const { desk, id, connection } = door;
  const secret = await openMailboxSecret(plazo, { desk, id }, connection.secret);
  if (secret === null) return { trouble: "secret-lost", detail: null };
  const reached = await reach(connection.host, network);
  if ("trouble" in reached) return reached;
  const { address } = reached;
  if ("password" in secret) return { connection, address, with: secret };
  const key = keyOf(door);
  const kept = tokens.get(key);
  if (kept !== undefined && kept.until > performance.now())
    return { connection, address, with: { accessToken: kept.accessToken } };
  const token = await freshToken({ connection, secret }, network);
  if ("trouble" in token) return token;
  tokens.set(key, {
    accessToken: token.accessToken,
    until: performance.now() + token.lasts - margin,
  });
  if (token.refreshToken !== null && token.refreshToken !== secret.refreshToken)
    await keepRotated(plazo, door, { ...secret, refreshToken: token.refreshToken });
  return { connection, address, with: { accessToken: token.accessToken } };
}

/** Forgets a mailbox's token: the server would not take it. */
export function forgetToken(tokens: Tokens, door: Door): boolean {
  return tokens.delete(keyOf(door));
}

/** Asks for an access token with the kept secret. */
export async function freshToken(
  {
    connection,
    secret,
  }: {
    readonly connection: Pick<MailboxConnection, "tokenUrl" | "clientId">;
    readonly secret: Exclude<MailboxSecret, { readonly password: string }>;
  },
  { post }: Pick<MailNetwork, "post">,
) {
  const { tokenUrl, clientId } = connection;
  const asked = await settle(
    askToken({ tokenUrl: tokenUrl ?? "", clientId: clientId ?? "", ...secret }, post),
  );
  if (!("fault" in asked)) return asked.value;
  return { trouble: "token-refused", detail: asked.fault.message.slice(0, 300) } as const;
}

function keyOf({ desk, id }: Door): string {
  return `${desk}/${id}`;
}

/** Some servers replace the refresh token each time, and take the old one no more (RFC 6749 §6). */
function keepRotated(plazo: Plazo, { desk, id }: Door, secret: MailboxSecret): Promise<void> {
  const sealed = sealMailboxSecret(plazo, { desk, id }, secret);
  return inDesk(plazo.db, desk, (tx) => replaceMailboxSecret(tx, id, sealed));
}
