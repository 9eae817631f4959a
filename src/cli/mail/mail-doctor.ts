import { examineDomain } from "../../channels/email/health/examine.ts";
import type { Examining } from "../../channels/email/health/examine.ts";
import type { MailFinding } from "../../channels/email/health/finding.ts";
import type { Language } from "../../core/policy/text.ts";
import { mailDoctorWords } from "../../words/cli/mail-doctor.ts";
import type { Output } from "../output.ts";

/** What the doctor of mail is asked. */
export interface MailQuestion {
  readonly domain: string;
  /** What is known of the sender already, where a desk was asked about. */
  readonly sender: MailFinding | null;
  /** Addresses from which mail leaves; none: it is not known. */
  readonly servers: readonly string[];
  readonly json: boolean;
  readonly language: Language;
}

const marks = { fine: "✓", note: "·", wrong: "✗" } as const;

/** Says how it stands with a domain's mail and how to mend what is wrong; exit code 1 where something is. */
export async function mailDoctor(
  question: MailQuestion,
  examining: Examining,
  io: Output,
): Promise<number> {
  const { domain, sender, servers, json, language } = question;
  const words = mailDoctorWords(language);
  const examined = await examineDomain({ domain, servers }, examining);
  const findings = [...(sender === null ? [] : [sender]), ...examined];
  const said = findings.map((finding) => ({
    ...finding,
    words: printable(words.findings[finding.code]?.(finding.facts) ?? finding.code),
  }));
  const isIll = findings.some(({ state }) => state === "wrong");
  if (json) {
    const codes = new Set(findings.map(({ code }) => code));
    const passes = codes.has("verdict-unknown") ? null : codes.has("verdict-passes");
    io.out(JSON.stringify({ domain, passes, findings: said }));
    return isIll ? 1 : 0;
  }
  io.out(words.examined(domain));
  for (const { state, check, words: text } of said)
    io.out(`${marks[state]} ${words.names[check]}: ${text}`);
  return isIll ? 1 : 0;
}

/** What strangers wrote into their DNS moves no cursor and colours nothing. */
function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]/gu, "�");
}
