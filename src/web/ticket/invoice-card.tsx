import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { Button } from "react-aria-components";
import type { TicketInvoice, TicketInvoices } from "../../contract/invoices.ts";
import type { Problem } from "../../contract/problem.ts";
import type { TicketDetail } from "../../contract/ticket.ts";
import { sayKind } from "../../words/cfdi/say-kind.ts";
import { sayShortMoment } from "../../words/short.ts";
import { invoiceWorkWords } from "../../words/workspace/invoices.ts";
import { askSat, readInvoices } from "../api/invoices.ts";
import { valueOf } from "../api/request.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { Fact } from "../ui/fields.tsx";
import { Icon } from "../ui/icons.tsx";
import { ProblemNotice } from "../ui/notice.tsx";
import "../ui/invoice.css";
import { InvoiceFindings } from "./invoice-findings.tsx";
import { InvoicePayments } from "./invoice-payments.tsx";
import { NamedCodes } from "./named-codes.tsx";
import { Part } from "./part.tsx";

/** The invoices that came with a ticket, checked, and what the codes in its words mean. */
export function InvoiceCard({ ticket }: { readonly ticket: TicketDetail }) {
  const { desk } = useDesk();
  const { language } = useWords();
  const { folio } = ticket.row;
  const files = ticket.timeline.flatMap(({ message }) => message?.files ?? []).length;
  const key = ["invoices", desk.id, folio, ticket.timeline.length, files, language];
  const found = useQuery({
    queryKey: key,
    queryFn: async ({ signal }) => valueOf(await readInvoices({ desk: desk.id, folio }, signal)),
    staleTime: 60_000,
  });
  const client = useQueryClient();
  if (found.data === undefined) return null;
  const { invoices, codes, asksSat } = found.data;
  const say = invoiceWorkWords[language];
  return (
    <>
      {invoices.length === 0 ? null : (
        <Part title={say.title}>
          {invoices.map((invoice) => (
            <Invoice
              key={invoice.file.id}
              {...{ invoice, folio, asksSat }}
              onAnswer={(value) => client.setQueryData(key, value)}
            />
          ))}
        </Part>
      )}
      <NamedCodes codes={codes} />
    </>
  );
}

interface Shown {
  readonly invoice: TicketInvoice;
  readonly folio: string;
  readonly asksSat: boolean;
  readonly onAnswer: (value: TicketInvoices) => void;
}

function Invoice({ invoice: one, folio, asksSat, onAnswer }: Shown) {
  const { language } = useWords();
  const say = invoiceWorkWords[language];
  const { file, invoice, findings, elsewhere } = one;
  return (
    <article className="invoice" aria-label={file.name}>
      {invoice === null ? (
        <p>
          <b>{file.name}</b> <span className="soft">{say.unread}</span>
        </p>
      ) : (
        <>
          <p className="invoice-head">
            <b>{sayKind(invoice.kind, language)}</b>{" "}
            <span className="soft">
              {[`CFDI ${invoice.version ?? "?"}`, invoice.folio].filter(Boolean).join(" · ")}
            </span>
            <span className={`invoice-mark ${invoice.stamp === null ? "near" : "kept"}`}>
              <Icon name={invoice.stamp === null ? "flag" : "check"} />
              {invoice.stamp === null ? say.notStamped : say.stamped}
            </span>
          </p>
          <Said invoice={invoice} />
          <InvoicePayments payments={invoice.payments} />
        </>
      )}
      <InvoiceFindings findings={findings} file={file} folio={folio} />
      <Elsewhere found={elsewhere} />
      {(invoice?.uuid ?? null) !== null && (asksSat || one.sat !== null) ? (
        <Sat one={one} {...{ folio, asksSat, onAnswer }} />
      ) : null}
    </article>
  );
}

type Content = NonNullable<TicketInvoice["invoice"]>;

