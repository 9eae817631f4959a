import { useRef, useState } from "react";
import { Button, Checkbox, CheckboxGroup, FileTrigger, Label, Text } from "react-aria-components";
import type { ArticleContent } from "../../contract/articles.ts";
import type { Problem } from "../../contract/problem.ts";
import { typeOf } from "../../core/article/content.ts";
import { articlesWorkWords } from "../../words/workspace/articles.ts";
import { keepArticleFile } from "../api/articles.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { Choice, Written } from "../ui/fields.tsx";
import { Icon } from "../ui/icons.tsx";
import { ProblemNotice } from "../ui/notice.tsx";

interface Writing {
  readonly content: ArticleContent;
  readonly change: (changes: Partial<ArticleContent>) => void;
  readonly tried: boolean;
}

/** Title and text in one language; the other may be left empty where it is not Spanish. */
export function TextFields({
  content,
  change,
  tried,
  language: of,
}: Writing & { readonly language: "es" | "en" }) {
  const { language } = useWords();
  const say = articlesWorkWords[language];
  const isFirst = of === "es";
  const put = (key: "title" | "body", value: string): void => {
    const before = content[key];
    const { es, en } = before;
    if (isFirst) change({ [key]: en === undefined ? { es: value } : { es: value, en } });
    else change({ [key]: value === "" ? { es } : { es, en: value } });
  };
  return (
    <>
      <Written
        name={`title-${of}`}
        label={say.name}
        hint={isFirst ? say.nameHint : say.optional}
        value={content.title[of] ?? ""}
        onChange={(value) => put("title", value)}
        required={isFirst}
        tried={tried}
      />
      <Written
        name={`body-${of}`}
        label={say.text}
        hint={say.textHint}
        value={content.body[of] ?? ""}
        onChange={(value) => put("body", value)}
        required={isFirst}
        tried={tried}
        lines={18}
      />
      <Attach
        onKept={(markdown) => put("body", `${(content.body[of] ?? "").trimEnd()}\n\n${markdown}\n`)}
      />
    </>
  );
}

/** An image goes into the text where it is shown; anything else as a link. */
function Attach({ onKept }: { readonly onKept: (markdown: string) => void }) {
  const { language } = useWords();
  const { desk } = useDesk();
  const say = articlesWorkWords[language];
  const [sending, setSending] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const keep = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    setSending(file.name);
    const answer = await keepArticleFile(desk.id, file);
    setSending(null);
    setProblem(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    const { id, name, type } = answer.value;
    const label = name.replaceAll(/[[\]\\]/gu, " ");
    onKept(`${type.startsWith("image/") ? "!" : ""}[${label}](archivo:${id})`);
  };
  return (
    <div className="attachments">
      <FileTrigger onSelect={(list) => void keep(list?.[0])}>
        <Button className="button quiet" isDisabled={sending !== null}>
          <Icon name="clip" /> {say.attach}
        </Button>
      </FileTrigger>
      <output className="soft small">{sending === null ? "" : say.attaching(sending)}</output>
      <ProblemNotice problem={problem} />
    </div>
  );
}

/** Who reads it, and what it answers. */
export function AboutFields({ content, change }: Writing) {
  const { language, text } = useWords();
  const { desk } = useDesk();
  const say = articlesWorkWords[language];
  const types = desk.forms.flatMap(({ id, title, fields }) => [
    { type: typeOf(id, null), label: text(title), isForm: true },
    ...fields.flatMap(({ options }) =>
      options.map(({ value, label }) => ({
        type: typeOf(id, value),
        label: text(label),
        isForm: false,
      })),
    ),
  ]);
  return (
    <>
      <Choice
        name="audience"
        label={say.audience}
        value={content.audience}
        onChange={(value) => change({ audience: value === "staff" ? "staff" : "public" })}
        options={(["public", "staff"] as const).map((id) => ({
          id,
          label: say.audiences[id][0] ?? id,
          means: say.audiences[id][1],
        }))}
      />
      <Several
        label={say.types}
        hint={say.typesHint}
        value={content.types}
        onChange={(value) => change({ types: value })}
        options={types.map(({ type, label, isForm }) => ({ id: type, label, isIn: !isForm }))}
      />
      <Several
        label={say.severities}
        value={content.severities}
        onChange={(value) => change({ severities: value })}
        options={desk.severities.map(({ id, label }) => ({ id, label: text(label), isIn: false }))}
      />
      <Marks key={content.marks.join(",")} marks={content.marks} change={change} />
    </>
  );
}

function Several({
  label,
  hint,
  value,
  onChange,
  options,
}: {
  readonly label: string;
  readonly hint?: string;
  readonly value: readonly string[];
  readonly onChange: (value: string[]) => void;
  readonly options: readonly {
    readonly id: string;
    readonly label: string;
    readonly isIn: boolean;
  }[];
}) {
  return (
    <CheckboxGroup className="field" value={[...value]} onChange={onChange}>
      <Label>{label}</Label>
      {hint === undefined ? null : <Text slot="description">{hint}</Text>}
      {options.map((option) => (
        <Checkbox
          key={option.id}
          value={option.id}
          className={option.isIn ? "check article-type" : "check"}
        >
          <span className="box" aria-hidden="true" />
          {option.label}
        </Checkbox>
      ))}
    </CheckboxGroup>
  );
}

/** Words apart by commas: read when the box is left, so that a comma can be typed. */
function Marks({
  marks,
  change,
}: {
  readonly marks: readonly string[];
  readonly change: Writing["change"];
}) {
  const { language } = useWords();
  const say = articlesWorkWords[language];
  const [written, setWritten] = useState(marks.join(", "));
  const latest = useRef(written);
  const settle = (): void => {
    const said = latest.current.split(",").map((one) => one.trim().slice(0, 60));
    const next = [...new Set(said.filter((one) => one !== ""))].slice(0, 40);
    if (next.join() !== marks.join()) change({ marks: next });
  };
  return (
    <div onBlur={settle}>
      <Written
        name="marks"
        label={say.marks}
        hint={say.marksHint}
        value={written}
        onChange={(value) => {
          latest.current = value;
          setWritten(value);
        }}
      />
    </div>
  );
}
