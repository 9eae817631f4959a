import { filledField } from "./filled-field.ts";
import { bruno, ximena } from "./desk.ts";
import type { TestDesk } from "./desk.ts";
import { isRefusal } from "../../src/core/refusal.ts";
import type { Policy } from "../../src/core/policy/policy.ts";
import type { Telling } from "../../src/core/ticket/telling.ts";
import { composeMails } from "../../src/desk/mail/compose.ts";
import { ownMail } from "../../src/desk/mail/own-mail.ts";
import { tellUndelivered } from "../../src/desk/outgoing/tell-undelivered.ts";
import { boundPolicy } from "../../src/desk/policies/bound-policy.ts";
import { assign } from "../../src/desk/tickets/assign.ts";
import { fileTicket } from "../../src/desk/tickets/file-ticket.ts";
import type { Filed } from "../../src/desk/tickets/file-ticket.ts";
import { followTracker } from "../../src/desk/tracker/follow-tracker.ts";
import { enqueue, readMessage } from "../../src/store/outbox.ts";
import { readTicket } from "../../src/store/tickets.ts";
import { eventsAfter } from "../../src/store/timeline.ts";
import { inDesk } from "../../src/store/transaction.ts";

/** A ticket by whichever form of the desk takes what a client writes there. */
export async function fileAnyhow(test: TestDesk, address: string): Promise<Filed> {
  const refused: unknown[] = [];
  for (const form of test.policy.forms) {
    const fields = Object.fromEntries(
      form.fields.flatMap((field) => {
        const value = filledField(field, address)?.slice(0, field.maxLength) ?? null;
        return value === null ? [] : [[field.id, value]];
      }),
    );
    const filed = await fileTicket(test.plazo, test.desk, {
      form: form.id,
      channel: form.on[0] ?? "form",
      fields,
      uploads: [],
      language: "es",
      portal: "compras.example.com",
      source: "192.0.2.77",
      submission: `every-mail-of-${test.desk}-${form.id}`,
    });
    if ("folio" in filed) return filed;
    refused.push(filed);
  }
  throw new Error(`no form of ${test.desk} takes a request: ${JSON.stringify(refused)}`);
}

/**
 * Lets everything leave that the desk can mail about one ticket, once each: every message of its
 * manual at every moment that tells it, every notice to its people, the link, the code, that it ended, a digest, and
 * that a mail did not arrive. Gives the moments in their order.
 */
export async function mailEverything(test: TestDesk, { folio }: Filed): Promise<readonly string[]> {
  const { plazo, desk, policy } = test;
  test.staff.set(bruno.id, { name: "Bruno", address: "bruno@plazo.example.com", language: "es" });
  const place = { desk, folio };
  const assigned = await assign(plazo, place, {
    by: ximena,
    to: { id: bruno.id, name: bruno.name },
  });
  if (isRefusal(assigned)) throw new Error(assigned.refused);
  await test.work();
  const moments = await inDesk(plazo.db, desk, async (tx) => {
    const found = await readTicket(tx, folio);
    if (found === undefined) throw new Error("it was filed");
    const { number, ticket } = found;
    const binding = await boundPolicy(plazo, tx, { number: ticket.policy });
    const events = await eventsAfter(tx, number, 0);
    const now = await tx.now(ticket.lastRecorded);
    const occasion = {
      desk,
      number,
      ticket,
      binding,
      now,
      events,
      texts: new Map<string, string>(),
    };
    const tellings = tellingsOf(policy, now);
    const records = [
      ...composeMails(plazo, tellings, occasion),
      ...(["link", "code", "ended"] as const).map((moment) =>
        ownMail(plazo, moment, {
          desk,
          number,
          ticket,
          binding,
          address: ticket.requester.address ?? "",
          at: now,
        }),
      ),
    ];
    for (const record of records)
      await enqueue(tx, { number, folio, at: now }, { ...record, due: now });
    // The first of this ticket's: others may have been written before it was filed.
    const first = await Promise.all([1, 2, 3].map((id) => readMessage(tx, id)));
    const mail = first.find((one) => one?.ticket === number);
    if (mail !== undefined)
      await tellUndelivered(plazo, tx, { desk, mail, why: "552 5.2.2 full", isOurs: true, now });
    return records.map(({ moment }) => moment);
  });
  await test.work();
  return moments;
}

/** Somebody follows the tracker from outside and is sent a digest, where the manual has one. */
export async function mailDigest(test: TestDesk, recipient: string): Promise<boolean> {
  if (test.policy.tracker?.digest === undefined || test.policy.tracker.digest === null)
    return false;
  const followed = await followTracker(test.plazo, test.desk, {
    recipient,
    name: "Seguidora",
    language: "es",
    portal: null,
    by: "desk",
  });
  return !isRefusal(followed);
}

/** Each message of the manual at each moment at which a rule or a clock tells it, and each notice to staff. */
function tellingsOf({ tell, clocks }: Policy, at: number): readonly Telling[] {
  const [first] = clocks;
  const clock = first === undefined ? null : { id: first.id, round: 1, deadline: at + 3_600_000 };
  const base = { seq: 1, at, rule: null, message: null, by: ["mail"], says: [], clock: null };
  const byRule = tell.map((rule, index): Telling => {
    const timed = rule.on === "warned-silence" ? clock : null;
    return {
      ...base,
      to: "client",
      moment: rule.on,
      rule: index,
      message: rule.message,
      clock: timed,
    };
  });
  const byClock = clocks.flatMap(({ then }) =>
    then.flatMap((does): Telling[] =>
      does.do === "tell"
        ? [{ ...base, to: "client", moment: "passed", message: does.message, clock }]
        : [],
    ),
  );
  const staff = (["warned", "breached", "call-due"] as const).map((moment): Telling => {
    return { ...base, to: "staff", moment, clock };
  });
  return [...byRule, ...byClock, ...staff];
}
