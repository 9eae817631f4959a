import { Button } from "react-aria-components";
import type { PackMark } from "../../contract/policy.ts";
import { manualEditWords } from "../../words/workspace/manual.ts";
import { useWords } from "../app/language.tsx";
import { Icon } from "../ui/icons.tsx";
import type { TextPlace } from "./editor.ts";
import type { Check } from "./use-check.ts";

interface Props {
  readonly check: Check;
  readonly onGo: (place: TextPlace) => void;
}

/** How many marks want attention: not those that the manual decides. */
export function countMarks(marks: readonly PackMark[]): number {
  return marks.filter(({ level }) => level === "error" || level === "warning").length;
}

/** What is wrong or doubtful in the text, each with the way to its place. */
export function Marks({ check, onGo }: Props) {
  const { language } = useWords();
  const say = manualEditWords[language];
  const { marks, checked } = check;
  const open = marks.filter(({ level }) => level !== "decided");
  const decided = marks.filter(({ level }) => level === "decided");
  const { examples } = checked ?? {};
  return (
    <div className="marks" aria-live="polite">
      {checked === null ? <p className="soft">{say.checking}</p> : null}
      {check.sound ? (
        <p>
          <Icon name="check" /> {say.sound}
        </p>
      ) : null}
      <MarkList marks={open} onGo={onGo} />
      {examples === undefined || examples.passed + examples.failed === 0 ? null : (
        <p className="soft">{say.examples(examples.passed, examples.failed)}</p>
      )}
      {decided.length === 0 ? null : (
        <details>
          <summary>{say.decidedLead(decided.length)}</summary>
          <MarkList marks={decided} onGo={onGo} />
        </details>
      )}
    </div>
  );
}

function MarkList({
  marks,
  onGo,
}: {
  readonly marks: readonly PackMark[];
  readonly onGo: Props["onGo"];
}) {
  return (
    <ul className="mark-list">
      {marks.map((mark) => (
        <Mark
          key={`${mark.code} ${mark.file} ${mark.line}:${mark.column}`}
          mark={mark}
          onGo={onGo}
        />
      ))}
    </ul>
  );
}

function Mark({ mark, onGo }: { readonly mark: PackMark; readonly onGo: Props["onGo"] }) {
  const { language } = useWords();
  const say = manualEditWords[language];
  const { level, file, line, column, words, against } = mark;
  return (
    <li className={`mark is-${level}`}>
      <p>
        <Icon name={level === "error" ? "fault" : "flag"} /> <b>{say.levels[level]}.</b> {words}
      </p>
      {file === "policy.yaml" ? (
        <Button className="link" onPress={() => onGo({ line, column })}>
          {say.at(line, column)}
        </Button>
      ) : (
        <span className="soft">{say.inPart(file, line)}</span>
      )}
      {against.map((other) => (
        <Button
          key={`${other.file} ${other.line}:${other.column}`}
          className="link against"
          onPress={() => onGo(other)}
        >
          {say.against(other.line, other.clause.join(", "), other.written.slice(0, 90))}
        </Button>
      ))}
    </li>
  );
}
