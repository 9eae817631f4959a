import { inLanguage } from "../../core/policy/text.ts";
import { enqueue } from "../../store/outbox.ts";
import { policyNumberInForce } from "../../store/policy-versions.ts";
import type { MembershipRow } from "../../store/staff/memberships.ts";
import type { Transaction } from "../../store/transaction.ts";
import { staffChangeWords } from "../../words/mail/staff-change-words.ts";
import type { StaffNotice } from "../../words/mail/staff-change-words.ts";
import { newMessageId } from "../mail/compose.ts";
import type { Plazo } from "../plazo.ts";
import { boundPolicy } from "../policies/bound-policy.ts";

/** Tells somebody of the desk by mail what was done to their access, in the same transaction. */
export async function tellMember(
  plazo: Plazo,
  tx: Transaction,
  {
    notice,
    member,
    by,
  }: { readonly notice: StaffNotice; readonly member: MembershipRow; readonly by: string },
): Promise<void> {
  const number = await policyNumberInForce(tx);
  if (number === undefined) throw new Error(`desk ${member.desk} has no policy`);
  const bound = await boundPolicy(plazo, tx, number);
  const language = "es";
  const words = staffChangeWords[language];
  const said = words.notices[notice];
  const desk = inLanguage(bound.policy.policy.desk.name, language);
  const messageId = newMessageId(plazo);
  const content = {
    body: said.body(by, desk),
    open: words.open,
    facts: [],
    desk,
    footer: words.footer(desk),
  };
  await enqueue(
    tx,
    { number: null, folio: null, at: tx.began },
    {
      key: `${notice}/${messageId}`,
      moment: notice,
      state: "pending",
      recipient: member.email,
      subject: said.subject(desk),
      payload: {
        content,
        link: `${plazo.settings.url}/app/seguridad`,
        language,
        automatic: true,
        references: [],
        clock: null,
      },
      messageId,
      due: tx.began,
    },
  );
}
