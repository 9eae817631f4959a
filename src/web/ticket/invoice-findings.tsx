import { useState } from "react";
import { Button } from "react-aria-components";
import type { InvoiceFinding, TicketInvoice } from "../../contract/invoices.ts";
import { invoiceWorkWords } from "../../words/workspace/invoices.ts";
import { fileAddress } from "../api/desk.ts";
import { readLines } from "../api/invoices.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { Icon } from "../ui/icons.tsx";

const marks = { error: "expired", warning: "flag", note: "info" } as const;
const shades = { error: "missed", warning: "near", note: "paused" } as const;

interface OfFile {
  readonly file: TicketInvoice["file"];
  readonly folio: string;
}

/** What is wrong with an invoice: how much of it, and each thing with its place in the file. */
export function InvoiceFindings({
  findings,
  ...of
}: OfFile & { readonly findings: readonly InvoiceFinding[] }) {
  const { language } = useWords();
  const { desk } = useDesk();
  const say = invoiceWorkWords[language];
  const count = (severity: InvoiceFinding["severity"]): number =>
    findings.filter((one) => one.severity === severity).length;
  const errors = count("error");
  const link = (
    <a href={fileAddress({ desk: desk.id, folio: of.folio }, of.file.id)} download={of.file.name}>
      <Icon name="clip" /> {of.file.name}
    </a>
  );
  if (findings.length === 0)
    return (
      <p className="invoice-sound">
        <Icon name="check" /> {say.sound} · {link}
      </p>
    );
  return (
    <>
      <details className="invoice-findings" open={errors > 0}>
        <summary>{say.findings(errors, count("warning"), count("note"))}</summary>
        <ul>
          {findings.map((finding, index) => (
            <One key={`${finding.code} ${index}`} finding={finding} {...of} />
          ))}
        </ul>
      </details>
      <p className="invoice-file">{link}</p>
    </>
  );
}

function One({ finding, ...of }: OfFile & { readonly finding: InvoiceFinding }) {
  const { language } = useWords();
  const say = invoiceWorkWords[language];
  const { severity, what, todo, node, attribute, sat } = finding;
  const where = [node, attribute].filter(Boolean).join(" · ");
  return (
    <li className={`invoice-finding ${shades[severity]}`}>
      <p>
        <Icon name={marks[severity]} />{" "}
        <span className="unseen">
          {say.findings(
            severity === "error" ? 1 : 0,
            severity === "warning" ? 1 : 0,
            severity === "note" ? 1 : 0,
          )}
          :{" "}
        </span>
        {what}
      </p>
      <p className="soft">{todo}</p>
      <p className="soft small invoice-where">
        {[where, sat === null ? "" : say.satCode(sat)].filter(Boolean).join(" · ")}
      </p>
      <AtLine finding={finding} {...of} />
    </li>
  );
}

/** Characters of a line that are shown around the column: invoices often are one long line. */
const around = 90;

function AtLine({ finding, file, folio }: OfFile & { readonly finding: InvoiceFinding }) {
  const { language } = useWords();
  const { desk } = useDesk();
  const [text, setText] = useState<string | null>(null);
  const say = invoiceWorkWords[language];
  const { place } = finding;
  if (place === null) return null;
  const { line, column } = place;
  const show = async (): Promise<void> => {
    const lines = await readLines({ desk: desk.id, folio }, file.id);
    const from = Math.max(0, column - 1 - around / 3);
    const whole = lines[line - 1] ?? "";
    setText(
      `${from > 0 ? "…" : ""}${whole.slice(from, from + around * 2)}${whole.length > from + around * 2 ? "…" : ""}`,
    );
  };
  return (
    <>
      <Button
        className="button quiet small"
        aria-expanded={text !== null}
        onPress={() => (text === null ? void show() : setText(null))}
      >
        {text === null ? say.atLine(line) : say.hideLine}
      </Button>
      {text === null ? null : (
        <pre className="invoice-line">
          <span className="soft">{line}</span> {text}
        </pre>
      )}
    </>
  );
}
