import type { ErrorCodeShown } from "../../contract/invoices.ts";
import { invoiceWorkWords } from "../../words/workspace/invoices.ts";
import { useWords } from "../app/language.tsx";
import { Part } from "./part.tsx";

/** The error codes that a ticket's words name, with what they mean and what to do. */
export function NamedCodes({ codes }: { readonly codes: readonly ErrorCodeShown[] }) {
  const { language } = useWords();
  const say = invoiceWorkWords[language];
  if (codes.length === 0) return null;
  return (
    <Part title={say.codes}>
      <ul className="error-codes-named">
        {codes.map(({ code, means, todo, confidence }) => (
          <li key={code}>
            <p>
              <b>{code}</b> {means[language]}
            </p>
            <p className="soft">
              {say.todo}: {todo[language]}
            </p>
            <p className="soft small">{say.confidence[confidence]}</p>
          </li>
        ))}
      </ul>
    </Part>
  );
}
