import { useState } from "react";
import type {
  Organisation,
  OrganisationWish,
  OrganisationWritten,
} from "../../contract/register.ts";
import type { Problem } from "../../contract/problem.ts";
import { taxRegimes } from "../../core/cfdi/tax-regimes.ts";
import { addDays } from "../../core/time/civil.ts";
import { registerWords } from "../../words/workspace/register.ts";
import { writeOrganisation } from "../api/register.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { instantOfWall, wallOf } from "../time/wall-time.ts";
import { FormOver } from "../ui/dialog.tsx";
import { Picked, Written } from "../ui/fields.tsx";
import { ProblemNotice } from "../ui/notice.tsx";

interface Asked {
  readonly over: Organisation | null;
  /** Only the support is asked for. */
  readonly renewal?: boolean;
  readonly onClose: () => void;
  readonly onDone: (written: OrganisationWritten) => void;
}

const NONE = "*";

/** What the boxes hold, as people write it. */
interface Boxes {
  readonly name: string;
  readonly rfc: string;
  readonly taxRegime: string;
  readonly postalCode: string;
  readonly taxAddress: string;
  readonly portals: string;
  readonly plan: string;
  readonly paidUntil: string;
  readonly notes: string;
}

function boxesOf(one: Organisation | null, zone: string): Boxes {
  const last = one?.paidUntil ?? null;
  // The box holds the last day; what is kept is the midnight after it.
  const day = last === null ? "" : wallOf(last - 1, zone).slice(0, 10);
  return {
    name: one?.name ?? "",
    rfc: one?.rfc ?? "",
    taxRegime: one?.taxRegime ?? NONE,
    postalCode: one?.postalCode ?? "",
    taxAddress: one?.taxAddress ?? "",
    portals: one?.portals.join("\n") ?? "",
    plan: one?.plan ?? NONE,
    paidUntil: day,
    notes: one?.notes ?? "",
  };
}

const orNull = (text: string): string | null => (text.trim() === "" ? null : text.trim());
const chosen = (text: string): string | null => (text === NONE ? null : text);

function wishOf(boxes: Boxes, over: Organisation | null, zone: string): OrganisationWish {
  const isAsBefore = over !== null && boxes.paidUntil === boxesOf(over, zone).paidUntil;
  const until = boxes.paidUntil === "" ? null : addDays(boxes.paidUntil, 1);
  return {
    name: boxes.name.trim(),
    rfc: orNull(boxes.rfc),
    taxRegime: chosen(boxes.taxRegime),
    postalCode: orNull(boxes.postalCode),
    taxAddress: orNull(boxes.taxAddress),
    portals: boxes.portals.split(/[\s,;]+/u).filter((one) => one !== ""),
    plan: chosen(boxes.plan),
    paidUntil: isAsBefore
      ? over.paidUntil
      : until === null
        ? null
        : instantOfWall(`${until}T00:00`, zone),
    notes: orNull(boxes.notes),
  };
}

/** Writes a client down, or changes it as it was seen. */
export function OrganisationForm({ over, renewal = false, onClose, onDone }: Asked) {
  const { language } = useWords();
  const { desk } = useDesk();
  const [boxes, setBoxes] = useState(() => boxesOf(over, desk.zone));
  const [busy, setBusy] = useState(false);
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const say = registerWords[language];
  const set = (changes: Partial<Boxes>): void => setBoxes({ ...boxes, ...changes });
  const submit = async (): Promise<void> => {
    setTried(true);
    if (boxes.name.trim() === "") return;
    setBusy(true);
    const answer = await writeOrganisation(desk.id, over, wishOf(boxes, over, desk.zone));
    setBusy(false);
    if (answer.ok) onDone(answer.value);
    else setProblem(answer.problem);
  };
  const title = over === null ? say.newOrganisation : renewal ? say.renew : say.editOrganisation;
  return (
    <FormOver
      {...{ title, busy, onClose }}
      act={renewal ? say.renew : say.save}
      onSubmit={() => void submit()}
    >
      {renewal ? <p className="soft">{say.renewMeans}</p> : null}
      {renewal ? null : <TaxBoxes {...{ boxes, set, tried }} />}
      <SupportBoxes {...{ boxes, set, renewal }} />
      <ProblemNotice problem={problem} />
    </FormOver>
  );
}

interface Setting {
  readonly boxes: Boxes;
  readonly set: (changes: Partial<Boxes>) => void;
}

function TaxBoxes({ boxes, set, tried }: Setting & { readonly tried: boolean }) {
  const { language } = useWords();
  const say = registerWords[language];
  return (
    <>
      <Written
        name="name"
        label={say.name}
        hint={say.nameHint}
        value={boxes.name}
        onChange={(name) => set({ name })}
        required
        tried={tried}
        isFirst
      />
      <Written name="rfc" label={say.rfc} value={boxes.rfc} onChange={(rfc) => set({ rfc })} />
      <Picked
        name="taxRegime"
        label={say.taxRegime}
        value={boxes.taxRegime}
        onChange={(taxRegime) => set({ taxRegime })}
        options={[
          { id: NONE, label: say.noRegime },
          ...taxRegimes.map(({ code, description }) => ({
            id: code,
            label: `${code} · ${description}`,
          })),
        ]}
      />
      <Written
        name="postalCode"
        label={say.postalCode}
        value={boxes.postalCode}
        onChange={(postalCode) => set({ postalCode })}
      />
      <Written
        name="taxAddress"
        label={say.taxAddress}
        value={boxes.taxAddress}
        onChange={(taxAddress) => set({ taxAddress })}
      />
    </>
  );
}

function SupportBoxes({ boxes, set, renewal }: Setting & { readonly renewal: boolean }) {
  const { language, text } = useWords();
  const { desk } = useDesk();
  const say = registerWords[language];
  const plans = desk.plans.map(({ id, label }) => ({ id, label: text(label) }));
  const isKnown = boxes.plan === NONE || plans.some(({ id }) => id === boxes.plan);
  const options = isKnown ? plans : [...plans, { id: boxes.plan, label: boxes.plan }];
  return (
    <>
      {options.length === 0 ? null : (
        <Picked
          name="plan"
          label={say.plan}
          value={boxes.plan}
          onChange={(plan) => set({ plan })}
          options={[{ id: NONE, label: say.noPlan }, ...options]}
        />
      )}
      <Written
        name="paidUntil"
        type="date"
        label={say.paidUntil}
        hint={say.paidUntilHint}
        value={boxes.paidUntil}
        onChange={(paidUntil) => set({ paidUntil })}
      />
      {renewal ? null : (
        <>
          <Written
            name="portals"
            label={say.portals}
            hint={say.portalsHint}
            lines={2}
            value={boxes.portals}
            onChange={(portals) => set({ portals })}
          />
          <Written
            name="notes"
            label={say.notes}
            lines={3}
            value={boxes.notes}
            onChange={(notes) => set({ notes })}
          />
        </>
      )}
    </>
  );
}
