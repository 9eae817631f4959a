import { answersOfMail, filesFieldOf, formForMail, MAIL } from "../../../core/intake/from-mail.ts";
import { refuse } from "../../../core/refusal.ts";
import type { Plazo } from "../../../desk/plazo.ts";
import type { MailWords, NewRequest } from "../../../desk/received/plan.ts";
import { readFiling } from "../../../desk/tickets/file-ticket.ts";
import type { Filing } from "../../../desk/tickets/file-ticket.ts";
import type { ReceivedMail } from "../../../store/received-mail.ts";
import { receivedWords } from "../../../words/mail/received.ts";
import { keepFiles } from "./keep-mail.ts";
import type { Arriving } from "../take-in.ts";
import { isAboutReturned, readReturned } from "./returned-words.ts";
import type { Kept } from "./plan-for.ts";

interface Requesting extends Kept {
  readonly words: MailWords;
  /** The mail that was sent back and that this one answers: its words are the request's. */
  readonly again: ReceivedMail | null;
  /** Whether a subject was sent back once already. */
  readonly isReturned: boolean;
}

/** A message as a new request on the form that its mailbox takes; what is wrong with it where it cannot be one. */
export async function requestOf(
  plazo: Plazo,
  arriving: Arriving,
  requesting: Requesting,
): Promise<NewRequest> {
  const { desk, mailbox, origin } = arriving;
  const { read, kept, words, again, isReturned } = requesting;
  const { policy, reading } = read;
  const form = formForMail(policy, mailbox.form);
  const before =
    again === null ? nothingBefore : await beforeIt(plazo, arriving, { ...requesting, again });
  const text = [words.text, before.text].filter((one) => one !== "").join("\n\n");
  const subject = subjectOf(reading.subject, { again, policy });
  const sender = words.sender;
  const field = form === null ? null : filesFieldOf(form);
  const filing: Filing = {
    form: form?.id ?? "",
    channel: MAIL,
    fields: form === null ? {} : answersOfMail(form, policy, { subject, text, sender }),
    uploads: [...kept.uploads, ...before.uploads].map(({ id }) => ({
      id,
      field: field?.id ?? "adjuntos",
    })),
    language: words.language,
    portal: null,
    // A server of many brings many: only the address itself is counted.
    source: `mail ${origin.by} ${sender.address.toLowerCase()}`,
    submission: kept.session,
    ...(read.received === null ? {} : { received: read.received }),
    mail: { subject },
    tries: isReturned ? Number.MAX_SAFE_INTEGER : 0,
  };
  if (form === null) {
    const refusal =
      mailbox.form === null
        ? refuse("channel-unknown", { field: "channel", facts: { channel: MAIL } })
        : refuse("form-unknown", { field: "form", facts: { form: mailbox.form } });
    return { filing, hinted: [refusal] };
  }
  return { filing, hinted: await readFiling(plazo, desk, filing) };
}

const nothingBefore: Before = { text: "", uploads: [] };

interface Before {
  readonly text: string;
  readonly uploads: Kept["kept"]["uploads"];
}

/** The words and files of the mail that was sent back, which need not be sent again. */
async function beforeIt(
  plazo: Plazo,
  { desk, mailbox }: Arriving,
  { read, kept, words, again }: Requesting & { readonly again: ReceivedMail },
): Promise<Before> {
  const reading = await readReturned(plazo, again);
  const { session } = kept;
  const files = await keepFiles(plazo, desk, { read: { ...read, reading }, mailbox, session });
  const names = files.leftOut.map(({ name }) => name);
  const said = names.length === 0 ? [] : [receivedWords(words.language).leftOut(names)];
  return { text: [reading.text, ...said].join("\n\n"), uploads: files.uploads };
}

/** The subject without the marks of an answer; one that only answers ours is that of the mail sent back. */
function subjectOf(
  written: string,
  {
    again,
    policy,
  }: { readonly again: ReceivedMail | null; readonly policy: Kept["read"]["policy"] },
): string {
  const bare = written.replace(/^(?:\s*(?:re|rv|fw|fwd|aw|tr)\s*:\s*)+/iu, "").trim();
  const isOurs = again !== null && isAboutReturned(bare, policy);
  return (isOurs ? again.subject : bare).toWellFormed().replaceAll("\u0000", "");
}
