import { useState } from "react";
import { Button, FileTrigger } from "react-aria-components";
import type { Problem } from "../../contract/problem.ts";
import { sayBytes } from "../../words/bytes.ts";
import { keepUpload } from "../api/desk.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { Icon } from "../ui/icons.tsx";
import { ProblemNotice } from "../ui/notice.tsx";
import type { Draft } from "./draft.ts";

interface Attaching {
  readonly draft: Draft;
  readonly change: (changes: Partial<Draft>) => void;
}

/** Files that go with a message: kept by the server at once, each refused or taken on its own. */
export function Attachments({ draft, change }: Attaching) {
  const { words, language } = useWords();
  const { desk } = useDesk();
  const { compose } = words;
  const [uploading, setUploading] = useState<string | null>(null);
  const [refused, setRefused] = useState<Problem | null>(null);
  const attach = async (chosen: readonly File[]): Promise<void> => {
    setRefused(null);
    let { files } = draft;
    for (const file of chosen) {
      setUploading(file.name);
      // One after the other: the first refusal is shown, the files before it are kept.
      const answer = await keepUpload(desk.id, draft.session, file);
      if (!answer.ok) {
        setRefused(answer.problem);
        break;
      }
      files = [...files, answer.value];
      change({ files });
    }
    setUploading(null);
  };
  return (
    <div className="attachments">
      <FileTrigger allowsMultiple onSelect={(list) => void attach(list === null ? [] : [...list])}>
        <Button className="button quiet" isDisabled={uploading !== null}>
          <Icon name="clip" /> {compose.attach}
        </Button>
      </FileTrigger>
      <output className="soft small">
        {uploading === null ? "" : compose.uploading(uploading)}
      </output>
      <ProblemNotice problem={refused} />
      {draft.files.length === 0 ? null : (
        <ul className="files" aria-label={compose.attached}>
          {draft.files.map(({ id, name, size }) => (
            <li key={id}>
              <Icon name="clip" />
              {name} <span className="soft">{sayBytes(size, language)}</span>
              <Button
                className="icon-button"
                aria-label={compose.remove(name)}
                onPress={() => change({ files: draft.files.filter((file) => file.id !== id) })}
              >
                <Icon name="close" />
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
