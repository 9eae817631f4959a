import { satAddress } from "../channels/sat/address.ts";
import { resolve } from "node:path";
import { z } from "zod";
import type { SettingCode } from "../words/cli/cli-words.ts";
import { isDomain } from "../channels/email/dkim/names.ts";
import { arePrivateHosts } from "../channels/private-network.ts";
import { readMailIn } from "./mail-in-config.ts";
import type { MailInConfig } from "./mail-in-config.ts";
import type { SignOnSettings } from "../http/staff/sign-on.ts";
import { stopSignal } from "./stop.ts";

/** Everything that can be set from outside, by environment variable. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** The address that clients and mails use, without a slash at its end. */
  readonly url: string;
  readonly dataFolder: string;
  readonly databaseUrl: string | null;
  readonly smtpUrl: string | null;
  /** Sender of the desk's mail where a pack names none. */
  readonly mailFrom: string;
  /** Domains besides the sender's from which mail may be sent. */
  readonly mailDomains: readonly string[];
  readonly mailIn: MailInConfig;
  /** Hosts in private networks to which webhooks may go: none but for development. */
  readonly webhookHosts: readonly string[];
  /** Where the SAT is asked for the status of an invoice; none: nowhere. */
  readonly satStatus: string | null;
  readonly role: "all" | "web" | "worker";
  /** Desks to serve; none: those of all packs. */
  readonly desks: readonly string[] | null;
  readonly logLevel: "silent" | "error" | "warn" | "info" | "debug";
  /** 64 hexadecimal digits that several machines share; none: a file in the data folder. */
  readonly secret: string | null;
  /** Opens `/metrics` to whoever bears it, from anywhere. */
  readonly metricsToken: string | null;
  /** Whether roles that approve or administer must have a second proof; `optional` is for trials. */
  readonly secondFactor: "required" | "optional";
  /** How staff sign in with the account of their company; none: they do not. */
  readonly signOn: SignOnSettings | null;
  /** Folder of the packs. */
  readonly policies: string;
}

/** A setting that cannot be used: the variable and what is wrong with it. */
export interface SettingProblem {
  readonly setting: string;
  readonly code: SettingCode;
  readonly value: string;
}

/** The process and machine around a command. */
export interface Surroundings {
  readonly environment: Environment;
  readonly cwd: string;
  readonly pid: number;
  /** The version of the runtime. */
  readonly version: string;
  /** Settles when the process should stop: a signal, or the launcher's death. */
  readonly stopped: Promise<void>;
}

/** Reads what surrounds this process; nothing else of the program does. */
export function readSurroundings(): Surroundings {
  // The launcher's channel tells of its death, and must not keep a short command from ending.
  process.channel?.unref();
  return {
    environment: process.env,
    cwd: process.cwd(),
    pid: process.pid,
    version: process.versions.node,
    stopped: stopSignal(process),
  };
}

/** The environment as strings; `process.env` in life, a plain object in tests. */
export type Environment = Readonly<Record<string, string | undefined>>;

const webAddress = z.url({ protocol: /^https?$/u });
const databaseAddress = z.url({ protocol: /^postgres(ql)?$/u });
const mailAddress = z.url({ protocol: /^smtps?$/u });

/**
 * Reads the settings. `root` is the project's folder, against which the default folders stand;
 * relative paths that somebody sets count from `cwd`. Gives every problem at once.
 */
export function readConfig(
  environment: Environment,
  root: string,
  cwd: string,
): { readonly config: Config } | { readonly problems: readonly SettingProblem[] } {
  const problems: SettingProblem[] = [];
  const value = (setting: string): string | null => {
    const given = environment[setting]?.trim();
    return given === undefined || given === "" ? null : given;
  };
  const checked = <T>(
    setting: string,
    code: SettingProblem["code"],
    parse: (text: string) => T | null,
  ): T | null => {
    const given = value(setting);
    if (given === null) return null;
    const parsed = parse(given);
    if (parsed === null)
      problems.push({ setting, code, value: hidden.test(setting) ? "…" : given });
    return parsed;
  };
  const wrong = (setting: string, code: SettingProblem["code"]): void =>
    void problems.push({ setting, code, value: "" });
  const address = (schema: z.ZodType<string>) => (text: string) =>
    schema.safeParse(text).success ? text : null;

  const port = checked("PORT", "not-a-port", parsePort) ?? 3000;
  const host = value("PLAZO_HOST") ?? "127.0.0.1";
  const url = checked("PLAZO_URL", "not-a-site", parseSite);
  const config: Config = {
    port,
    host,
    url: (url ?? `http://localhost:${port}`).replace(/\/+$/u, ""),
    dataFolder: resolve(cwd, value("PLAZO_DATA") ?? resolve(root, ".plazo")),
    databaseUrl: checked("DATABASE_URL", "not-an-address", address(databaseAddress)),
    smtpUrl: checked("SMTP_URL", "not-an-address", address(mailAddress)),
    mailFrom:
      checked("PLAZO_MAIL_FROM", "not-a-mailbox", address(z.email())) ?? "ayuda@plazo.example.com",
    mailDomains: checked("PLAZO_MAIL_DOMAINS", "not-domains", parseDomains) ?? [],
    mailIn: readMailIn({ value, checked, wrong }, { host, cwd }),
    webhookHosts: checked("PLAZO_WEBHOOK_PRIVATE_HOSTS", "not-hosts", parseHosts) ?? [],
    satStatus: checked("PLAZO_SAT_STATUS", "not-an-address", satIn(address(webAddress))),
    role: checked("PLAZO_ROLE", "not-a-role", oneOf(["all", "web", "worker"])) ?? "all",
    desks: checked("PLAZO_DESKS", "not-a-list", parseDesks),
    logLevel:
      checked("PLAZO_LOG", "not-a-level", oneOf(["silent", "error", "warn", "info", "debug"])) ??
      "warn",
    secret: checked("PLAZO_SECRET", "not-a-secret", matching(/^[0-9a-f]{64}$/u)),
    metricsToken: checked("PLAZO_METRICS_TOKEN", "not-a-secret", matching(/^\S{16,}$/u)),
    secondFactor:
      checked("PLAZO_SECOND_FACTOR", "not-a-second-factor", oneOf(["required", "optional"])) ??
      "required",
    signOn: readSignOn({ value, checked, problems }),
    policies: resolve(cwd, value("PLAZO_POLICIES") ?? resolve(root, "policies")),
  };
  if (config.role === "worker" && value("DATABASE_URL") === null)
    problems.push({ setting: "PLAZO_ROLE", code: "worker-without-database", value: "worker" });
  return problems.length > 0 ? { problems } : { config };
}

