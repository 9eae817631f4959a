import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import PostalMime from "postal-mime";
import { describe, expect, test } from "vitest";
import { usualLimits } from "./limits.ts";
import { listAttachments } from "./list-attachments.ts";
import { mailboxesOf, openMail, wordsOf } from "./mail.ts";

// Another reader of mail, which knows none of our code, takes the same messages apart.

const FOLDER = join(import.meta.dirname, "../../../../test/fixtures/mail");

/** Where the two differ on purpose. */
const APART: ReadonlySet<string> = new Set([
  // Written against the rules: we read what was meant, the other what was said.
  ...["boundary-missing", "not-a-mail", "raw-8-bit-headers", "from-is-no-address", "comma-in-name"],
  // Over our bounds, which are lower.
  ...["deep-nesting", "many-parts", "many-headers"],
  // Attached messages and reports stay whole here; the other opens them.
  ...["attached-message", "person-forwards-bounce", "bounce-postfix", "bounce-delayed"],
  ...["bounce-exchange-es", "read-receipt-es", "two-from-headers"],
]);

const names = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".eml"))
  .map((name) => name.slice(0, -".eml".length))
  .filter((name) => !APART.has(name));

/** Lines end as each reader likes; the other adds one to what is not encoded. */
const lined = (content: Buffer): string =>
  content.toString("latin1").replaceAll("\r\n", "\n").trimEnd();

const plainly = (text: string): string => text.replace(/\s+/gu, " ").trim();

describe("another reader of mail agrees", () => {
  test.each(names)("on %s", async (name) => {
    const bytes = readFileSync(join(FOLDER, `${name}.eml`));
    const mail = openMail(bytes, usualLimits);
    const other = await PostalMime.parse(mail.raw);
    expect(wordsOf(mail, "subject")).toBe(plainly(other.subject ?? ""));
    expect(mailboxesOf(mail, ["from"])[0]?.address ?? "").toBe(other.from?.address ?? "");
    const files = listAttachments(mail).map(({ content }) => lined(content));
    const theirs = other.attachments.map(({ content }) =>
      typeof content === "string"
        ? content
        : lined(Buffer.from(new Uint8Array(content as ArrayBuffer))),
    );
    expect(files).toEqual(theirs);
  });
});
