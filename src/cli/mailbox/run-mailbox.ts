import { tryMailbox } from "../../channels/email/imap/try-mailbox.ts";
import { isRefusal } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import { mailboxTroubles } from "../../core/mailbox/trouble.ts";
import { addMailbox } from "../../desk/mailboxes/add-mailbox.ts";
import { listMailboxes, removeMailbox } from "../../desk/mailboxes/list-mailboxes.ts";
import type { ListedMailbox } from "../../desk/mailboxes/list-mailboxes.ts";
import type { Plazo } from "../../desk/plazo.ts";
import { mailboxCliWords } from "../../words/cli/mailbox.ts";
import { cliWords } from "../../words/cli/words.ts";
import { readArguments } from "../arguments.ts";
import { configOf } from "../asked.ts";
import type { Invocation, Run } from "../commands.ts";
import type { Config } from "../config.ts";
import { mailNetwork } from "../mail-network.ts";
import { mailboxOptions, readMailboxSecret, wishFrom } from "./mailbox-options.ts";
import type { MailboxValues } from "./mailbox-options.ts";
import { onDeskOf } from "./on-plazo.ts";

/** `plazo mailbox add --desk D --address A --host H --user U …`: the password comes by standard input or a file. */
export const runMailboxAdd: Run = async (invocation) => {
  const asked = ask(invocation, { named: false });
  if (typeof asked === "number") return asked;
  const { io, language, cwd } = invocation;
  const say = mailboxCliWords(language);
  const isSmtp = asked.values["smtp"] === true;
  const first = wishFrom(asked.values, null);
  if ("missing" in first) return (io.err(cliWords(language).missingArgument(first.missing)), 2);
  if ("wrong" in first) return (io.err(cliWords(language).wrongOption(first.wrong)), 2);
  if (!isSmtp && asked.values["secret-file"] === undefined) io.err(say.password);
  const secret = isSmtp ? null : await readMailboxSecret(asked.values, cwd);
  if (secret !== null && "unreadable" in secret) return (io.err(say.noFile(secret.unreadable)), 2);
  if (!isSmtp && secret === null) return (io.err(say.noSecret), 2);
  const read = wishFrom(asked.values, secret);
  if (!("wish" in read)) return 2;
  return onDeskOf(invocation, asked, async (plazo) => {
    const by = { wish: read.wish, by: "plazo mailbox add" };
    const added = await addMailbox(plazo, asked.desk, by);
    if (isRefusal(added)) return added;
    io.out((isSmtp ? say.opened : say.added)(added.address, added.id));
    return 0;
  });
};

/** `plazo mailbox list --desk D [--json]`: every mailbox of a desk and how it goes. */
export const runMailboxList: Run = async (invocation) => {
  const asked = ask(invocation, { named: false });
  if (typeof asked === "number") return asked;
  const { io, language } = invocation;
  const say = mailboxCliWords(language);
  return onDeskOf(invocation, asked, async (plazo) => {
    const all = await listMailboxes(plazo, asked.desk);
    if (all.length === 0) io.out(say.none);
    for (const one of all) for (const line of linesOf(one, say)) io.out(line);
    return all.some(({ alarmed }) => alarmed !== null) ? 1 : 0;
  });
};

/** `plazo mailbox test --desk D ADDRESS`: signs in with what is kept and looks into the folder. */
export const runMailboxTest: Run = async (invocation) => {
  const asked = ask(invocation, { named: true });
  if (typeof asked === "number") return asked;
  const { io, language } = invocation;
  const say = mailboxCliWords(language);
  return onDeskOf(invocation, asked, async (plazo) => {
    const found = await named(plazo, asked);
    if (found === undefined) return (io.err(say.unknown(asked.name)), 1);
    const { id, connection } = found;
    if (connection === null) return (io.out(say.bySmtp), 0);
    const trial = { id, connection: { ...connection, secret: null } };
    const network = mailNetwork(asked.config.mailIn);
    const tried = await tryMailbox(plazo, asked.desk, { trial, network });
    if (isRefusal(tried)) return tried satisfies Refusal;
    if ("trouble" in tried) return (io.err(say.trouble(tried)), 1);
    io.out(say.works(tried.messages));
    return 0;
  });
};

/** `plazo mailbox remove --desk D ADDRESS`. */
export const runMailboxRemove: Run = async (invocation) => {
  const asked = ask(invocation, { named: true });
  if (typeof asked === "number") return asked;
  const { io, language } = invocation;
  const say = mailboxCliWords(language);
  return onDeskOf(invocation, asked, async (plazo) => {
    const found = await named(plazo, asked);
    if (found === undefined) return (io.err(say.unknown(asked.name)), 1);
    await removeMailbox(plazo, asked.desk, found.id);
    io.out(say.removed(found.address));
    return 0;
  });
};

interface Asked {
  readonly desk: string;
  /** The mailbox's address or id. */
  readonly name: string;
  readonly values: MailboxValues;
  readonly config: Config;
}

function ask(
  invocation: Invocation,
  { named: isNamed }: { readonly named: boolean },
): Asked | number {
  const { args, io, language } = invocation;
  const say = cliWords(language);
  const read = readArguments(args, mailboxOptions);
  if ("wrong" in read) return (io.err(say.wrongOption(read.wrong)), 2);
  const [name, extra] = read.positionals;
  const { desk } = read.values;
  if (typeof desk !== "string") return (io.err(say.missingArgument("--desk")), 2);
  if (isNamed && name === undefined) return (io.err(say.missingArgument("ADDRESS")), 2);
  const unasked = isNamed ? extra : name;
  if (unasked !== undefined) return (io.err(say.wrongOption(unasked)), 2);
  const config = configOf(invocation);
  if (config === null) return 2;
  return { desk, name: name ?? "", values: read.values, config };
}

async function named(
  plazo: Plazo,
  { desk, name }: Pick<Asked, "desk" | "name">,
): Promise<ListedMailbox | undefined> {
  const all = await listMailboxes(plazo, desk);
  return all.find(({ id, address }) => id === name || address === name.toLowerCase());
}

function linesOf(one: ListedMailbox, say: ReturnType<typeof mailboxCliWords>): string[] {
  const { address, connection, form, lastSuccess, lastError, errorDetail, alarmed, aside } = one;
  const mark = alarmed === null ? (lastError === null ? "✓" : "·") : "✗";
  const how =
    connection === null
      ? say.bySmtp
      : `${connection.username}@${connection.host}:${connection.port} ${connection.folder}`;
  const read = lastSuccess === null ? null : new Date(lastSuccess).toISOString();
  const parts = [address, how, ...(form === null ? [] : [form])];
  if (connection !== null) parts.push(say.lastRead(read));
  if (aside > 0) parts.push(say.aside(aside));
  const trouble = mailboxTroubles.find((code) => code === lastError);
  const why = trouble === undefined ? [] : [`  ${say.trouble({ trouble, detail: errorDetail })}`];
  return [`${mark} ${parts.join(" · ")}`, ...why];
}
