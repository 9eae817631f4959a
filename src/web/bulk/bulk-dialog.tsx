import { useState } from "react";
import type { Bulk, BulkPlan, BulkWire } from "../../contract/bulk.ts";
import type { Problem } from "../../contract/problem.ts";
import type { ViewFilter } from "../../contract/views.ts";
import { bulkWords } from "../../words/workspace/bulk.ts";
import { beginBulk, planBulk } from "../api/bulk.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { usePreferences } from "../app/preferences.ts";
import { FormOver, Over } from "../ui/dialog.tsx";
import { ProblemNotice } from "../ui/notice.tsx";
import { BulkFields } from "./bulk-fields.tsx";
import { BulkProgress } from "./bulk-progress.tsx";
import { BulkPreview } from "./bulk-preview.tsx";
import { blankWish, wireOf } from "./wish.ts";
import type { BulkName, Wish } from "./wish.ts";

interface Asking {
  readonly act: BulkName;
  readonly on: { readonly folios: readonly string[] } | { readonly filter: ViewFilter };
  /** What is known of it already, and need not be asked. */
  readonly known?: Partial<Wish>;
  readonly onClose: (done: boolean) => void;
}

/** One act on many: what it is, what it will come to, and how far it is. Nothing is done before it was looked at. */
export function BulkDialog({ act, on, known = {}, onClose }: Asking) {
  const { language } = useWords();
  const { desk } = useDesk();
  const { undoSeconds } = usePreferences();
  const [wish, setWish] = useState<Wish>({ ...blankWish, ...known });
  const [looked, setLooked] = useState<{ does: BulkWire; plan: BulkPlan } | null>(null);
  const [begun, setBegun] = useState<Bulk | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const say = bulkWords[language];
  const title = say.acts[act];
  const look = async (): Promise<void> => {
    const does = wireOf(act, wish, desk.zone);
    if (does === null) return;
    setBusy(true);
    const answer = await planBulk(desk.id, does, on);
    setBusy(false);
    setProblem(answer.ok ? null : answer.problem);
    if (answer.ok) setLooked({ does, plan: answer.value });
  };
  const go = async ({ does, plan }: NonNullable<typeof looked>): Promise<void> => {
    const folios = plan.will.map(({ folio }) => folio);
    if (folios.length === 0) return onClose(false);
    setBusy(true);
    const answer = await beginBulk(desk.id, { does, folios, undoSeconds });
    setBusy(false);
    setProblem(answer.ok ? null : answer.problem);
    if (answer.ok) setBegun(answer.value);
  };
  if (begun !== null)
    return (
      <Over title={title} onClose={() => onClose(true)}>
        <BulkProgress begun={begun} onClose={() => onClose(true)} />
      </Over>
    );
  if (looked !== null)
    return (
      <FormOver
        title={title}
        act={say.go}
        busy={busy}
        danger={looked.plan.reachesClients}
        onClose={() => setLooked(null)}
        onSubmit={() => void go(looked)}
      >
        <BulkPreview act={act} plan={looked.plan} wish={wish} undoSeconds={undoSeconds} />
        <ProblemNotice problem={problem} />
      </FormOver>
    );
  return (
    <FormOver
      title={title}
      act={say.look}
      busy={busy}
      onClose={() => onClose(false)}
      onSubmit={() => void look()}
    >
      <BulkFields act={act} wish={wish} onChange={setWish} />
      <ProblemNotice problem={problem} />
    </FormOver>
  );
}
