import { Button, FileTrigger } from "react-aria-components";
import { sayBytes } from "../../words/bytes.ts";
import { composeWords } from "../../words/workspace/compose.ts";
import { useWords } from "../app/language.tsx";
import { Icon } from "../ui/icons.tsx";
import { ProblemNotice } from "../ui/notice.tsx";
import type { Draft } from "./draft.ts";
import type { Attaching } from "./use-attaching.ts";

interface Attached {
  readonly draft: Draft;
  readonly change: (changes: Partial<Draft>) => void;
  readonly attaching: Attaching;
}

/** Files that go with a message: kept by the server at once, each refused or taken on its own. */
export function Attachments({ draft, change, attaching }: Attached) {
  const { words, language } = useWords();
  const { compose } = words;
  const say = composeWords[language];
  const { attach, under, tooLarge, refused } = attaching;
  return (
    <div className="attachments">
      <FileTrigger allowsMultiple onSelect={(list) => attach(list === null ? [] : [...list])}>
        <Button className="button quiet" aria-label={compose.attach}>
          <Icon name="clip" /> <span className="attach-word">{compose.attach}</span>
        </Button>
      </FileTrigger>
      {draft.files.length + under.length === 0 ? null : (
        <ul className="files" aria-label={compose.attached}>
          {draft.files.map(({ id, name, size }) => (
            <li key={id} className="chip">
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
          {under.map(({ key, name, part }) => (
            <li key={key} className="chip is-under-way">
              <span>{say.percent(name, Math.round(part * 100))}</span>
              <progress value={part} max={1} aria-label={compose.uploading(name)} />
            </li>
          ))}
        </ul>
      )}
      {tooLarge.map((name) => (
        <p key={name} className="notice bad" role="alert">
          <Icon name="fault" /> {say.tooLarge(name, sayBytes(attaching.limit, language))}
        </p>
      ))}
      {refused.map(({ name, problem }) => (
        <ProblemNotice
          key={name}
          problem={{ ...problem, detail: [name, problem.detail].filter(Boolean).join(": ") }}
        />
      ))}
    </div>
  );
}
