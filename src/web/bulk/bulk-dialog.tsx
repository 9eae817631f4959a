import { useState } from "react";
import type { Bulk, BulkPlan, BulkWire } from "../../contract/bulk.ts";
import type { Problem } from "../../contract/problem.ts";
import type { ViewFilter } from "../../contract/views.ts";
import { bulkWords } from "../../words/workspace/bulk.ts";
import { beginBulk, planBulk } from "../api/bulk.ts";
import type { Answer } from "../api/request.ts";
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
  const { undoSeconds } = usePreferences();
  const [wish, setWish] = useState<Wish>({ ...blankWish, ...known });
  const { looked, begun, busy, problem, look, go, back } = useBulkSteps({ act, on, wish });
  const say = bulkWords[language];
  const title = say.acts[act];
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
        act={looked.plan.will.length === 0 ? say.back : say.go}
        busy={busy}
        danger={looked.plan.reachesClients && looked.plan.will.length > 0}
        onClose={back}
        onSubmit={() => (looked.plan.will.length === 0 ? back() : void go(looked))}
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

/** An act that was looked at, and what it would come to. */
interface Looked {
  readonly does: BulkWire;
  readonly plan: BulkPlan;
}

/** The steps of an act on many: written, looked at, begun. */
function useBulkSteps({ act, on, wish }: Pick<Asking, "act" | "on"> & { readonly wish: Wish }) {
  const { desk } = useDesk();
  const { undoSeconds } = usePreferences();
  const [looked, setLooked] = useState<Looked | null>(null);
  const [begun, setBegun] = useState<Bulk | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const ask = async <T,>(asked: Promise<Answer<T>>, take: (value: T) => void): Promise<void> => {
    setBusy(true);
    const answer = await asked;
    setBusy(false);
    setProblem(answer.ok ? null : answer.problem);
    if (answer.ok) take(answer.value);
  };
  return {
    ...{ looked, begun, busy, problem },
    back: (): void => setLooked(null),
    look: async (): Promise<void> => {
      const does = wireOf(act, wish, desk.zone);
      if (does !== null)
        await ask(planBulk(desk.id, does, on), (plan) => setLooked({ does, plan }));
    },
    go: ({ does, plan }: Looked): Promise<void> => {
      const folios = plan.will.map(({ folio }) => folio);
      return ask(beginBulk(desk.id, { does, folios, undoSeconds }), setBegun);
    },
  };
}
