import type { Delivery, Mail, OutgoingMail } from "../../src/desk/effects.ts";

/** A mail server of the test's own: it keeps what it took, and answers as it is told. */
export interface TestMail extends Mail {
  readonly sent: OutgoingMail[];
  /** What the next mails are answered with; without any they are taken. */
  readonly answers: Delivery[];
}

/** An empty mailbox that takes everything. */
export function testMail(): TestMail {
  const sent: OutgoingMail[] = [];
  const answers: Delivery[] = [];
  return {
    sent,
    answers,
    send: (mail) => {
      const answer = answers.shift() ?? { delivery: "sent", response: "250 taken" };
      if (answer.delivery === "sent") sent.push(mail);
      return Promise.resolve(answer);
    },
    close: () => Promise.resolve(),
  };
}

/** What a mail tells, in a line: what stands above its words where it bears the subject of its thread. */
export function newsOf({ subject, text }: Pick<OutgoingMail, "subject" | "text">): string {
  return subject.startsWith("Re: ") ? (text.split("\n")[0] ?? "") : subject;
}
