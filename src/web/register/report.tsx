import type { ImportReport } from "../../contract/register.ts";
import type { Column } from "../../core/register/import/columns.ts";
import { registerFileWords } from "../../words/register/file.ts";
import { registerWords } from "../../words/workspace/register.ts";
import { useWords } from "../app/language.tsx";
import { Fact } from "../ui/fields.tsx";
import { Icon } from "../ui/icons.tsx";

/** What a file would do to the register, or did: read out as it comes. */
export function Report({ report }: { readonly report: ImportReport }) {
  const { language } = useWords();
  const say = registerWords[language];
  const { rows, organisations, contacts, errors, warnings, written, ignored } = report;
  const counts = written ? say.countsDone : say.counts;
  const said = (of: ImportReport["contacts"]): string => counts(of.added, of.changed, of.unchanged);
  const isIdle =
    organisations.added + organisations.changed + contacts.added + contacts.changed === 0;
  return (
    <div className="register-report">
      <output>
        {written ? <p>{say.taken}</p> : null}
        {errors > 0 ? (
          <p className="notice bad">
            <Icon name="fault" /> {say.errors(errors)}
          </p>
        ) : null}
        {!written && errors === 0 && isIdle ? <p>{say.nothingToDo}</p> : null}
        <dl className="facts">
          <Fact term={say.rows(rows)}>{warnings === 0 ? "" : say.warningsCount(warnings)}</Fact>
          <Fact term={say.organisations}>{said(organisations)}</Fact>
          <Fact term={say.contacts}>{said(contacts)}</Fact>
        </dl>
        {report.admitted.length === 0 ? null : <p>{say.admitted(report.admitted.length)}</p>}
      </output>
      {ignored.length === 0 ? null : <p className="soft">{say.ignored(ignored.join(", "))}</p>}
      <Findings report={report} />
      {written ? null : <Changes report={report} />}
    </div>
  );
}

function Findings({ report }: { readonly report: ImportReport }) {
  const { language } = useWords();
  const say = registerWords[language];
  if (report.findings.length === 0) return null;
  return (
    <>
      <h3>{say.findings}</h3>
      <div className="wide-table">
        <table>
          <thead>
            <tr>
              <th scope="col">{say.line}</th>
              <th scope="col">{say.column}</th>
              <th scope="col">{say.what}</th>
            </tr>
          </thead>
          <tbody>
            {report.findings.map((one) => (
              <tr key={`${one.line} ${one.column ?? ""} ${one.code} ${one.detail}`}>
                <th scope="row" className="num">
                  {one.line}
                </th>
                <td>{one.column}</td>
                <td>
                  <b>{one.blocks ? say.error : say.warning}:</b> {one.detail}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Changes({ report }: { readonly report: ImportReport }) {
  const { language } = useWords();
  const say = registerWords[language];
  const { headings } = registerFileWords[language];
  const nameOf = (field: string, kind: "organisation" | "contact"): string => {
    if (field === "name") return headings[kind];
    return Object.hasOwn(headings, field) ? headings[field as Column] : field;
  };
  if (report.changes.length === 0) return null;
  return (
    <>
      <h3>{say.changes}</h3>
      <ul className="client-tickets">
        {report.changes.map(({ line, kind, name, what, fields }) => (
          <li key={`${line} ${kind} ${name}`}>
            <span className="soft num">{line}</span> <b>{name}</b> {say[what]}
            {fields.length === 0
              ? null
              : `: ${fields.map((field) => nameOf(field, kind)).join(", ")}`}
          </li>
        ))}
      </ul>
    </>
  );
}
