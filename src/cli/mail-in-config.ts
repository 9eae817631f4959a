import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { arePrivateHosts } from "../channels/private-network.ts";
import type { PrivateHosts } from "../channels/private-network.ts";
import type { SettingCode } from "../words/cli/cli-words.ts";

/** How mail comes in. */
export interface MailInConfig {
  /** The SMTP receiver; null: none is started. */
  readonly smtp: {
    readonly host: string;
    readonly port: number;
    /** Files of a certificate with its chain and of its key, in PEM; null: STARTTLS is not offered. */
    readonly tls: { readonly cert: string; readonly key: string } | null;
  } | null;
  /** Mail servers in private networks that may be asked. */
  readonly privateHosts: PrivateHosts;
}

/** How a setting is read: as it stands, or checked. */
interface Read {
  readonly value: (setting: string) => string | null;
  readonly checked: <T>(
    setting: string,
    code: SettingCode,
    parse: (text: string) => T | null,
  ) => T | null;
  readonly wrong: (setting: string, code: SettingCode) => void;
}

/** Reads the settings of mail that comes in; relative paths count from `cwd`. */
export function readMailIn(
  { value, checked, wrong }: Read,
  { host, cwd }: { readonly host: string; readonly cwd: string },
): MailInConfig {
  const port = checked("PLAZO_SMTP_PORT", "not-a-port", (text) =>
    /^\d{1,5}$/u.test(text) && Number(text) <= 65_535 ? Number(text) : null,
  );
  const file = (text: string): string | null => {
    const path = resolve(cwd, text);
    return existsSync(path) ? path : null;
  };
  const cert = checked("PLAZO_SMTP_CERT", "not-a-file", file);
  const key = checked("PLAZO_SMTP_KEY", "not-a-file", file);
  if (value("PLAZO_SMTP_CERT") !== null && value("PLAZO_SMTP_KEY") === null)
    wrong("PLAZO_SMTP_KEY", "cert-without-key");
  if (value("PLAZO_SMTP_KEY") !== null && value("PLAZO_SMTP_CERT") === null)
    wrong("PLAZO_SMTP_CERT", "cert-without-key");
  const tls = cert === null || key === null ? null : { cert, key };
  const privateHosts = checked("PLAZO_MAIL_PRIVATE_HOSTS", "not-hosts", (text) => {
    const hosts = text.split(",").map((one) => one.trim().toLowerCase());
    return arePrivateHosts(hosts) ? hosts : null;
  });
  return {
    smtp: port === null ? null : { host: value("PLAZO_SMTP_HOST") ?? host, port, tls },
    privateHosts: privateHosts ?? [],
  };
}
