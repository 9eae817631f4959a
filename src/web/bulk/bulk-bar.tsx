import { Suspense, useEffect, useState } from "react";
import { Button } from "react-aria-components";
import { may } from "../../core/access/may.ts";
import { bulkWords } from "../../words/workspace/bulk.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { lazily } from "../app/lazily.ts";
import type { ViewSearch } from "../queue/view.ts";
import { useShortcuts } from "../shell/shortcuts.ts";
import { choose, useChosen } from "./chosen.ts";
import { bulkActs } from "./wish.ts";
import type { BulkName } from "./wish.ts";

const BulkDialog = lazily(() => import("./bulk-dialog.tsx"), "BulkDialog");

const QuickPick = lazily(() => import("../ui/quick-pick.tsx"), "QuickPick");

/** How many one act is done to at most. */
const MOST = 500;

/** What can be done to the tickets that are chosen. */
export function BulkBar({ search }: { readonly search: ViewSearch }) {
  const { language } = useWords();
  const { roles } = useDesk();
  const chosen = useChosen();
  const [asked, setAsked] = useState<BulkName | null>(null);
  const [whole, setWhole] = useState(false);
  const [picking, setPicking] = useState(false);
  const say = bulkWords[language];
  const open = chosen.size > 0 && may(roles, "ticket.bulk");
  useShortcuts(open ? { e: () => setPicking(true), Escape: () => choose([]) } : {});
  useOfOneList(search);
  if (asked !== null)
    return (
      <Suspense>
        <BulkDialog
          act={asked}
          on={whole ? { filter: search } : { folios: [...chosen] }}
          onClose={(done) => {
            setAsked(null);
            setWhole(false);
            if (done) choose([]);
          }}
        />
      </Suspense>
    );
  if (!open) return null;
  const [assign, classify, ...more] = bulkActs;
  return (
    <div className="bulk-bar" role="toolbar" aria-label={say.what}>
      <output>{say.chosen(chosen.size)}</output>
      {[assign, classify].map((act) =>
        act === undefined ? null : (
          <Button key={act} className="button small" onPress={() => setAsked(act)}>
            {say.acts[act]}
          </Button>
        ),
      )}
      <Button className="button quiet small" onPress={() => setPicking(true)}>
        {say.what} <kbd className="stroke">e</kbd>
      </Button>
      <span className="grow" />
      <Button className="button quiet small" onPress={() => setWhole(!whole)} aria-pressed={whole}>
        {say.all(MOST)}
      </Button>
      <Button className="button quiet small" onPress={() => choose([])}>
        {say.none} <kbd className="stroke">Esc</kbd>
      </Button>
      {picking ? (
        <PickAct
          acts={[assign, classify, ...more].flatMap((act) => act ?? [])}
          onPick={(act) => {
            setPicking(false);
            setAsked(act);
          }}
          onClose={() => setPicking(false)}
        />
      ) : null}
    </div>
  );
}

/** What is chosen was chosen in a list: in another one it is not seen. */
function useOfOneList(search: ViewSearch): void {
  const list = JSON.stringify(search);
  useEffect(() => () => choose([]), [list]);
}

interface Picking {
  readonly acts: readonly BulkName[];
  readonly onPick: (act: BulkName) => void;
  readonly onClose: () => void;
}

function PickAct({ acts, onPick, onClose }: Picking) {
  const { language } = useWords();
  const [typed, setTyped] = useState("");
  const say = bulkWords[language];
  const found = acts.filter((act) => say.acts[act].toLowerCase().includes(typed.toLowerCase()));
  return (
    <Suspense>
      <QuickPick
        title={say.what}
        hint=""
        typed={typed}
        onType={setTyped}
        options={found.map((act) => ({ id: act, label: say.acts[act] }))}
        onPick={(id) => onPick(id as BulkName)}
        onClose={onClose}
      />
    </Suspense>
  );
}
