import { createHmac } from "node:crypto";
import { join } from "node:path";
import type { Logger } from "pino";
import { keyFolder } from "../channels/email/dkim/keys.ts";
import { signingIn } from "../channels/email/dkim/signing-in.ts";
import { keptMail, patience, smtpMail } from "../channels/email/send.ts";
import { isRefusal, refuse } from "../core/refusal.ts";
import type { Refusal } from "../core/refusal.ts";
import { emptyCaches } from "../desk/caches.ts";
import { refreshHosts } from "../desk/desks/hosts.ts";
import { diskFiles } from "../desk/files/disk-files.ts";
import { acknowledgementLimits } from "../desk/plazo.ts";
import type { Plazo } from "../desk/plazo.ts";
import { systemRandom } from "../desk/random.ts";
import { findMember } from "../desk/staff/members.ts";
import { lackOf, secondFactorOf } from "../desk/staff/second-factor.ts";
import { openStaffAuth } from "../http/staff/auth.ts";
import type { StaffAuth } from "../http/staff/auth.ts";
import { refusalOfFault } from "../store/embedded/refusals.ts";
import { leaveMark } from "../store/secret-mark.ts";
import { openIdentities } from "../store/staff/identities.ts";
import { settle } from "../store/settle.ts";
import type { Identities } from "../store/staff/identities.ts";
import type { Config } from "./config.ts";
import type { ReadyDatabase } from "./database.ts";
import { packPartsIn } from "./pack-parts.ts";
import { damagedSecret, markOf, readSecret } from "./secret.ts";
import { weekReport } from "./week-report.ts";

/** The program, wired: what acts on desks, and who signs in. */
export interface Composed {
  readonly plazo: Plazo;
  readonly auth: StaffAuth;
  close(): Promise<void>;
}

/** What stands in the data folder whichever the database is: the secret and the files. */
async function keepingOf(config: Config) {
  const damaged = await damagedSecret(config.dataFolder, config.secret);
  if (damaged !== null) return refuse("secret-damaged", { facts: { file: damaged } });
  const secret = await readSecret(config.dataFolder, config.secret);
  return { secret, files: await diskFiles(filesFolder(config)) };
}

/** Milliseconds between looks at the hosts of desks, which others give and take. */
const hostsEvery = 10_000;

/**
 * Wires the desk to its database, its files, its mail and its people. Refuses a secret that is not the
 * one which the database knows: the links of this process would open nothing, nor would it what the
 * others sealed; one that is damaged; and a data folder that cannot be written.
 */
export async function compose(
  config: Config,
  database: Pick<ReadyDatabase, "db" | "connection">,
  log: Logger,
): Promise<Composed | Refusal> {
  const kept = await settle(keepingOf(config));
  if ("fault" in kept) return refusalOfFault(kept.fault, config.dataFolder);
  if (isRefusal(kept.value)) return kept.value;
  const { secret, files } = kept.value;
  if (!(await leaveMark(database.connection, markOf(secret))))
    return refuse("secret-other", { facts: { from: secretFrom(config) } });
  const mail =
    config.smtpUrl === null
      ? keptMail
      : smtpMail(config.smtpUrl, patience, signingIn(keyFolder(config.dataFolder), secret));
  const plazo: Plazo = {
    db: database.db,
    effects: {
      mail,
      files,
      random: systemRandom,
      packParts: packPartsIn(config.policies),
      weekReport: (desk, wish) => weekReport(plazo, desk, wish),
      staffAddress: (desk, id) => addressOfStaff(plazo, desk, id),
    },
    settings: {
      secret,
      url: config.url,
      mailFrom: config.mailFrom,
      mailDomains: config.mailDomains,
      mailReplyTo: null,
      secondFactor: config.secondFactor,
      webhookHosts: config.webhookHosts,
      satStatus: config.satStatus,
      acknowledgements: acknowledgementLimits,
    },
    caches: emptyCaches(),
  };
  const identities: Identities = openIdentities(database.connection, {
    alone: database.db.alone,
    log: (line) => log.warn(line),
  });
  // One secret, one purpose: what signs cookies is derived from it and is not it.
  const cookieSecret = createHmac("sha256", secret).update("staff cookies").digest("base64url");
  const auth = openStaffAuth({
    pool: identities.pool,
    secret: cookieSecret,
    url: config.url,
    oneIsEnough: async (userId) => lackOf(await secondFactorOf(plazo, userId)) === "nothing",
  });
  const refreshing = await keepHosts(plazo, log);
  return {
    plazo,
    auth,
    async close() {
      clearInterval(refreshing);
      await mail.close();
      await identities.close();
    },
  };
}

async function addressOfStaff(
  plazo: Plazo,
  desk: string,
  id: string,
): ReturnType<Plazo["effects"]["staffAddress"]> {
  const member = await findMember(plazo, desk, id);
  if (member === undefined) return undefined;
  return { name: member.name, address: member.email, language: "es" };
}

/** Reads the hosts of desks, and again now and then; a look that fails is logged, and the next one comes. */
async function keepHosts(plazo: Plazo, log: Logger): Promise<NodeJS.Timeout> {
  await refreshHosts(plazo);
  const look = async (): Promise<void> => {
    const done = await settle(refreshHosts(plazo));
    if ("fault" in done) log.warn({ err: done.fault }, "hosts of desks");
  };
  return setInterval(() => void look(), hostsEvery).unref();
}

/** Where the secret of these settings comes from, as people name it. */
export function secretFrom({ secret, dataFolder }: Pick<Config, "secret" | "dataFolder">): string {
  return secret === null ? join(dataFolder, "secret.key") : "PLAZO_SECRET";
}

/** Where files stand beside the database. */
export function filesFolder({ dataFolder }: Pick<Config, "dataFolder">): string {
  return join(dataFolder, "files");
}
