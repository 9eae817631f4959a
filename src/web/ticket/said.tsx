import { useState } from "react";
import { Button } from "react-aria-components";
import type { Upload } from "../../contract/upload.ts";
import { withPictures } from "../../core/text/pictures.ts";
import { timelineWords } from "../../words/workspace/timeline.ts";
import { useWords } from "../app/language.tsx";
import { Picture } from "./files.tsx";
import { isLong, withoutPast } from "./quoted.ts";

interface Message {
  readonly text: string;
  readonly files: readonly Upload[];
}

/** The words of a message with its pictures where they stood: what is new in it, long ones folded, the past that it quotes behind a button. */
export function Said({ text, files }: Message) {
  const { language } = useWords();
  const say = timelineWords[language];
  const { said, quoted } = withoutPast(text);
  const [isWhole, setWhole] = useState(!isLong(said));
  return (
    <>
      <div className={isWhole ? "said" : "said is-folded"}>
        <Pieces text={said} files={files} />
      </div>
      {isWhole ? null : (
        <Button className="button quiet small" onPress={() => setWhole(true)}>
          {say.whole}
        </Button>
      )}
      {quoted === null ? null : (
        <details className="quoted">
          <summary aria-label={say.quoted}>⋯ {say.quoted}</summary>
          <div className="said">
            <Pieces text={quoted} files={files} />
          </div>
        </details>
      )}
    </>
  );
}

function Pieces({ text, files }: Message) {
  return withPictures(text, files).map((piece, at) =>
    typeof piece === "string" ? <span key={at}>{piece}</span> : <Picture key={at} file={piece} />,
  );
}
