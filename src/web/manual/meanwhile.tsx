import { Button } from "react-aria-components";
import { manualEditWords } from "../../words/workspace/manual.ts";
import { useWords } from "../app/language.tsx";
import { lineChanges } from "./line-changes.ts";
import type { Meanwhile } from "./use-draft.ts";

interface Props {
  readonly meanwhile: Meanwhile;
  /** The text that was opened, before both wrote in it. */
  readonly opened: string;
  readonly onSettle: (whose: "theirs" | "own") => void;
}

/** Somebody else kept the draft: what they changed, and which to go on with. */
export function MeanwhileNotice({ meanwhile, opened, onSettle }: Props) {
  const { language } = useWords();
  const say = manualEditWords[language];
  const changes = lineChanges(opened, meanwhile.source);
  return (
    <div className="sheet meanwhile" role="alert">
      <p>
        <b>{say.meanwhile(meanwhile.author)}</b>
      </p>
      <p>{say.meanwhileLead}</p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, and is read by keyboard too */}
      <pre tabIndex={0}>
        {changes.map(({ sign, line, text }) => `${sign} ${line}: ${text}`).join("\n")}
      </pre>
      <div className="acts">
        <Button className="button quiet" onPress={() => onSettle("theirs")}>
          {say.takeTheirs}
        </Button>
        <Button className="button main" onPress={() => onSettle("own")}>
          {say.keepOwn}
        </Button>
      </div>
    </div>
  );
}
