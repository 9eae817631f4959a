import { useState } from "react";
import type {
  ContactPerson,
  ContactPersonWish,
  ContactPersonWritten,
} from "../../contract/register.ts";
import type { Problem } from "../../contract/problem.ts";
import { registerWords } from "../../words/workspace/register.ts";
import { writeContact } from "../api/register.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { FormOver } from "../ui/dialog.tsx";
import { Choice, Picked, Written } from "../ui/fields.tsx";
import { ProblemNotice } from "../ui/notice.tsx";

interface Asked {
  readonly over: ContactPerson | null;
  /** The organisation whose contact they are, by its id. */
  readonly organisation: string | null;
  readonly onClose: () => void;
  readonly onDone: (written: ContactPersonWritten) => void;
}

const NONE = "*";
const UNKNOWN = "unknown";

/** What the boxes hold, as people write it. */
interface Boxes {
  readonly name: string;
  readonly addresses: string;
  readonly telephones: string;
  readonly role: string;
  readonly trained: string;
  readonly sees: string;
  readonly language: string;
  readonly active: string;
}

const yesNo = (is: boolean | null): string => (is === null ? UNKNOWN : is ? "yes" : "no");

function boxesOf(one: ContactPerson | null): Boxes {
  return {
    name: one?.name ?? "",
    addresses: one?.addresses.join("\n") ?? "",
    telephones: one?.telephones.join("\n") ?? "",
    role: one?.role ?? NONE,
    trained: yesNo(one?.trained ?? null),
    sees: one?.seesOrganisation === true ? "all" : "own",
    language: one?.language ?? "es",
    active: yesNo(one?.active ?? true),
  };
}

const linesOf = (text: string, between: RegExp): string[] =>
  text
    .split(between)
    .map((one) => one.trim())
    .filter((one) => one !== "");

function wishOf(boxes: Boxes, organisation: string | null): ContactPersonWish {
  return {
    organisation,
    name: boxes.name.trim(),
    role: boxes.role === NONE ? null : boxes.role,
    trained: boxes.trained === UNKNOWN ? null : boxes.trained === "yes",
    seesOrganisation: boxes.sees === "all",
    language: boxes.language === "en" ? "en" : "es",
    active: boxes.active === "yes",
    addresses: linesOf(boxes.addresses, /[\s,;]+/u),
    telephones: linesOf(boxes.telephones, /[\n,;]+/u),
  };
}

/** Writes a contact down, or changes them as they were seen. */
export function ContactForm({ over, organisation, onClose, onDone }: Asked) {
  const { language } = useWords();
  const { desk } = useDesk();
  const [boxes, setBoxes] = useState(() => boxesOf(over));
  const [busy, setBusy] = useState(false);
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const say = registerWords[language];
  const submit = async (): Promise<void> => {
    setTried(true);
    if (boxes.name.trim() === "") return;
    setBusy(true);
    const answer = await writeContact(desk.id, over, wishOf(boxes, organisation));
    setBusy(false);
    if (answer.ok) onDone(answer.value);
    else setProblem(answer.problem);
  };
  const owner = problem?.code === "address-taken" ? problem.facts?.["name"] : undefined;
  return (
    <FormOver
      {...{ busy, onClose }}
      title={over === null ? say.newContact : say.editContact}
      act={say.save}
      onSubmit={() => void submit()}
    >
      <Who {...{ boxes, tried }} set={(changes) => setBoxes({ ...boxes, ...changes })} />
      <May
        boxes={boxes}
        set={(changes) => setBoxes({ ...boxes, ...changes })}
        isNew={over === null}
      />
      <ProblemNotice problem={problem} />
      {typeof owner === "string" && owner !== "" ? <p>{say.takenBy(owner)}</p> : null}
    </FormOver>
  );
}

interface Setting {
  readonly boxes: Boxes;
  readonly set: (changes: Partial<Boxes>) => void;
}

function Who({ boxes, set, tried }: Setting & { readonly tried: boolean }) {
  const { language } = useWords();
  const say = registerWords[language];
  return (
    <>
      <Written
        name="name"
        label={say.person}
        value={boxes.name}
        onChange={(name) => set({ name })}
        required
        tried={tried}
        isFirst
      />
      <Written
        name="addresses"
        label={say.addresses}
        hint={say.addressesHint}
        lines={2}
        value={boxes.addresses}
        onChange={(addresses) => set({ addresses })}
      />
      <Written
        name="telephones"
        label={say.telephones}
        hint={say.telephonesHint}
        lines={2}
        value={boxes.telephones}
        onChange={(telephones) => set({ telephones })}
      />
    </>
  );
}

function May({ boxes, set, isNew }: Setting & { readonly isNew: boolean }) {
  const { language, text } = useWords();
  const { desk } = useDesk();
  const say = registerWords[language];
  const { seesIs, languageIs, activeIs } = say;
  return (
    <>
      {desk.contactRoles.length === 0 ? null : (
        <Picked
          name="role"
          label={say.role}
          value={boxes.role}
          onChange={(role) => set({ role })}
          options={[
            { id: NONE, label: say.noRole },
            ...desk.contactRoles.map(({ id, label }) => ({ id, label: text(label) })),
          ]}
        />
      )}
      <Trained boxes={boxes} set={set} />
      <Choice
        name="sees"
        label={say.sees}
        value={boxes.sees}
        onChange={(sees) => set({ sees })}
        options={[
          { id: "own", label: seesIs.own },
          { id: "all", label: seesIs.all },
        ]}
      />
      <Picked
        name="language"
        label={say.language}
        value={boxes.language}
        onChange={(chosen) => set({ language: chosen })}
        options={[
          { id: "es", label: languageIs.es },
          { id: "en", label: languageIs.en },
        ]}
      />
      {isNew ? null : (
        <Choice
          name="active"
          label={say.active}
          value={boxes.active}
          onChange={(active) => set({ active })}
          options={[
            { id: "yes", label: activeIs.yes },
            { id: "no", label: activeIs.no },
          ]}
        />
      )}
    </>
  );
}

function Trained({ boxes, set }: Setting) {
  const { language } = useWords();
  const say = registerWords[language];
  const { trainedIs } = say;
  return (
    <Picked
      name="trained"
      label={say.trained}
      value={boxes.trained}
      onChange={(trained) => set({ trained })}
      options={[
        { id: UNKNOWN, label: trainedIs.unknown },
        { id: "yes", label: trainedIs.yes },
        { id: "no", label: trainedIs.no },
      ]}
    />
  );
}
