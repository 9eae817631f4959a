import { inLanguage } from "../../core/policy/text.ts";
import { enqueue } from "../../store/outbox.ts";
import { policyNumberInForce } from "../../store/policy-versions.ts";
import type { MembershipRow } from "../../store/staff/memberships.ts";
import type { Transaction } from "../../store/transaction.ts";
import { staffChangeWords } from "../../words/mail/staff-change-words.ts";
import type { StaffNotice } from "../../words/mail/staff-change-words.ts";
import { linkPlace } from "../../words/mail/fill.ts";
import { newMessageId } from "../mail/compose.ts";
import type { Plazo } from "../plazo.ts";
import { boundPolicy } from "../policies/bound-policy.ts";

/** Who acts where it is nobody of a desk: whoever runs the installation, from the terminal. */
export const installation = "plazo staff";

/**
 * Tells somebody of the desk by mail what was done to their access, in the same transaction: in Spanish
 * and in English, for nobody has said which of them they read and it concerns who gets in as them.
 */
export async function tellMember(
  plazo: Plazo,
  tx: Transaction,
  {
    notice,
    member,
    by,
  }: {
    readonly notice: StaffNotice;
    readonly member: MembershipRow;
    readonly by: { readonly id: string; readonly name: string };
  },
): Promise<void> {
  const number = await policyNumberInForce(tx);
  if (number === undefined) throw new Error(`desk ${member.desk} has no policy`);
  const bound = await boundPolicy(plazo, tx, number);
  const said = (["es", "en"] as const).map((language) => {
    const words = staffChangeWords[language];
    const desk = inLanguage(bound.policy.policy.desk.name, language);
    const who = by.id === installation ? words.installation : by.name;
    const { subject, body } = words.notices[notice];
    const footer = words.footer(desk);
    return { subject: subject(desk), body: body(who, desk), open: words.open, footer, desk };
  });
  const both = (of: "subject" | "body" | "open" | "footer", between: string): string =>
    said.map((one) => one[of]).join(between);
  const subject = both("subject", " / ");
  const place = notice === "removed" ? "" : `\n\n${linkPlace}`;
  const messageId = newMessageId(plazo);
  const content = {
    body: `${both("body", "\n\n")}${place}`,
    open: both("open", " / "),
    facts: [],
    desk: said[0]?.desk ?? "",
    footer: both("footer", " "),
  };
  await enqueue(
    tx,
    { number: null, folio: null, at: tx.began },
    {
      key: `${notice}/${messageId}`,
      moment: notice,
      state: "pending",
      recipient: member.email,
      subject,
      payload: {
        content,
        link: `${plazo.settings.url}/app/seguridad`,
        language: "es",
        automatic: true,
        references: [],
        clock: null,
      },
      messageId,
      due: tx.began,
    },
  );
}
