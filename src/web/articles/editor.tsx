import { useState } from "react";
import { Button, Tab, TabList, TabPanel, Tabs } from "react-aria-components";
import type { ArticleContent } from "../../contract/articles.ts";
import type { Problem } from "../../contract/problem.ts";
import { articlesWorkWords } from "../../words/workspace/articles.ts";
import { useWords } from "../app/language.tsx";
import { Written } from "../ui/fields.tsx";
import { ProblemNotice } from "../ui/notice.tsx";
import { AboutFields, TextFields } from "./content-fields.tsx";
import { Preview } from "./preview.tsx";
import type { ArticleDraft, useArticleDraft } from "./use-article-draft.ts";

interface Props {
  readonly writing: ReturnType<typeof useArticleDraft>;
  /** What the server has. */
  readonly saved: ArticleDraft;
  /** Saves what is written; gives why not, or null. */
  readonly save: (wish: {
    readonly content: ArticleContent;
    readonly note: string;
    readonly base: number;
  }) => Promise<Problem | null>;
}

/** An article being written, with what its readers would see beside it. */
export function Editor({ writing, saved, save }: Props) {
  const { language } = useWords();
  const say = articlesWorkWords[language];
  const { draft, change, isChanged, startAt } = writing;
  const [of, setOf] = useState<"es" | "en">("es");
  const [note, setNote] = useState("");
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const { content } = draft;
  const isWhole = content.title.es.trim() !== "" && content.body.es.trim() !== "";
  const submit = async (): Promise<void> => {
    setTried(true);
    if (!isWhole || busy) return;
    setBusy(true);
    const refused = await save({ content, note: note.trim(), base: draft.base });
    setBusy(false);
    setProblem(refused);
    if (refused === null) {
      setNote("");
      setTried(false);
    }
  };
  return (
    <div className="article-editor">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Languages {...{ content, change, tried, of, setOf }} />
        <AboutFields {...{ content, change, tried }} />
        <Written
          name="note"
          label={say.note}
          hint={say.noteHint}
          value={note}
          onChange={(value) => setNote(value.slice(0, 300))}
        />
        <ProblemNotice problem={problem} />
        <div className="acts start">
          <Button type="submit" className="button main" isDisabled={busy || !isChanged}>
            {say.save}
          </Button>
          {isChanged ? (
            <Button className="button quiet" onPress={() => startAt(saved)}>
              {say.discard}
            </Button>
          ) : null}
        </div>
        {isChanged ? <p className="soft small">{say.savedDraft}</p> : null}
      </form>
      <Side text={content.body[of] ?? content.body.es} language={of} />
    </div>
  );
}

/** The text in each language. */
function Languages({
  content,
  change,
  tried,
  of,
  setOf,
}: {
  readonly content: ArticleContent;
  readonly change: (changes: Partial<ArticleContent>) => void;
  readonly tried: boolean;
  readonly of: "es" | "en";
  readonly setOf: (of: "es" | "en") => void;
}) {
  const { language } = useWords();
  const say = articlesWorkWords[language];
  return (
    <Tabs selectedKey={of} onSelectionChange={(key) => setOf(key === "en" ? "en" : "es")}>
      <TabList className="modes" aria-label={say.text}>
        {(["es", "en"] as const).map((one) => (
          <Tab key={one} id={one} className="mode">
            {say.languages[one]}
          </Tab>
        ))}
      </TabList>
      {(["es", "en"] as const).map((one) => (
        <TabPanel key={one} id={one} className="mode-panel">
          <TextFields {...{ content, change, tried }} language={one} />
        </TabPanel>
      ))}
    </Tabs>
  );
}

function Side({ text, language: of }: { readonly text: string; readonly language: "es" | "en" }) {
  const { language } = useWords();
  const say = articlesWorkWords[language];
  return (
    <section className="article-side" aria-label={say.preview}>
      <h3>{say.preview}</h3>
      <Preview {...{ text }} language={of} />
    </section>
  );
}
