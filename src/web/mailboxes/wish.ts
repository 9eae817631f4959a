import type { Mailbox, MailboxWish } from "../../contract/mailboxes.ts";

type Connection = NonNullable<MailboxWish["connection"]>;

/** What is written in the boxes, as text. */
export interface Written {
  readonly address: string;
  readonly form: string;
  readonly by: "imap" | "smtp";
  readonly host: string;
  readonly port: string;
  readonly tls: Connection["tls"];
  readonly username: string;
  readonly auth: Connection["auth"];
  readonly password: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly refreshToken: string;
  readonly tokenUrl: string;
  readonly folder: string;
  readonly after: Connection["after"];
  readonly moveTo: string;
  readonly begins: MailboxWish["begins"];
}

/** The choice that stands for the desk's own form. */
export const ANY = "*";

const blank: Written = {
  address: "",
  form: ANY,
  by: "imap",
  host: "",
  port: "993",
  tls: "implicit",
  username: "",
  auth: "password",
  password: "",
  clientId: "",
  clientSecret: "",
  refreshToken: "",
  tokenUrl: "",
  folder: "INBOX",
  after: "seen",
  moveTo: "",
  begins: "now",
};

/** A mailbox as its boxes show it; a new one where there is none. What signs in is never shown. */
export function writtenOf(mailbox: Mailbox | null): Written {
  if (mailbox === null) return blank;
  const { address, form, begins, connection } = mailbox;
  const start = { ...blank, address, form: form ?? ANY, begins };
  if (connection === null) return { ...start, by: "smtp" };
  const { port, moveTo, clientId, tokenUrl, ...rest } = connection;
  return {
    ...start,
    ...rest,
    port: String(port),
    moveTo: moveTo ?? "",
    clientId: clientId ?? "",
    tokenUrl: tokenUrl ?? "",
  };
}

/** The port that goes with a kind of encryption, unless another was written. */
export function withTls(written: Written, tls: Written["tls"]): Written {
  const usual = { implicit: "993", starttls: "143", none: "143" } as const;
  return { ...written, tls, port: written.port === usual[written.tls] ? usual[tls] : written.port };
}

/** Boxes that must be filled in and are not; `isKept`: what signs in is stored already. */
export function missingIn(written: Written, isKept: boolean): readonly (keyof Written)[] {
  const needed: (keyof Written)[] = ["address"];
  if (written.by === "imap") {
    needed.push("host", "port", "username", "folder");
    if (written.after === "move") needed.push("moveTo");
    if (written.auth === "xoauth2") needed.push("clientId", "tokenUrl");
    if (!isKept) needed.push(written.auth === "password" ? "password" : "refreshToken");
  }
  return needed.filter((name) => written[name].trim() === "");
}

/** What is written as a wish. */
export function wishOf(written: Written): MailboxWish {
  const { address, form, by, begins } = written;
  return {
    address: address.trim(),
    form: form === ANY ? null : form,
    connection: by === "smtp" ? null : connectionOf(written),
    begins,
  };
}

/** What is written as a connection. */
export function connectionOf(written: Written): Connection {
  const { host, port, tls, username, auth, folder, after, moveTo, clientId, tokenUrl } = written;
  const isOAuth = auth === "xoauth2";
  return {
    host: host.trim().toLowerCase(),
    port: Number(port),
    ...{ tls, username: username.trim(), auth, folder: folder.trim(), after },
    moveTo: after === "move" ? moveTo.trim() : null,
    clientId: isOAuth ? clientId.trim() : null,
    tokenUrl: isOAuth ? tokenUrl.trim() : null,
    secret: secretOf(written),
  };
}

function secretOf({ auth, password, clientSecret, refreshToken }: Written): Connection["secret"] {
  if (auth === "password") return password === "" ? null : { password };
  const token = refreshToken.trim();
  return token === "" ? null : { clientSecret: clientSecret.trim() || null, refreshToken: token };
}
