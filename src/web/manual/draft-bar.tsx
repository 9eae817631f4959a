import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { Button, FileTrigger } from "react-aria-components";
import { may } from "../../core/access/may.ts";
import { manualEditWords } from "../../words/workspace/manual.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { FormOver } from "../ui/dialog.tsx";
import type { DraftState, Writing } from "./use-draft.ts";

interface Props {
  readonly draft: DraftState;
  readonly writing: Writing;
  readonly editable: boolean;
  readonly sound: boolean;
  readonly onPublish: () => void;
}

/** What is kept of the draft, and what can be done with it whole. */
export function DraftBar({ draft, writing, editable, sound, onPublish }: Props) {
  const { language } = useWords();
  const { desk, roles } = useDesk();
  const say = manualEditWords[language];
  const [discarding, setDiscarding] = useState(false);
  const isKept = writing.source === writing.kept;
  const mayPublish = sound && isKept && writing.revision > 0;
  return (
    <div className="draft-bar">
      <output>
        {say.basedOn(writing.base)} · {keptWords(draft, writing, say)}
      </output>
      <div className="acts">
        {editable ? (
          <FileTrigger
            acceptedFileTypes={[".yaml", ".yml"]}
            onSelect={(files) => void openFile(files, draft.write)}
          >
            <Button className="button quiet">{say.upload}</Button>
          </FileTrigger>
        ) : null}
        <Button className="button quiet" onPress={() => download(writing.source, desk.id)}>
          {say.download}
        </Button>
        {editable && writing.revision > 0 ? (
          <Button className="button quiet" onPress={() => setDiscarding(true)}>
            {say.discard}
          </Button>
        ) : null}
        {may(roles, "policy.test") ? (
          <Link to="/d/$desk/ensayo" params={{ desk: desk.id }} className="button">
            {say.tryIt}
          </Link>
        ) : null}
        {may(roles, "policy.publish") ? (
          <Button className="button main" isDisabled={!mayPublish} onPress={onPublish}>
            {say.publish}
          </Button>
        ) : null}
      </div>
      {discarding ? (
        <FormOver
          title={say.discard}
          act={say.discard}
          busy={false}
          danger
          onClose={() => setDiscarding(false)}
          onSubmit={() => {
            setDiscarding(false);
            void draft.discard();
          }}
        >
          <p>{say.discardSure}</p>
        </FormOver>
      ) : null}
    </div>
  );
}

type Say = (typeof manualEditWords)["es"];

function keptWords({ saving, problem }: DraftState, writing: Writing, say: Say): string {
  if (problem !== null) return say.notKept;
  if (saving) return say.keeping;
  if (writing.source !== writing.kept) return say.pending;
  return writing.revision === 0 ? say.untouched : say.kept;
}

async function openFile(files: FileList | null, write: (source: string) => void): Promise<void> {
  const file = files?.item(0);
  if (file !== null && file !== undefined) write(await file.text());
}

/** Gives the text as a file, without asking the server for what is on the screen. */
function download(source: string, desk: string): void {
  const link = document.createElement("a");
  const address = URL.createObjectURL(new Blob([source], { type: "application/yaml" }));
  link.href = address;
  link.download = `${desk}.yaml`;
  link.click();
  URL.revokeObjectURL(address);
}
