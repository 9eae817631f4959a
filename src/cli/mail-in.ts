import { readFile } from "node:fs/promises";
import { promises as dns } from "node:dns";
import type { Resolver } from "../channels/email/in/facts.ts";
import { startReceiver } from "../channels/email/smtp/receive.ts";
import type { Arriving } from "../channels/email/take-in.ts";
import { isRefusal } from "../core/refusal.ts";
import type { Refusal } from "../core/refusal.ts";
import { startFetching } from "../jobs/fetch-mail.ts";
import type { Worker } from "../jobs/worker.ts";
import { mailNetwork } from "./mail-network.ts";
import type { Standing } from "./serve.ts";

const resolver: Resolver = (name, type) => dns.resolve(name, type) as Promise<string[]>;

/**
 * Starts the ways in for mail: the loops that fetch, and the SMTP receiver where it is set. Refuses
 * what listening refuses.
 */
export async function startMailIn({ ready, composed, log }: Standing): Promise<Worker | Refusal> {
  const { plazo } = composed;
  const { mailIn, url } = ready.config;
  const desks = ready.packs.map(({ policy }) => policy.desk.id);
  // What reads mail is loaded when the first mail comes.
  const takeIn = async (arriving: Arriving) => {
    const { takeInMail } = await import("../channels/email/take-in.ts");
    return takeInMail(plazo, arriving, { resolver });
  };
  const { smtp } = mailIn;
  const receiver =
    smtp === null
      ? null
      : await startReceiver({
          ...{ plazo, takeIn, desks },
          host: smtp.host,
          port: smtp.port,
          name: new URL(url).hostname,
          tls:
            smtp.tls === null
              ? null
              : { cert: await readFile(smtp.tls.cert), key: await readFile(smtp.tls.key) },
          onFault: (fault) => log.error({ err: fault }, "mail not stored"),
        });
  if (isRefusal(receiver)) return receiver;
  const fetching = startFetching(plazo, {
    ...{ takeIn, desks },
    network: mailNetwork(mailIn),
    onTrouble: ({ desk, id, fault }) => log.warn({ desk, mailbox: id, err: fault }, "mailbox"),
    onFault: (fault) => log.error({ err: fault }, "mail fetching"),
  });
  return {
    async stop() {
      await Promise.all([fetching.stop(), receiver?.stop()]);
    },
  };
}
