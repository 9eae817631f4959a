import { useState } from "react";
import { Button } from "react-aria-components";
import type { BulkPlan } from "../../contract/bulk.ts";
import { bulkWords } from "../../words/workspace/bulk.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { sayDatedInstant } from "../../words/dates.ts";
import { instantOfWall } from "../time/wall-time.ts";
import { NOBODY } from "./wish.ts";
import type { BulkName, Wish } from "./wish.ts";

const MOST = 500;

interface Looking {
  readonly act: BulkName;
  readonly plan: BulkPlan;
  readonly wish: Wish;
  readonly undoSeconds: number;
}

/** What an act on many will come to: to how many, why not to the others, what a client reads, and whether there is a way back. */
export function BulkPreview({ act, plan, wish, undoSeconds }: Looking) {
  const { language } = useWords();
  const say = bulkWords[language];
  const to = useTo(act, wish);
  const { will, wont } = plan;
  return (
    <>
      <p>
        <b>{will.length === 0 ? say.nobodyWill : `${say.will[act](will.length, to)}.`}</b>
      </p>
      {plan.more ? <p className="notice">{say.more(MOST)}</p> : null}
      <Told will={will} isNote={act === "note"} />
      {wont.length === 0 ? null : (
        <>
          <p>{say.wont(wont.length)}</p>
          <ul className="bulk-list">
            {wont.map(({ folio, subject, why }) => (
              <li key={folio}>
                <b>{folio}</b> <span>{why}</span> <span className="soft">{subject}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {will.length === 0 ? null : (
        <p className="soft">
          {plan.reachesClients
            ? say.reaches(undoSeconds)
            : plan.undoable
              ? say.undoable
              : say.notUndoable}
        </p>
      )}
    </>
  );
}

/** What each client reads, one after the other: the words are filled in from their own ticket. */
function Told({ will, isNote }: { readonly will: BulkPlan["will"]; readonly isNote: boolean }) {
  const { language } = useWords();
  const [at, setAt] = useState(0);
  const told = will.filter(({ text }) => text !== null);
  const one = told[Math.min(at, told.length - 1)];
  // The same note in every ticket was read when it was written.
  if (one === undefined || (isNote && told.every(({ text }) => text === one.text))) return null;
  const say = bulkWords[language];
  const step = (by: 1 | -1): void => setAt((at + by + told.length) % told.length);
  return (
    <div className="bulk-told">
      <div className="bulk-told-head">
        <output className="soft">
          {isNote
            ? `${one.folio}:`
            : say.sample(one.requester === null ? one.folio : `${one.requester} (${one.folio})`)}
        </output>
        {told.length < 2 ? null : (
          <span className="bulk-told-steps">
            <Button
              className="button quiet small"
              aria-label={say.previous}
              onPress={() => step(-1)}
            >
              ‹
            </Button>
            {say.progress(at + 1, told.length)}
            <Button className="button quiet small" aria-label={say.next} onPress={() => step(1)}>
              ›
            </Button>
          </span>
        )}
      </div>
      <p className="bulk-sample" lang={one.language}>
        {one.text}
      </p>
    </div>
  );
}

/** To whom, or to what, in words. */
function useTo(act: BulkName, { to, until }: Wish): string {
  const { language } = useWords();
  const { desk, severity, level, place } = useDesk();
  switch (act) {
    case "assign":
      return to === NOBODY
        ? bulkWords[language].nobody
        : (desk.staff.find(({ id }) => id === to)?.name ?? to);
    case "classify":
      return severity(to);
    case "route":
      return level(to);
    case "schedule": {
      const at = instantOfWall(until, desk.zone);
      return at === null ? until : sayDatedInstant(at, place);
    }
    default:
      return to;
  }
}
