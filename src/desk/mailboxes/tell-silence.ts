import { inLanguage } from "../../core/policy/text.ts";
import { silentAfter } from "../../core/mailbox/trouble.ts";
import type { MailboxTroubleCode } from "../../core/mailbox/trouble.ts";
import type { Instant } from "../../core/time/instant.ts";
import { raiseMailboxAlarm, silentMailboxes } from "../../store/mailbox-state.ts";
import { readMailbox } from "../../store/mailboxes.ts";
import type { Mailbox } from "../../store/mailboxes.ts";
import { enqueue } from "../../store/outbox.ts";
import { policyNumberInForce } from "../../store/policy-versions.ts";
import { membersOf } from "../../store/staff/memberships.ts";
import type { OutboxRecord } from "../../store/ticket-records.ts";
import { acrossDesks, inDesk } from "../../store/transaction.ts";
import { sayInstant } from "../../words/dates.ts";
import { mailboxAlarmWords } from "../../words/mailboxes.ts";
import { newMessageId } from "../mail/compose.ts";
import type { Plazo } from "../plazo.ts";
import { boundPolicy } from "../policies/bound-policy.ts";

/**
 * Raises the alarm of every mailbox that was not read for a quarter of an hour: its state says so, and
 * each administrator of its desk is mailed, once for each silence. Gives the mailboxes.
 */
export async function tellSilence(
  plazo: Plazo,
): Promise<readonly { readonly desk: string; readonly id: string }[]> {
  const found = await acrossDesks(plazo.db, async (tx) =>
    silentMailboxes(tx, (await tx.now()) - silentAfter),
  );
  const told = [];
  for (const one of found) if (await tellOne(plazo, one)) told.push(one);
  return told;
}

function tellOne(
  plazo: Plazo,
  { desk, id }: { readonly desk: string; readonly id: string },
): Promise<boolean> {
  return inDesk(plazo.db, desk, async (tx) => {
    const at = await tx.now();
    if (!(await raiseMailboxAlarm(tx, id, { at, since: at - silentAfter }))) return false;
    const mailbox = await readMailbox(tx, id);
    const inForce = await policyNumberInForce(tx);
    if (mailbox === undefined || inForce === undefined) return false;
    const { policy } = (await boundPolicy(plazo, tx, inForce)).policy;
    const said = {
      desk,
      name: inLanguage(policy.desk.name, "es"),
      since: sayInstant(mailbox.lastSuccess ?? mailbox.watchedSince, {
        zone: policy.desk.zone,
        language: "es",
      }),
    };
    for (const { userId, role } of await membersOf(tx, desk)) {
      if (role !== "administrator") continue;
      const record = alarmMail(plazo, mailbox, { ...said, userId, at });
      await enqueue(tx, { number: null, folio: null, at }, record);
    }
    return true;
  });
}

interface Said {
  readonly desk: string;
  readonly name: string;
  readonly since: string;
  readonly userId: string;
  readonly at: Instant;
}

function alarmMail(plazo: Plazo, mailbox: Mailbox, said: Said): OutboxRecord {
  const words = mailboxAlarmWords.es;
  const why = mailbox.lastError as MailboxTroubleCode | null;
  return {
    key: `mailbox-alarm/${mailbox.id}/${said.at}/${said.userId}`,
    moment: "mailbox-alarm",
    state: "pending",
    recipient: `staff:${said.userId}`,
    subject: words.subject(mailbox.address),
    payload: {
      content: {
        body: words.body({ address: mailbox.address, since: said.since, why }),
        open: words.open,
        facts: [],
        desk: said.name,
        footer: said.name,
      },
      link: `${plazo.settings.url}/app/d/${said.desk}/buzones`,
      language: "es",
      automatic: true,
      references: [],
      clock: null,
    },
    messageId: newMessageId(plazo),
    due: said.at,
  };
}
