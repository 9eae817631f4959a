import type { MailboxTrouble } from "../../../core/mailbox/trouble.ts";
import { isRefusal, refuse } from "../../../core/refusal.ts";
import type { Refusal } from "../../../core/refusal.ts";
import { sealed } from "../../../desk/mailboxes/add-mailbox.ts";
import { findMailbox } from "../../../desk/mailboxes/list-mailboxes.ts";
import type { WishedConnection } from "../../../desk/mailboxes/wish.ts";
import type { Plazo } from "../../../desk/plazo.ts";
import { settle } from "../../../store/settle.ts";
import { openClient, troubleOf } from "./open-client.ts";
import type { ImapPatience } from "./open-client.ts";
import { signInOf } from "./sign-in.ts";
import type { MailNetwork } from "./sign-in.ts";

/** Somebody waits in front of a page for the answer. */
const trialPatience: ImapPatience = { connect: 8_000, greet: 8_000, silence: 8_000 };

/** A connection to be tried; `id`: the mailbox whose kept secret is used where none is given. */
export interface Trial {
  readonly id: string | null;
  readonly connection: WishedConnection;
}

/**
 * Signs in to a mail server and looks into the folder, once, changing nothing there: gives how many
 * messages it holds, or what is wrong. Refuses `no-such-mailbox` and `mailbox-secret-missing`.
 */
export async function tryMailbox(
  plazo: Plazo,
  desk: string,
  { trial, network }: { readonly trial: Trial; readonly network: MailNetwork },
): Promise<{ readonly messages: number } | MailboxTrouble | Refusal> {
  const found = trial.id === null ? null : await findMailbox(plazo, desk, trial.id);
  if (isRefusal(found)) return found;
  const id = trial.id ?? "trial";
  const kept = found?.connection ?? null;
  const connection = sealed(plazo, { desk, id }, { wished: trial.connection, kept });
  if (isRefusal(connection)) return connection;
  if (connection === null) return refuse("mailbox-secret-missing");
  const door = { desk, id, connection };
  const signIn = await signInOf(plazo, door, { network, tokens: new Map() });
  if ("trouble" in signIn) return signIn;
  const client = await openClient(signIn, trialPatience);
  if ("trouble" in client) return client;
  const opened = await settle(client.mailboxOpen(connection.folder, { readOnly: true }));
  await settle(client.logout());
  client.close();
  return "fault" in opened ? troubleOf(opened.fault) : { messages: opened.value.exists };
}
