import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "react-aria-components";
import type { ErrorCodeShown, ErrorCodes } from "../../contract/invoices.ts";
import { may } from "../../core/access/may.ts";
import type { Language } from "../../core/policy/text.ts";
import { bare } from "../../core/text/bare.ts";
import { invoiceWorkWords } from "../../words/workspace/invoices.ts";
import { listErrorCodes } from "../api/invoices.ts";
import { valueOf } from "../api/request.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { Written } from "../ui/fields.tsx";
import "../ui/invoice.css";
import { Empty, LoadFailed, Loading } from "../ui/notice.tsx";
import { CodeEditor } from "./code-editor.tsx";

/** Codes that are shown at once. */
const most = 60;

/** What error codes mean at the desk: looked up, changed, and added to. */
export function ErrorCodesPage() {
  const { language } = useWords();
  const { desk, roles } = useDesk();
  const say = invoiceWorkWords[language];
  const client = useQueryClient();
  const key = ["error-codes", desk.id];
  const list = useQuery({
    queryKey: key,
    queryFn: async ({ signal }) => valueOf(await listErrorCodes(desk.id, signal)),
  });
  const [sought, setSought] = useState("");
  const [editing, setEditing] = useState<ErrorCodeShown | "new" | null>(null);
  const mayWrite = may(roles, "error-code.write");
  const found = soughtIn(list.data?.codes ?? [], sought, language);
  const written = (value: ErrorCodes): void => {
    client.setQueryData(key, value);
    setEditing(null);
  };
  return (
    <article className="page error-codes">
      <header className="page-head">
        <h2>{say.codesPage}</h2>
        {mayWrite ? (
          <Button className="button main" onPress={() => setEditing("new")}>
            {say.own}
          </Button>
        ) : null}
      </header>
      <p className="soft">{say.lead}</p>
      {editing === null ? null : (
        <CodeEditor
          key={editing === "new" ? "" : editing.code}
          of={editing === "new" ? null : editing}
          onWritten={written}
          onCancel={() => setEditing(null)}
        />
      )}
      <Written name="sought" label={say.search} value={sought} onChange={setSought} />
      {list.isPending ? <Loading /> : null}
      {list.isError ? <LoadFailed error={list.error} retry={() => void list.refetch()} /> : null}
      {list.isSuccess && found.length === 0 ? (
        <Empty>
          <p>{say.none}</p>
        </Empty>
      ) : null}
      <output className="soft">
        {list.isSuccess ? say.found(found.length) : ""} {found.length > most ? say.more : ""}
      </output>
      <ul className="error-code-list">
        {found.slice(0, most).map((one) => (
          <Row key={one.code} code={one} onEdit={mayWrite ? () => setEditing(one) : null} />
        ))}
      </ul>
    </article>
  );
}

/** Codes in which every word stands, whatever its case and accents. */
function soughtIn(
  codes: readonly ErrorCodeShown[],
  sought: string,
  language: Language,
): readonly ErrorCodeShown[] {
  const words = bare(sought).split(/\s+/u).filter(Boolean);
  return codes.filter(({ code, attribute, means, todo }) => {
    const text = bare(`${code} ${attribute} ${means[language]} ${todo[language]}`);
    return words.every((word) => text.includes(word));
  });
}

function Row({
  code: { code, attribute, means, todo, confidence, changedBy },
  onEdit,
}: {
  readonly code: ErrorCodeShown;
  readonly onEdit: (() => void) | null;
}) {
  const { language } = useWords();
  const say = invoiceWorkWords[language];
  return (
    <li className="error-code-row">
      <p>
        <b>{code}</b>
        <br />
        <span className="soft small">{attribute}</span>
      </p>
      <div>
        <p>{means[language]}</p>
        <p className="soft">{todo[language]}</p>
        <p className="soft small">
          {say.confidence[confidence]}
          {changedBy === null ? "" : ` · ${say.changed(changedBy)}`}
        </p>
      </div>
      {onEdit === null ? null : (
        <Button className="button quiet" aria-label={say.edit(code)} onPress={onEdit}>
          {say.change}
        </Button>
      )}
    </li>
  );
}
