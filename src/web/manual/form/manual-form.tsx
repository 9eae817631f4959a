import { useMemo, useState } from "react";
import { Button } from "react-aria-components";
import { manualFormWords } from "../../../words/workspace/manual-form.ts";
import { useWords } from "../../app/language.tsx";
import { Written } from "../../ui/fields.tsx";
import { addItem, openYaml, putList, putValue, removeItem } from "./edit-yaml.ts";
import type { YamlPath } from "./edit-yaml.ts";
import { formOf } from "./form-of.ts";
import type { FormBox, FormGroup, FormSection } from "./form-of.ts";

interface Props {
  readonly source: string;
  readonly editable: boolean;
  readonly onChange: (source: string) => void;
}

type Say = (typeof manualFormWords)["es"];

/** The parts of a manual that change most, as boxes: each writes into the same text. */
export function ManualForm({ source, editable, onChange }: Props) {
  const { language } = useWords();
  const say = manualFormWords[language];
  const sections = useMemo(() => {
    const document = openYaml(source);
    return document === null ? null : formOf(document);
  }, [source]);
  if (sections === null) return <p className="soft">{say.notYaml}</p>;
  return (
    <fieldset className="manual-form" disabled={!editable}>
      <p className="soft">{say.lead}</p>
      {sections.map((section) => (
        <Section key={section.id} section={section} say={say} edit={{ source, onChange }} />
      ))}
    </fieldset>
  );
}

type Edit = Pick<Props, "source" | "onChange">;

interface SectionProps {
  readonly section: FormSection;
  readonly say: Say;
  readonly edit: Edit;
}

/** A part of the manual: drawn once it is opened, for all of them together are hundreds of boxes. */
function Section({ section: { id, groups }, say, edit }: SectionProps) {
  const [open, setOpen] = useState(id === "desk");
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say.sections[id]}</summary>
      {open
        ? groups.map((group) => (
            <Group key={group.path.join(".")} group={group} say={say} edit={edit} />
          ))
        : null}
    </details>
  );
}

interface GroupProps {
  readonly group: FormGroup;
  readonly say: Say;
  readonly edit: Edit;
}

function Group({ group: { path, boxes, lists }, say, edit }: GroupProps) {
  const name = path.length > 1 ? String(path.at(-1)) : "";
  const isItem = (box: FormBox): number | null => {
    const at = box.path.findIndex((key, i) => i >= path.length && typeof key === "number");
    return at < 0 ? null : at;
  };
  return (
    <section className="form-group" aria-label={name === "" ? undefined : name}>
      {name === "" ? null : <h3>{name}</h3>}
      {boxes.map((box, i) => {
        const at = isItem(box);
        const item = at === null ? null : box.path.slice(0, at + 1);
        const isLast =
          item !== null && boxes[i + 1]?.path.slice(0, item.length).join() !== item.join();
        return (
          <div key={box.path.join(".")} className="form-box">
            <Box box={box} from={path.length} say={say} edit={edit} />
            {isLast ? (
              <Button
                className="button quiet"
                onPress={() => edit.onChange(removeItem(edit.source, item))}
              >
                {say.remove(labelOf(item.slice(path.length), say))}
              </Button>
            ) : null}
          </div>
        );
      })}
      {lists.map((list) => (
        <Button
          key={list.join(".")}
          className="button quiet"
          onPress={() => edit.onChange(addItem(edit.source, list))}
        >
          {list.length === path.length ? say.add : say.addTo(labelOf(list.slice(path.length), say))}
        </Button>
      ))}
    </section>
  );
}

interface BoxProps {
  readonly box: FormBox;
  /** How much of its path its group has said. */
  readonly from: number;
  readonly say: Say;
  readonly edit: Edit;
}

function Box({ box: { path, kind, value, long }, from, say, edit }: BoxProps) {
  const lines = Math.min(8, Math.max(2, value.split("\n").length));
  return (
    <Written
      name={path.join(".")}
      label={labelOf(path.slice(from), say)}
      value={value}
      hint={kind === "list" ? say.onePerLine : undefined}
      {...(long ? { lines } : {})}
      onChange={(written) =>
        edit.onChange(
          kind === "list"
            ? putList(edit.source, path, written.split("\n"))
            : putValue(edit.source, path, written),
        )
      }
    />
  );
}

/** "Plazo, critico, límite": what a box is, in words where the language has them, else by its own name. */
function labelOf(path: YamlPath, say: Say): string {
  const words: Readonly<Record<string, string>> = say.keys;
  const said = path.map((key) =>
    typeof key === "number" ? say.item(key + 1) : Object.hasOwn(words, key) ? words[key] : key,
  );
  return said.length === 0 ? say.keys.text : said.join(", ");
}
