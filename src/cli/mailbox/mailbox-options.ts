import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { MailboxSecret } from "../../desk/mailboxes/secret.ts";
import type { MailboxWish } from "../../desk/mailboxes/wish.ts";
import { settle } from "../../store/settle.ts";

/** Options of `plazo mailbox`. A password is never one: other users of the machine see what is written there. */
export const mailboxOptions = {
  desk: { type: "string" },
  address: { type: "string" },
  form: { type: "string" },
  host: { type: "string" },
  port: { type: "string" },
  tls: { type: "string" },
  user: { type: "string" },
  auth: { type: "string" },
  "client-id": { type: "string" },
  "token-url": { type: "string" },
  folder: { type: "string" },
  "move-to": { type: "string" },
  all: { type: "boolean" },
  smtp: { type: "boolean" },
  "secret-file": { type: "string" },
} as const;

export type MailboxValues = Readonly<Record<string, string | boolean | undefined>>;

const kindsOfTls = ["implicit", "starttls", "none"] as const;

/** A mailbox as the options say it; `wrong` or `missing` names the option that is. */
export function wishFrom(
  values: MailboxValues,
  secret: MailboxSecret | null,
): { readonly wish: MailboxWish } | { readonly wrong: string } | { readonly missing: string } {
  const text = (name: string): string | null => {
    const value = values[name];
    return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
  };
  const needed = values["smtp"] === true ? ["address"] : ["address", "host", "user"];
  const missing = needed.find((name) => text(name) === null);
  if (missing !== undefined) return { missing: `--${missing}` };
  const begins = values["all"] === true ? "all" : "now";
  const own = { address: text("address") ?? "", form: text("form"), begins } as const;
  if (values["smtp"] === true) return { wish: { ...own, connection: null } };
  const tls = kindsOfTls.find((kind) => kind === (text("tls") ?? "implicit"));
  if (tls === undefined) return { wrong: "--tls (implicit, starttls, none)" };
  const port = Number(text("port") ?? (tls === "implicit" ? 993 : 143));
  if (!Number.isInteger(port) || port < 1 || port > 65_535) return { wrong: "--port" };
  const auth = (["password", "xoauth2"] as const).find(
    (one) => one === (text("auth") ?? "password"),
  );
  if (auth === undefined) return { wrong: "--auth (password, xoauth2)" };
  const token = ["client-id", "token-url"].find((name) => text(name) === null);
  if (auth === "xoauth2" && token !== undefined) return { missing: `--${token}` };
  const moveTo = text("move-to");
  const connection = {
    host: (text("host") ?? "").toLowerCase(),
    ...{ port, tls, auth, moveTo, secret },
    username: text("user") ?? "",
    folder: text("folder") ?? "INBOX",
    after: moveTo === null ? ("seen" as const) : ("move" as const),
    clientId: text("client-id"),
    tokenUrl: text("token-url"),
  };
  return { wish: { ...own, connection } };
}

/**
 * What signs in, from a file or from standard input: the password as its first line; for XOAUTH2 the
 * refresh token, and on a second line the client's secret where the application has one.
 */
export async function readMailboxSecret(
  values: MailboxValues,
  cwd: string,
): Promise<MailboxSecret | { readonly unreadable: string } | null> {
  const file = values["secret-file"];
  const path = typeof file === "string" ? resolve(cwd, file) : "/dev/stdin";
  const read = await settle(readFile(path, "utf8"));
  if ("fault" in read) return { unreadable: path };
  const [first = "", second = ""] = read.value.split(/\r?\n/u);
  if (first === "") return null;
  if (values["auth"] !== "xoauth2") return { password: first };
  return { refreshToken: first.trim(), clientSecret: second.trim() || null };
}
