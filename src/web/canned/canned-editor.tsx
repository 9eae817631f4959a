import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { Button } from "react-aria-components";
import type { CannedReply, CannedWish } from "../../contract/canned.ts";
import type { Problem } from "../../contract/problem.ts";
import { may } from "../../core/access/may.ts";
import { placeholderNames } from "../../words/placeholders.ts";
import { sayShortMoment } from "../../words/short.ts";
import { cannedWords } from "../../words/workspace/canned.ts";
import { keepCanned, listCannedVersions, removeCanned } from "../api/canned.ts";
import { valueOf } from "../api/request.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { useCannedReplies } from "../compose/use-canned.ts";
import { FormOver } from "../ui/dialog.tsx";
import { Choice, Picked, Ticked, Written } from "../ui/fields.tsx";
import { Icon } from "../ui/icons.tsx";
import { Loading, ProblemNotice } from "../ui/notice.tsx";
import { CannedActs } from "./canned-acts.tsx";

type Content = CannedWish["content"];

const blank: Content = {
  ...{ name: "", mode: "reply", text: "", cause: "", remedy: "", language: null },
  ...{ acts: [], forms: [], severities: [], kinds: [] },
};

/** One prepared answer: its words, what it does, what it is for, and how it was before. */
export function CannedEditor() {
  const { id } = useParams({ strict: false }) as { readonly id: string };
  const replies = useCannedReplies();
  if (replies.isPending) return <Loading />;
  const found = replies.data?.replies.find((one) => one.id === id);
  return <Editor key={id} found={found ?? null} />;
}

function Editor({ found: known }: { readonly found: CannedReply | null }) {
  // What is being changed stays as it is, though a colleague saves another version meanwhile: saving says so.
  const [found] = useState(known);
  const { language } = useWords();
  const { desk, roles } = useDesk();
  const say = cannedWords[language];
  const client = useQueryClient();
  const navigate = useNavigate();
  const [content, setContent] = useState<Content>(found?.content ?? blank);
  const mayShare = may(roles, "canned.share");
  const [shared, setShared] = useState(found?.shared ?? mayShare);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [tried, setTried] = useState(false);
  const newId = useRef(crypto.randomUUID());
  const isMine = found?.mine ?? true;
  const change = (changes: Partial<Content>): void =>
    setContent((before) => ({ ...before, ...changes }));
  const back = (): void => void navigate({ to: "/d/$desk/respuestas", params: { desk: desk.id } });
  const save = async (): Promise<void> => {
    setTried(true);
    if (content.name.trim() === "") return;
    const wish = { shared, version: found?.version ?? 0, content };
    const answer = await keepCanned(desk.id, found?.id ?? newId.current, wish);
    if (!answer.ok) return setProblem(answer.problem);
    await client.invalidateQueries({ queryKey: ["canned", desk.id] });
    back();
  };
  return (
    <article className="page canned-page">
      <Link to="/d/$desk/respuestas" params={{ desk: desk.id }} className="back">
        <Icon name="back" /> {say.back}
      </Link>
      <h2>{found === null ? say.add : found.content.name}</h2>
      {isMine ? null : <p className="notice">{say.readOnly}</p>}
      <form
        className="canned-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (isMine) void save();
        }}
      >
        <Frame
          {...{ content, change, tried }}
          shared={mayShare ? shared : null}
          share={setShared}
        />
        <Texts content={content} change={change} />
        <CannedActs content={content} change={change} />
        <For content={content} change={change} />
        <ProblemNotice problem={problem} />
        {isMine ? <Foot found={found} onRemoved={back} /> : null}
      </form>
      {found === null ? null : (
        <Versions id={found.id} current={found.version} restore={isMine ? setContent : null} />
      )}
    </article>
  );
}

interface Ending {
  readonly found: CannedReply | null;
  readonly onRemoved: () => void;
}

function Foot({ found, onRemoved }: Ending) {
  const { language } = useWords();
  return (
    <div className="acts start">
      <Button type="submit" className="button main">
        {cannedWords[language].save}
      </Button>
      {found === null ? null : <Remove found={found} onRemoved={onRemoved} />}
    </div>
  );
}

interface Framing extends Part {
  readonly tried: boolean;
  /** Whether it is the desk's; null: one may have none but one's own. */
  readonly shared: boolean | null;
  readonly share: (shared: boolean) => void;
}

function Frame({ content, change, tried, shared, share }: Framing) {
  const { language } = useWords();
  const say = cannedWords[language];
  return (
    <>
      <Written
        name="name"
        label={say.name}
        hint={say.nameHint}
        value={content.name}
        onChange={(name) => change({ name })}
        required
        tried={tried}
      />
      {shared === null ? null : (
        <Choice
          name="shared"
          label={say.who}
          value={shared ? "shared" : "own"}
          onChange={(value) => share(value === "shared")}
          options={[
            { id: "shared", label: say.whoShared },
            { id: "own", label: say.whoOwn },
          ]}
        />
      )}
      <Picked
        name="mode"
        label={say.mode}
        value={content.mode}
        onChange={(mode) => change({ mode: mode as Content["mode"] })}
        options={Object.entries(say.modes).map(([id, label]) => ({ id, label }))}
      />
    </>
  );
}

interface Part {
  readonly content: Content;
  readonly change: (changes: Partial<Content>) => void;
}

