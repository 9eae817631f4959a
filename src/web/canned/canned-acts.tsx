import { Button } from "react-aria-components";
import type { CannedWish } from "../../contract/canned.ts";
import type { CannedAct } from "../../core/canned/canned.ts";
import { DAY, HOUR, MINUTE } from "../../core/time/instant.ts";
import { cannedWords } from "../../words/workspace/canned.ts";
import { composeWords } from "../../words/workspace/compose.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { useActWords } from "../compose/act-words.ts";
import { Picked, Written } from "../ui/fields.tsx";
import { Icon } from "../ui/icons.tsx";

type Content = CannedWish["content"];

interface Part {
  readonly content: Content;
  readonly change: (changes: Partial<Content>) => void;
}

/** What a prepared answer does to the ticket besides its words. */
export function CannedActs({ content, change }: Part) {
  const { language } = useWords();
  const { desk } = useDesk();
  const say = cannedWords[language];
  const sayAct = useActWords();
  const { acts } = content;
  const put = (at: number, act: CannedAct): void =>
    change({ acts: acts.map((one, index) => (index === at ? act : one)) });
  const kinds = Object.entries(say.acts).map(([id, label]) => ({ id, label }));
  return (
    <fieldset className="field canned-does">
      <legend>{say.does}</legend>
      <ul>
        {acts.map((act, at) => (
          <li key={at}>
            <Details act={act as CannedAct} put={(next) => put(at, next)} />
            <Button
              className="icon-button"
              aria-label={composeWords[language].drop(sayAct(act as CannedAct))}
              onPress={() => change({ acts: acts.filter((one) => one !== act) })}
            >
              <Icon name="close" />
            </Button>
          </li>
        ))}
      </ul>
      <Picked
        name="add-act"
        label={say.addAct}
        value=""
        onChange={(kind) => {
          const act = firstOf(kind, desk);
          if (act !== null) change({ acts: [...acts, act] });
        }}
        options={kinds}
      />
    </fieldset>
  );
}

interface Vocabulary {
  readonly severities: readonly { readonly id: string }[];
  readonly levels: readonly { readonly id: string }[];
}

function firstOf(kind: string, { severities, levels }: Vocabulary): CannedAct | null {
  switch (kind) {
    case "assignMe":
      return { act: "assign", to: "me" };
    case "assignNobody":
      return { act: "assign", to: null };
    case "classify":
      return { act: "classify", severity: severities[0]?.id ?? "" };
    case "route":
      return { act: "route", to: levels[0]?.id ?? "" };
    case "wait":
      return { act: "wait" };
    case "schedule":
      return { act: "schedule", after: DAY / MINUTE };
    case "resume":
      return { act: "resume" };
    case "note":
      return { act: "note", text: "…" };
    case "close":
      return { act: "close", reason: "by-agent" };
    default:
      return null;
  }
}

/** For how long work is put off, in minutes. */
const lengths = [HOUR, 4 * HOUR, DAY, 2 * DAY, 3 * DAY, 7 * DAY, 14 * DAY].map(
  (length) => length / MINUTE,
);

interface Detailed {
  readonly act: CannedAct;
  readonly put: (act: CannedAct) => void;
}

interface Later {
  readonly act: Extract<CannedAct, { readonly act: "schedule" }>;
  readonly put: (act: CannedAct) => void;
}

function Later({ act, put }: Later) {
  const { language } = useWords();
  const sayAct = useActWords();
  return (
    <Picked
      name="after"
      label={cannedWords[language].acts.schedule}
      value={String(act.after)}
      onChange={(after) => put({ ...act, after: Number(after) })}
      options={[...new Set([...lengths, act.after])].map((after) => ({
        id: String(after),
        label: sayAct({ act: "schedule", after }),
      }))}
    />
  );
}

function Details({ act, put }: Detailed) {
  const { language, text } = useWords();
  const { desk } = useDesk();
  const say = cannedWords[language];
  const sayAct = useActWords();
  const labelled = (list: typeof desk.severities | typeof desk.levels) =>
    list.map(({ id, label }) => ({ id, label: text(label) }));
  switch (act.act) {
    case "classify":
      return (
        <Picked
          name="severity"
          label={say.acts.classify}
          value={act.severity}
          onChange={(severity) => put({ act: "classify", severity })}
          options={labelled(desk.severities)}
        />
      );
    case "route":
      return (
        <Picked
          name="level"
          label={say.acts.route}
          value={act.to}
          onChange={(to) => put({ act: "route", to })}
          options={labelled(desk.levels)}
        />
      );
    case "close":
      return (
        <Picked
          name="reason"
          label={say.acts.close}
          value={act.reason}
          onChange={(reason) => put({ act: "close", reason: reason as typeof act.reason })}
          options={Object.entries(composeWords[language].reasons).map(([id, label]) => ({
            id,
            label,
          }))}
        />
      );
    case "note":
      return (
        <Written
          name="note"
          label={say.noteText}
          value={act.text}
          onChange={(written) => put({ act: "note", text: written })}
          lines={2}
        />
      );
    case "schedule":
      return <Later act={act} put={put} />;
    case "assign":
      return <span>{act.to === "me" ? say.acts.assignMe : sayAct(act)}</span>;
    case "wait":
    case "resume":
      return <span>{sayAct(act)}</span>;
  }
}
