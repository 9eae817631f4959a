import { isRefusal } from "../../core/refusal.ts";
import { inLanguage } from "../../core/policy/text.ts";
import { enqueue } from "../../store/outbox.ts";
import type { ArrivedMail } from "../../store/received-mail.ts";
import { frameWords } from "../../words/mail/frame-words.ts";
import { receivedWords } from "../../words/mail/received.ts";
import { keptOf, newMessageId } from "../mail/compose.ts";
import { policyHint } from "../policies/current-policy.ts";
import type { Inside } from "../tickets/file-inside.ts";
import { mayAnswer } from "./answered-by-itself.ts";
import type { Plan } from "./plan.ts";

/** The key of the mail that sends another back, by the other's id. */
export function returnKey(mail: string): string {
  return `returned/${mail}`;
}

/** The id of the mail that was sent back by the mail with this key; null: it is no such mail's. */
export function returnedBy(key: string): string | null {
  return key.startsWith("returned/") ? key.slice("returned/".length) : null;
}

/**
 * Asks for a subject that says what it is about (RD-4), in words that are the desk's alone: nothing of
 * what was written goes back, for anybody can write another's address.
 */
export async function sendBack(
  inside: Inside,
  {
    mail,
    plan,
  }: { readonly mail: ArrivedMail; readonly plan: Extract<Plan, { readonly do: "return" }> },
): Promise<void> {
  const { plazo, tx, desk } = inside;
  const { to, language, names } = plan;
  if (!(await mayAnswer(inside, to))) return;
  const hint = await policyHint(plazo, desk);
  if (isRefusal(hint)) return;
  const name = inLanguage(hint.policy.desk.name, language);
  const frame = frameWords(language, hint.policy.desk.terms);
  const words = receivedWords(language);
  const content = {
    language,
    subject: words.returnedSubject(name),
    body: words.returnedBody(names),
    open: words.returnedOpen,
    facts: [],
    desk: name,
    footer: frame.automatic(name),
  };
  const at = tx.began;
  const messageId = newMessageId(plazo);
  await enqueue(
    tx,
    { number: null, folio: null, at },
    {
      key: returnKey(mail.id),
      moment: "returned",
      state: "pending",
      recipient: to,
      subject: content.subject,
      payload: {
        content: keptOf(content),
        link: `${plazo.settings.url}/d/${desk}`,
        language,
        automatic: true,
        references: mail.messageId === null ? [] : [mail.messageId],
        clock: null,
      },
      messageId,
      due: at,
    },
  );
}