function Texts({ content, change }: Part) {
  const { language } = useWords();
  const say = cannedWords[language];
  const { mode } = content;
  if (mode === "none") return null;
  return (
    <>
      {mode === "solve"
        ? (["cause", "remedy"] as const).map((name) => (
            <Written
              key={name}
              name={name}
              label={say[name]}
              value={content[name]}
              onChange={(value) => change({ [name]: value })}
              lines={2}
            />
          ))
        : null}
      <Written
        name="text"
        label={say.text}
        hint={say.textHint}
        value={content.text}
        onChange={(text) => change({ text })}
        lines={6}
      />
      <Places onInsert={(place) => change({ text: insertedAtCursor(content.text, place) })} />
    </>
  );
}

function insertedAtCursor(text: string, place: string): string {
  const box = document.querySelector<HTMLTextAreaElement>('.canned-form [name="text"]');
  const from = box?.selectionStart ?? text.length;
  return text.slice(0, from) + place + text.slice(box?.selectionEnd ?? from);
}

function Places({ onInsert }: { readonly onInsert: (place: string) => void }) {
  const { language, text } = useWords();
  const { desk } = useDesk();
  const say = cannedWords[language];
  const places = [
    ...placeholderNames.map(([name]) => [`{{${name}}}`, say.placeNames[name] ?? name]),
    ...desk.clocks.map(({ id, label }) => [`{{vence.${id}}}`, say.due(text(label))]),
    ["{{…}}", say.blank],
  ] as const;
  return (
    <fieldset className="places-to-fill">
      <legend>{say.places}</legend>
      {places.map(([place = "", label = ""]) => (
        <Button key={place} className="chip" onPress={() => onInsert(place)}>
          {label}
        </Button>
      ))}
    </fieldset>
  );
}

function For({ content, change }: Part) {
  const { language, text } = useWords();
  const { desk } = useDesk();
  const say = cannedWords[language];
  const labelled = ({ id, label }: (typeof desk.types)[number]) => ({ id, label: text(label) });
  // Where nothing but the form tells requests apart, there is one list of them.
  const hasKinds = desk.types.some(({ id }) => desk.forms.every((form) => form.id !== id));
  const lists = [
    ["forms", desk.forms.map(({ id, title }) => ({ id, label: text(title) }))],
    ...(hasKinds ? [["kinds", desk.types.map(labelled)] as const] : []),
    ["severities", desk.severities.map(labelled)],
  ] as const;
  return (
    <>
      {lists.map(([name, options]) => (
        <fieldset key={name} className="field canned-for">
          <legend>{say[name]}</legend>
          <p className="soft small">{say.all}</p>
          {options.map(({ id, label }) => (
            <Ticked
              key={id}
              name={`${name}-${id}`}
              label={label}
              value={content[name].includes(id)}
              onChange={(isTicked) =>
                change({
                  [name]: isTicked
                    ? [...content[name], id]
                    : content[name].filter((one) => one !== id),
                })
              }
            />
          ))}
        </fieldset>
      ))}
      <Picked
        name="language"
        label={say.language}
        value={content.language ?? "any"}
        onChange={(value) => change({ language: value === "es" || value === "en" ? value : null })}
        options={[
          { id: "any", label: say.anyLanguage },
          { id: "es", label: say.spanish },
          { id: "en", label: say.english },
        ]}
      />
    </>
  );
}

function Remove({
  found,
  onRemoved,
}: {
  readonly found: CannedReply;
  readonly onRemoved: () => void;
}) {
  const { language } = useWords();
  const { desk } = useDesk();
  const say = cannedWords[language];
  const client = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const remove = async (): Promise<void> => {
    const answer = await removeCanned(desk.id, found.id);
    if (!answer.ok) return setProblem(answer.problem);
    await client.invalidateQueries({ queryKey: ["canned", desk.id] });
    onRemoved();
  };
  return (
    <>
      <Button className="button danger" onPress={() => setAsking(true)}>
        {say.remove}
      </Button>
      {isAsking ? (
        <FormOver
          title={say.remove}
          act={say.remove}
          danger
          busy={false}
          onClose={() => setAsking(false)}
          onSubmit={() => void remove()}
        >
          <p>{say.removeAsk(found.content.name)}</p>
          <ProblemNotice problem={problem} />
        </FormOver>
      ) : null}
    </>
  );
}

interface Before {
  readonly id: string;
  readonly current: number;
  readonly restore: ((content: Content) => void) | null;
}

function Versions({ id, current, restore }: Before) {
  const { language } = useWords();
  const { desk, place } = useDesk();
  const say = cannedWords[language];
  const versions = useQuery({
    queryKey: ["canned", desk.id, id, current],
    queryFn: async ({ signal }) => valueOf(await listCannedVersions(desk.id, id, signal)),
  });
  const list = versions.data?.versions ?? [];
  if (list.length < 2) return null;
  return (
    <details className="canned-versions">
      <summary>{say.history}</summary>
      <ol>
        {list.map(({ version, content, changed, changedBy }) => (
          <li key={version}>
            <b>{say.version(version)}</b>{" "}
            <span className="soft small">
              {say.changed(changedBy, sayShortMoment(changed, place))}
            </span>
            <p className="canned-text">{content.text || content.remedy}</p>
            {restore === null || version === current ? null : (
              <Button className="button quiet" onPress={() => restore(content)}>
                {say.restore}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </details>
  );
}
