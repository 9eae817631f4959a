import "../ui/register.css";
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { Button } from "react-aria-components";
import type { ImportReport } from "../../contract/register.ts";
import type { Problem } from "../../contract/problem.ts";
import { registerWords } from "../../words/workspace/register.ts";
import { registerFile, sendFile } from "../api/register.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { Icon } from "../ui/icons.tsx";
import { ProblemNotice } from "../ui/notice.tsx";
import { Report } from "./report.tsx";

/** Takes a file into the register: told first, written when it is confirmed. */
export function FilePage() {
  const { language } = useWords();
  const { desk } = useDesk();
  const queries = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [report, setReport] = useState<ImportReport | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const say = registerWords[language];
  const send = async (write: boolean): Promise<void> => {
    if (file === null || busy) return;
    setBusy(true);
    const answer = await sendFile(desk.id, file, write);
    setBusy(false);
    setProblem(answer.ok ? null : answer.problem);
    setReport(answer.ok ? answer.value : null);
    if (answer.ok && write) await queries.invalidateQueries({ queryKey: ["register", desk.id] });
  };
  const isUseful = report !== null && !report.written && report.errors === 0 && hasChanges(report);
  return (
    <div className="page people register">
      <Link to="/d/$desk/registro" params={{ desk: desk.id }} search={{}} className="back">
        <Icon name="back" /> {say.back}
      </Link>
      <section aria-label={say.file}>
        <Lead />
        <form
          className="sheet"
          onSubmit={(event) => {
            event.preventDefault();
            void send(false);
          }}
        >
          <FileBox
            onChange={(chosen) => {
              setFile(chosen);
              setReport(null);
            }}
          />
          <div className="acts start">
            <Button type="submit" className="button" isDisabled={file === null || busy}>
              {say.check}
            </Button>
            {isUseful ? (
              <Button className="button main" isDisabled={busy} onPress={() => void send(true)}>
                {say.take}
              </Button>
            ) : null}
          </div>
        </form>
        <ProblemNotice problem={problem} />
        {report === null ? null : <Report report={report} />}
      </section>
    </div>
  );
}

function hasChanges({ organisations, contacts }: ImportReport): boolean {
  return organisations.added + organisations.changed + contacts.added + contacts.changed > 0;
}

function Lead() {
  const { language } = useWords();
  const { desk } = useDesk();
  const say = registerWords[language];
  return (
    <>
      <h2>{say.file}</h2>
      <p>{say.fileLead}</p>
      <p className="soft">{say.fileHow}</p>
      <p>
        <a href={registerFile(desk.id, "template")} download>
          {say.template}
        </a>
      </p>
    </>
  );
}

function FileBox({ onChange }: { readonly onChange: (file: File | null) => void }) {
  const { language } = useWords();
  return (
    <label className="field">
      <span>{registerWords[language].chooseFile}</span>
      <input
        type="file"
        accept=".csv,text/csv"
        onChange={(event) => onChange(event.target.files?.[0] ?? null)}
      />
    </label>
  );
}
