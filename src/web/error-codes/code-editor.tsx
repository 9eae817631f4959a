import { useState } from "react";
import type { FormEvent } from "react";
import { Button } from "react-aria-components";
import type { ErrorCodeShown, ErrorCodes } from "../../contract/invoices.ts";
import type { Problem } from "../../contract/problem.ts";
import { invoiceWorkWords } from "../../words/workspace/invoices.ts";
import { removeErrorCode, writeErrorCode } from "../api/invoices.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { Written } from "../ui/fields.tsx";
import { ProblemNotice } from "../ui/notice.tsx";

const blank = { code: "", attribute: "", meansEs: "", meansEn: "", todoEs: "", todoEn: "" };

type Values = typeof blank;

function valuesOf(of: ErrorCodeShown | null): Values {
  if (of === null) return blank;
  const { code, attribute, means, todo } = of;
  return {
    code,
    attribute,
    meansEs: means.es,
    meansEn: means.en,
    todoEs: todo.es,
    todoEn: todo.en,
  };
}

interface Editing {
  /** The code that is changed; null: a new one of the desk's own. */
  readonly of: ErrorCodeShown | null;
  readonly onWritten: (codes: ErrorCodes) => void;
  readonly onCancel: () => void;
}

/** Writes what a code means at the desk, in both languages. */
export function CodeEditor({ of, onWritten, onCancel }: Editing) {
  const { language } = useWords();
  const { desk } = useDesk();
  const say = invoiceWorkWords[language];
  const [values, setValues] = useState<Values>(() => valuesOf(of));
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const set = (name: keyof Values) => (value: string) => setValues({ ...values, [name]: value });
  const { code, attribute, meansEs, meansEn, todoEs, todoEn } = values;
  const isWhole = [code, meansEs, meansEn, todoEs, todoEn].every((one) => one.trim() !== "");
  const done = (answer: Awaited<ReturnType<typeof writeErrorCode>>): void => {
    setProblem(answer.ok ? null : answer.problem);
    if (answer.ok) onWritten(answer.value);
  };
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (!isWhole) return;
    const wish = {
      version: of?.version ?? 0,
      attribute,
      means: { es: meansEs, en: meansEn },
      todo: { es: todoEs, en: todoEn },
    };
    done(await writeErrorCode(desk.id, code.trim(), wish));
  };
  const box = (name: keyof Values, label: string, lines?: number) => (
    <Written
      name={name}
      label={label}
      value={values[name]}
      onChange={set(name)}
      required={name !== "attribute"}
      tried={tried}
      {...(lines === undefined ? {} : { lines })}
    />
  );
  return (
    <section className="sheet" aria-label={of === null ? say.own : say.edit(of.code)}>
      <h3>{of === null ? say.own : say.edit(of.code)}</h3>
      <ProblemNotice problem={problem} />
      <form onSubmit={(event) => void save(event)} noValidate>
        {of === null ? box("code", say.code) : null}
        {box("attribute", say.attribute)}
        {box("meansEs", say.meansEs, 2)}
        {box("todoEs", say.todoEs, 2)}
        {box("meansEn", say.meansEn, 2)}
        {box("todoEn", say.todoEn, 2)}
        <Acts
          onCancel={onCancel}
          onRemove={
            of === null || of.version === 0
              ? null
              : () => void removeErrorCode(desk.id, of.code).then(done)
          }
        />
      </form>
    </section>
  );
}

function Acts({
  onCancel,
  onRemove,
}: {
  readonly onCancel: () => void;
  readonly onRemove: (() => void) | null;
}) {
  const { language } = useWords();
  const say = invoiceWorkWords[language];
  return (
    <div className="acts start">
      <Button type="submit" className="button main">
        {say.save}
      </Button>
      <Button className="button quiet" onPress={onCancel}>
        {say.cancel}
      </Button>
      {onRemove === null ? null : (
        <Button className="button quiet" onPress={onRemove}>
          {say.remove}
        </Button>
      )}
    </div>
  );
}
