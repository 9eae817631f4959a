import { useState } from "react";
import {
  Tab,
  TabList,
  TabPanel,
  Tabs,
  ToggleButton,
  ToggleButtonGroup,
} from "react-aria-components";
import { may } from "../../core/access/may.ts";
import { manualEditWords } from "../../words/workspace/manual.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { LoadFailed, Loading, ProblemNotice } from "../ui/notice.tsx";
import { DifferenceList } from "../versions/differences.tsx";
import { DraftBar } from "./draft-bar.tsx";
import type { TextPlace } from "./editor.ts";
import { ManualForm } from "./form/manual-form.tsx";
import { countMarks, Marks } from "./marks.tsx";
import { MeanwhileNotice } from "./meanwhile.tsx";
import { Preview } from "./preview.tsx";
import { Publish } from "./publish.tsx";
import { SourceEditor } from "./source-editor.tsx";
import type { Jump } from "./source-editor.tsx";
import { useCheck } from "./use-check.ts";
import { useDraft, useLoadedDraft } from "./use-draft.ts";
import type { DraftState, Loaded, Writing } from "./use-draft.ts";
import "../ui/manual.css";

/** Where the desk's manual is edited: its text, what is wrong in it, and what comes of it. */
export function ManualPage() {
  const { language } = useWords();
  const { roles } = useDesk();
  const editable = may(roles, "policy.draft");
  const loaded = useLoadedDraft();
  const reload = (): void => void loaded.refetch();
  const say = manualEditWords[language];
  return (
    <div className="page manual-edit">
      <header>
        <h2>{say.title}</h2>
        <p className="soft">{editable ? say.lead : say.leadRead}</p>
      </header>
      {loaded.isError ? <LoadFailed error={loaded.error} retry={reload} /> : null}
      {loaded.isPending ? <Loading /> : null}
      {loaded.data === undefined ? null : (
        <Editing
          key={loaded.dataUpdatedAt}
          draft={loaded.data}
          editable={editable}
          reload={reload}
        />
      )}
    </div>
  );
}

function Editing(loaded: Loaded) {
  const { editable } = loaded;
  const draft = useDraft(loaded);
  const { writing } = draft;
  const check = useCheck(writing.source);
  const [jump, setJump] = useState<Jump | null>(null);
  const [publishing, setPublishing] = useState(false);
  const [way, setWay] = useState<Way>("text");
  const goTo = (place: TextPlace): void => {
    setWay("text");
    setJump({ ...place, asked: (jump?.asked ?? 0) + 1 });
  };
  return (
    <>
      <DraftBar
        {...{ draft, writing, editable }}
        sound={check.sound}
        onPublish={() => setPublishing(true)}
      />
      <ProblemNotice problem={draft.problem} />
      {draft.meanwhile === null ? null : (
        <MeanwhileNotice
          meanwhile={draft.meanwhile}
          opened={writing.kept}
          onSettle={draft.settle}
        />
      )}
      <div className="manual-halves">
        <EditWays {...{ draft, editable, check, jump, way }} onWay={(to) => setWay(to)} />
        <Beside writing={writing} check={check} onGo={goTo} />
      </div>
      {publishing ? (
        <Publish
          source={writing.source}
          check={check}
          after={draft.newest.number}
          onPublished={draft.reload}
          onClose={() => setPublishing(false)}
        />
      ) : null}
    </>
  );
}

type Way = "text" | "form";

interface WaysProps {
  readonly draft: DraftState;
  readonly editable: boolean;
  readonly check: ReturnType<typeof useCheck>;
  readonly jump: Jump | null;
  readonly way: Way;
  readonly onWay: (way: Way) => void;
}

/** The draft as text or as a form: both write the same text. */
function EditWays({ draft, editable, check, jump, way, onWay }: WaysProps) {
  const { language } = useWords();
  const say = manualEditWords[language];
  const { source } = draft.writing;
  return (
    <div className="edit-ways">
      <ToggleButtonGroup
        className="languages"
        aria-label={say.views}
        selectedKeys={[way]}
        disallowEmptySelection
        onSelectionChange={(keys) => onWay(keys.has("form") ? "form" : "text")}
      >
        <ToggleButton id="text">{say.text}</ToggleButton>
        <ToggleButton id="form">{say.form}</ToggleButton>
      </ToggleButtonGroup>
      {way === "text" ? (
        <SourceEditor
          source={source}
          label={say.source}
          editable={editable}
          marks={check.marks}
          jump={jump}
          onChange={draft.write}
        />
      ) : (
        <ManualForm source={source} editable={editable} onChange={draft.write} />
      )}
    </div>
  );
}

interface BesideProps {
  readonly writing: Writing;
  readonly check: ReturnType<typeof useCheck>;
  readonly onGo: (place: TextPlace) => void;
}

/** What comes of the text: what is wrong, what it changes, and the pages that clients would read. */
function Beside({ writing, check, onGo }: BesideProps) {
  const { language } = useWords();
  const say = manualEditWords[language];
  const differences = check.checked?.differences;
  const frame = {
    revision: writing.revision,
    readable:
      check.checked === null
        ? !check.marks.some(({ level }) => level === "error")
        : check.checked.differences !== null,
    pending: writing.source !== writing.kept,
  };
  return (
    <Tabs className="beside">
      <TabList aria-label={say.beside} className="tabs">
        <Tab id="marks">{say.problems(countMarks(check.marks))}</Tab>
        <Tab id="changes">{say.changes}</Tab>
        <Tab id="manual">{say.manual}</Tab>
        <Tab id="promise">{say.promise}</Tab>
      </TabList>
      <TabPanel id="marks">
        <Marks check={check} onGo={onGo} />
      </TabPanel>
      <TabPanel id="changes">
        {differences === undefined ? (
          <p className="soft">{say.checking}</p>
        ) : differences === null ? (
          <p className="soft">{say.unreadable}</p>
        ) : differences.length === 0 ? (
          <p className="soft">{say.noDifferences}</p>
        ) : (
          <DifferenceList differences={differences} />
        )}
      </TabPanel>
      <TabPanel id="manual">
        <Preview page="manual" {...frame} />
      </TabPanel>
      <TabPanel id="promise">
        <Preview page="promesa" {...frame} />
      </TabPanel>
    </Tabs>
  );
}
