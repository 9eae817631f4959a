import type { TicketInvoice } from "../../contract/invoices.ts";
import { invoiceWorkWords } from "../../words/workspace/invoices.ts";
import { useWords } from "../app/language.tsx";

type Payments = NonNullable<TicketInvoice["invoice"]>["payments"];

/** What a payment receipt pays: each invoice with what was owed, what is paid and what is left. */
export function InvoicePayments({ payments }: { readonly payments: Payments }) {
  const { language } = useWords();
  const say = invoiceWorkWords[language];
  if (payments.length === 0) return null;
  return (
    <div className="invoice-payments">
      {payments.map((payment, index) => (
        <table key={index}>
          <caption>
            {say.payment}: <b className="num">{[payment.amount, payment.currency].join(" ")}</b>{" "}
            <span className="soft">{payment.at?.replace("T", " ")}</span>
          </caption>
          <thead>
            <tr>
              <th scope="col">{say.document}</th>
              <th scope="col">{say.before}</th>
              <th scope="col">{say.paid}</th>
              <th scope="col">{say.left}</th>
            </tr>
          </thead>
          <tbody>
            {payment.documents.map((document) => (
              <tr key={`${document.uuid} ${document.installment}`}>
                <th scope="row" title={document.uuid ?? ""}>
                  {document.folio ?? document.uuid?.slice(0, 8)}{" "}
                  <span className="soft small">
                    {say.installment} {document.installment}
                  </span>
                </th>
                <td className="num">{document.before}</td>
                <td className="num">{document.paid}</td>
                <td className="num">{document.left}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </div>
  );
}
