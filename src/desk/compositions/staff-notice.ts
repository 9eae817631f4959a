import { inLanguage } from "../../core/policy/text.ts";
import type { Ticket } from "../../core/ticket/ticket.ts";
import type { Instant } from "../../core/time/instant.ts";
import { enqueue } from "../../store/outbox.ts";
import { cleaned } from "../../words/mail/fill.ts";
import { frameWords } from "../../words/mail/frame-words.ts";
import { noteWords } from "../../words/mail/note-words.ts";
import { workspaceAddress } from "../follow.ts";
import { keptOf, newMessageId, threadOf } from "../mail/compose.ts";
import { boundPolicy } from "../policies/bound-policy.ts";
import type { Inside } from "../tickets/file-inside.ts";

/** What a member of the desk is told of a ticket. */
export interface StaffNotice {
  readonly moment: "mentioned" | "not-left";
  readonly number: number;
  readonly ticket: Ticket;
  /** Who is told, by id. */
  readonly to: string;
  readonly by: string;
  readonly text: string;
  /** The same is told once. */
  readonly key: string;
  readonly now: Instant;
}

/** Tells a member of the desk by mail, through the outbox, in the transaction under way. */
export async function tellStaff(inside: Inside, notice: StaffNotice): Promise<void> {
  const { plazo, tx, desk } = inside;
  const { moment, number, ticket, to, by, text, key, now } = notice;
  const { policy } = (await boundPolicy(plazo, tx, { number: ticket.policy })).policy;
  const language = "es" as const;
  const words = noteWords(moment, language);
  const { folio } = ticket;
  const said = {
    ...{ folio, by: cleaned(by) },
    subject: cleaned(ticket.subject),
    text: cleaned(text).slice(0, 4_000),
  };
  const name = inLanguage(policy.desk.name, language);
  const subject = words.subject(said).replace(/\s+/gu, " ").slice(0, 200);
  const content = {
    ...{ subject, facts: [], desk: name, footer: name },
    language,
    body: words.body(said),
    open: frameWords(language).open,
  } as const;
  await enqueue(
    tx,
    { number, folio, at: now },
    {
      key: `staff/${moment}/${key}/${to}`,
      moment,
      state: "pending",
      recipient: `staff:${to}`,
      subject,
      payload: {
        content: keptOf(content),
        link: workspaceAddress(plazo, desk, folio),
        language,
        automatic: true,
        references: [threadOf(plazo, { desk, number })],
        clock: null,
      },
      messageId: newMessageId(plazo),
      due: now,
    },
  );
}
