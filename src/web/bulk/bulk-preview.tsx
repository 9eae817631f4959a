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
  const samples = [
    ...new Map(will.flatMap((one) => (one.text === null ? [] : [[one.language, one]]))).values(),
  ];
  return (
    <>
      <p>
        <b>{will.length === 0 ? say.nobodyWill : `${say.will[act](will.length, to)}.`}</b>
      </p>
      {plan.more ? <p className="notice">{say.more(MOST)}</p> : null}
      {act === "note"
        ? null
        : samples.map((one) => (
            <div key={one.language}>
              <p className="soft">{say.sample(one.requester ?? one.folio)}</p>
              <p className="bulk-sample" lang={one.language}>
                {one.text}
              </p>
            </div>
          ))}
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
