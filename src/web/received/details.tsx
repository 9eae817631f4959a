import type { ReceivedDetail, ReceivedRow } from "../../contract/received.ts";
import { sayBytes } from "../../words/bytes.ts";
import { mailReadWords } from "../../words/cli/mail-read.ts";
import { receivedWorkWords } from "../../words/workspace/received.ts";
import { useWords } from "../app/language.tsx";
import { Fact } from "../ui/fields.tsx";

/** Why a mail is what it is, in words: the intake's reasons, and what the desk refused. */
export function useReasons(): (row: Pick<ReceivedRow, "why">) => readonly string[] {
  const { language } = useWords();
  const { refused } = receivedWorkWords[language];
  const reasons: Readonly<Record<string, (about: string) => string>> =
    mailReadWords(language).reasons;
  return ({ why }) =>
    why
      .map(({ code, about = "" }) => reasons[code]?.(about) ?? refused[code] ?? code)
      .map((text) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`);
}

/** Who, where, and why of a mail that came. */
export function MailDetails({ mail }: { readonly mail: ReceivedDetail }) {
  const { language } = useWords();
  const say = receivedWorkWords[language];
  const reasons = useReasons();
  const { row, to, files, bytes } = mail;
  const verdicts: Readonly<Record<string, string>> = mailReadWords(language).verdicts;
  const facts: readonly (readonly [term: string, values: readonly string[]])[] = [
    [say.from, [[row.senderName, row.sender].filter(Boolean).join(" · ")]],
    [say.to, to],
    [say.copied, row.copied],
    [say.mailbox, [row.mailbox]],
    [say.verdict, [verdicts[mail.verdict] ?? mail.verdict]],
    [say.why, reasons(row)],
    [say.files, files.map(({ name, size }) => `${name} (${sayBytes(size, language)})`)],
    [say.leftOut, row.leftOut.map(({ name }) => name)],
    [say.size, [sayBytes(bytes, language)]],
  ];
  return (
    <dl className="facts">
      {facts.map(([term, values]) =>
        values.every((value) => value === "") ? null : (
          <Fact key={term} term={term}>
            {values.join("; ")}
          </Fact>
        ),
      )}
    </dl>
  );
}
