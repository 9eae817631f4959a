import { execFile, spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, chown, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { promisify } from "node:util";
import { freePort } from "./served.ts";

const run = promisify(execFile);

/** Whether Debian's Dovecot and Postfix are here, and may be run: they need root to become others. */
export const hasRealMail =
  existsSync("/usr/sbin/dovecot") && existsSync("/usr/sbin/postfix") && process.getuid?.() === 0;

/** Who owns the mail: the system's user for nobody. */
const nobody = { uid: 65_534, gid: 65_534 };

/** A Dovecot of the test's own, with one user, "mesa" with the password "clave". */
export interface Dovecot {
  readonly port: number;
  /** Its own folder: the mails of the user stand in `maildir`. */
  readonly maildir: string;
  /** Puts a message there as a delivery does. */
  deliver(raw: string): Promise<void>;
  stop(): Promise<void>;
}

/** Starts Dovecot in front on a port of its own, with folders of its own. */
export async function dovecot(): Promise<Dovecot> {
  const folder = await mkdtemp(join(tmpdir(), "plazo-dovecot-"));
  await chmod(folder, 0o755);
  const maildir = join(folder, "mail");
  for (const one of ["", "cur", "new", "tmp"]) await mkdir(join(maildir, one), { recursive: true });
  await owned(maildir);
  const port = await freePort();
  const config = join(folder, "dovecot.conf");
  await writeFile(config, dovecotConfig({ folder, maildir, port }));
  await writeFile(
    join(folder, "users"),
    `mesa:{PLAIN}clave:${nobody.uid}:${nobody.gid}::${maildir}::\n`,
  );
  const child = spawn("/usr/sbin/dovecot", ["-F", "-c", config], { stdio: "ignore" });
  await listening(port);
  let delivered = 0;
  return {
    port,
    maildir,
    async deliver(raw) {
      delivered += 1;
      const name = `${Date.now()}.${delivered}.prueba`;
      await writeFile(join(maildir, "tmp", name), raw);
      await chown(join(maildir, "tmp", name), nobody.uid, nobody.gid);
      await run("mv", [join(maildir, "tmp", name), join(maildir, "new", name)]);
    },
    async stop() {
      await ended(child);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function owned(maildir: string): Promise<void> {
  for (const one of ["", "cur", "new", "tmp"])
    await chown(join(maildir, one), nobody.uid, nobody.gid);
}

function dovecotConfig({
  folder,
  maildir,
  port,
}: {
  readonly folder: string;
  readonly maildir: string;
  readonly port: number;
}): string {
  return `base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/log
listen = 127.0.0.1
protocols = imap
ssl = no
disable_plaintext_auth = no
default_internal_user = nobody
default_login_user = nobody
default_internal_group = nogroup
first_valid_uid = 1000
mail_location = maildir:${maildir}
mailbox_idle_check_interval = 1s
passdb {
  driver = passwd-file
  args = scheme=PLAIN username_format=%u ${folder}/users
}
userdb {
  driver = passwd-file
  args = username_format=%u ${folder}/users
}
service imap-login {
  chroot =
  inet_listener imap {
    address = 127.0.0.1
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  chroot =
}
service stats {
  chroot =
}
namespace inbox {
  inbox = yes
  separator = /
}
`;
}

/** A Postfix of the test's own, that relays to a receiver and delivers to a maildir. */
export interface Postfix {
  readonly port: number;
  /** What waits in its queue, and why. */
  queue(): Promise<string>;
  /** Tries at once what waits. */
  flush(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts Postfix with a queue of its own: mail for `relayed` goes to a port of this machine. */
export async function postfix(relay: {
  readonly domain: string;
  readonly port: number;
  /** Mail for this address is delivered to a maildir. */
  readonly delivered: { readonly domain: string; readonly maildir: string };
}): Promise<Postfix> {
  const folder = await mkdtemp(join(tmpdir(), "plazo-postfix-"));
  await chmod(folder, 0o755);
  const { config, queue, data } = {
    config: join(folder, "etc"),
    queue: join(folder, "queue"),
    data: join(folder, "data"),
  };
  for (const one of [config, queue, data]) await mkdir(one);
  const port = await freePort();
  const uid = Number((await run("id", ["-u", "postfix"])).stdout);
  await chown(data, uid, 0);
  await writeFile(join(config, "main.cf"), postfixConfig({ folder, queue, data, relay }));
  await writeFile(join(config, "master.cf"), await ownServices(port));
  await run("/usr/sbin/postfix", ["-c", config, "start"]);
  await listening(port);
  return {
    port,
    queue: async () => (await run("/usr/sbin/postqueue", ["-c", config, "-p"])).stdout,
    async flush() {
      await run("/usr/sbin/postqueue", ["-c", config, "-f"]);
    },
    async stop() {
      await run("/usr/sbin/postfix", ["-c", config, "stop"]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function postfixConfig({
  folder,
  queue,
  data,
  relay,
}: {
  readonly folder: string;
  readonly queue: string;
  readonly data: string;
  readonly relay: Parameters<typeof postfix>[0];
}): string {
  const { domain, port, delivered } = relay;
  return `compatibility_level = 3.6
queue_directory = ${queue}
data_directory = ${data}
mail_owner = postfix
myhostname = mta.example.com
mydestination =
mynetworks = 127.0.0.0/8
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
maillog_file = ${folder}/mail.log
maillog_file_prefixes = ${tmpdir()}
alias_maps =
relay_domains = ${domain}
transport_maps = inline:{ ${domain}=smtp:[127.0.0.1]:${port} }
virtual_mailbox_domains = ${delivered.domain}
virtual_mailbox_base = /
virtual_mailbox_maps = static:${delivered.maildir.slice(1)}/
virtual_uid_maps = static:${nobody.uid}
virtual_gid_maps = static:${nobody.gid}
virtual_minimum_uid = 1000
minimal_backoff_time = 1s
maximal_backoff_time = 2s
queue_run_delay = 1s
smtp_tls_security_level = may
import_environment = MAIL_CONFIG MAIL_LOGTAG TZ LANG=C
`;
}

/** The system's services with nothing in a changed root, and one door on a port of the test's own. */
async function ownServices(port: number): Promise<string> {
  const usual = await readFile("/usr/share/postfix/master.cf.dist", "utf8").catch(() =>
    readFile("/etc/postfix/master.cf", "utf8"),
  );
  const lines = usual.split("\n").filter((line) => !line.startsWith("#"));
  const own = lines.map((line) => {
    const fields = line.split(/\s+/u);
    if (fields.length < 8 || line.startsWith(" ") || line.startsWith("\t")) return line;
    fields[4] = "n";
    if (fields[0] === "smtp" && fields[1] === "inet") fields[0] = `127.0.0.1:${port}`;
    return fields.join(" ");
  });
  const text = own.join("\n");
  return text.includes("postlogd") ? text : `${text}\npostlog unix-dgram n - n - 1 postlogd\n`;
}

async function listening(port: number): Promise<void> {
  const end = performance.now() + 60_000;
  for (;;) {
    const open = await new Promise<boolean>((answer) => {
      const socket = connect(port, "127.0.0.1");
      socket.once("connect", () => answer((socket.destroy(), true)));
      socket.once("error", () => answer(false));
    });
    if (open) return;
    if (performance.now() > end) throw new Error(`nothing listens on ${port}`);
    await new Promise((soon) => void setTimeout(soon, 50));
  }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const closed = new Promise<void>((done) => void child.once("close", () => done()));
  child.kill("SIGTERM");
  await closed;
}