/** `sat` is the SAT's own service; else the address of one that answers alike. */
const satIn = (address: (text: string) => string | null) => (text: string) =>
  text === "sat" ? satAddress : address(text);

interface Reading {
  readonly value: (setting: string) => string | null;
  readonly checked: <T>(
    setting: string,
    code: SettingProblem["code"],
    parse: (text: string) => T | null,
  ) => T | null;
  readonly problems: SettingProblem[];
}

/** Single sign-on: the issuer's address and the client's id, or neither. Without TLS only on this machine. */
function readSignOn({ value, checked, problems }: Reading): SignOnSettings | null {
  const issuer = checked("PLAZO_OIDC_ISSUER", "not-an-issuer", parseIssuer);
  const clientId = value("PLAZO_OIDC_CLIENT_ID");
  const secondFactor =
    checked("PLAZO_OIDC_SECOND_FACTOR", "not-a-proof-of-sign-on", oneOf(["ask", "provider"])) ??
    "ask";
  const trust = checked("PLAZO_OIDC_TRUST_ADDRESSES", "not-yes-or-no", oneOf(["yes", "no"]));
  if (issuer === null) return null;
  if (clientId === null)
    problems.push({ setting: "PLAZO_OIDC_CLIENT_ID", code: "client-missing", value: "" });
  return {
    issuer,
    clientId: clientId ?? "",
    clientSecret: value("PLAZO_OIDC_CLIENT_SECRET"),
    label: value("PLAZO_OIDC_LABEL") ?? new URL(issuer).hostname,
    secondFactor,
    trustAddresses: trust === "yes",
  };
}

/** An address to which paths can be added: a link that stands in a mail begins with it. */
function parseSite(text: string): string | null {
  if (!webAddress.safeParse(text).success) return null;
  const { search, hash, username } = new URL(text);
  return search === "" && hash === "" && username === "" && !/[?#]/u.test(text) ? text : null;
}

function parseIssuer(text: string): string | null {
  const url = webAddress.safeParse(text).success ? new URL(text) : null;
  const here = url !== null && ["localhost", "127.0.0.1", "[::1]"].includes(url.hostname);
  return url !== null && (url.protocol === "https:" || here) ? text : null;
}

/** Settings whose values are never repeated: they may hold a password. */
const hidden = /_URL$|SECRET|TOKEN/u;

function matching(pattern: RegExp): (text: string) => string | null {
  return (text) => (pattern.test(text) ? text : null);
}

function parsePort(text: string): number | null {
  const port = Number(text);
  return /^\d{1,5}$/u.test(text) && port <= 65_535 ? port : null;
}

function parseDomains(text: string): readonly string[] | null {
  const domains = text.split(",").map((domain) => domain.trim().toLowerCase());
  return domains.every((domain) => isDomain(domain)) ? domains : null;
}

function parseHosts(text: string): readonly string[] | null {
  const hosts = text.split(",").map((host) => host.trim().toLowerCase());
  return arePrivateHosts(hosts) ? hosts : null;
}

function parseDesks(text: string): readonly string[] | null {
  const desks = text.split(",").map((desk) => desk.trim());
  return desks.every((desk) => /^[a-z0-9][a-z0-9-]{0,62}$/u.test(desk)) ? desks : null;
}

function oneOf<const T extends string>(words: readonly T[]): (text: string) => T | null {
  return (text) => words.find((word) => word === text) ?? null;
}