function Said({ invoice }: { readonly invoice: Content }) {
  const { language } = useWords();
  const say = invoiceWorkWords[language];
  const { issuer, receiver, total, currency, uuid, date, stamp, related } = invoice;
  const written = (moment: string | null): string => moment?.replace("T", " ") ?? say.nobody;
  return (
    <dl>
      <Fact term={say.parties}>
        <Party {...issuer} /> <span aria-hidden="true">→</span>
        <span className="unseen"> {say.to} </span> <Party {...receiver} />
      </Fact>
      <Fact term={say.total}>
        <b className="num">{[total ?? say.nobody, currency].filter(Boolean).join(" ")}</b>
        {invoice.method === null ? null : (
          <span className="soft">
            {" "}
            {[invoice.method, invoice.form].filter(Boolean).join(" · ")}
          </span>
        )}
      </Fact>
      {uuid === null ? null : (
        <Fact term="UUID">
          <Uuid uuid={uuid} />
        </Fact>
      )}
      <Fact term={say.issued}>{written(date)}</Fact>
      {stamp === null ? null : (
        <Fact term={say.stampedBy(stamp.pac ?? say.nobody)}>
          {written(stamp.at)}
          <span className="soft small invoice-certificate">
            {say.certificate} {stamp.certificate}
          </span>
        </Fact>
      )}
      {related.length === 0 ? null : (
        <Fact term={say.related}>
          {related.map((other) => (
            <span key={`${other.as} ${other.uuid}`} className="invoice-uuid">
              {other.as} {other.uuid}
            </span>
          ))}
        </Fact>
      )}
    </dl>
  );
}

function Party({ rfc, name }: { readonly rfc: string | null; readonly name: string | null }) {
  const { language } = useWords();
  return (
    <span>
      <b>{rfc ?? invoiceWorkWords[language].nobody}</b> {name}
    </span>
  );
}

function Uuid({ uuid }: { readonly uuid: string }) {
  const { language } = useWords();
  const say = invoiceWorkWords[language];
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(uuid);
    setCopied(true);
  };
  return (
    <>
      <span className="invoice-uuid">{uuid}</span>{" "}
      <Button className="button quiet small" aria-label={say.copy} onPress={() => void copy()}>
        {copied ? say.copied : say.copy}
      </Button>
    </>
  );
}

function Elsewhere({ found }: { readonly found: TicketInvoice["elsewhere"] }) {
  const { language } = useWords();
  const { desk } = useDesk();
  const search = useSearch({ from: "/d/$desk/work" });
  if (found.length === 0) return null;
  return (
    <div className="invoice-elsewhere">
      <p>{invoiceWorkWords[language].elsewhere}</p>
      <ul className="links">
        {found.map(({ folio, subject }) => (
          <li key={folio}>
            <Link to="/d/$desk/t/$folio" params={{ desk: desk.id, folio }} search={search}>
              {folio}
            </Link>{" "}
            <span className="soft">{subject}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Sat({
  one,
  folio,
  asksSat,
  onAnswer,
}: Omit<Shown, "invoice"> & { readonly one: TicketInvoice }) {
  const { language } = useWords();
  const { desk } = useDesk();
  const say = invoiceWorkWords[language];
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const { sat, file } = one;
  const ask = async (): Promise<void> => {
    setBusy(true);
    const answer = await askSat({ desk: desk.id, folio }, file.id);
    setBusy(false);
    setProblem(answer.ok ? null : answer.problem);
    if (answer.ok) onAnswer(answer.value);
  };
  return (
    <div className="invoice-sat">
      {sat === null ? null : (
        <p>
          {say.satSays(
            [sat.state, sat.cancellable, sat.cancellation].filter(Boolean).join(" · ") ||
              (sat.code ?? say.nobody),
            sayShortMoment(sat.at, { zone: desk.zone, language }),
          )}
        </p>
      )}
      <ProblemNotice problem={problem} />
      {asksSat ? (
        <Button className="button quiet" isDisabled={busy} onPress={() => void ask()}>
          {busy ? say.asking : say.askSat}
        </Button>
      ) : null}
    </div>
  );
}
