import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { Button } from "react-aria-components";
import type { Composition } from "../../contract/compositions.ts";
import type { TicketDetail } from "../../contract/ticket.ts";
import type { CannedAct } from "../../core/canned/canned.ts";
import { sayTime } from "../../words/dates.ts";
import { composeWords } from "../../words/workspace/compose.ts";
import { undoComposition } from "../api/compositions.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { useServerTime } from "../time/now.tsx";
import { Icon } from "../ui/icons.tsx";
import { useActWords } from "./act-words.ts";
import { tellUndone } from "./undone.ts";
import { useCompositions } from "./use-compositions.ts";
import { ticketKey } from "../ticket/ticket-query.ts";

/** What is on its way out of a ticket, at the end of its timeline: one's own can be called back. */
export function Departing({ ticket }: { readonly ticket: TicketDetail }) {
  const { desk } = useDesk();
  const { data } = useCompositions({ desk: desk.id, folio: ticket.row.folio });
  const { language } = useWords();
  const say = composeWords[language].departing;
  const [told, setTold] = useState<"undone" | "late" | null>(null);
  const list = (data?.compositions ?? []).filter(({ state }) => state === "departing");
  return (
    <>
      {list.length === 0 ? null : (
        <ol className="entries departing">
          {list.map((one) => (
            <Leaving key={one.id} one={one} onUndo={setTold} />
          ))}
        </ol>
      )}
      <output className="soft small">{told === null ? "" : say[told]}</output>
    </>
  );
}

/** Milliseconds after its time from which something is said to be late: whatever sends it was away. */
const OVERDUE = 10_000;

interface OnItsWay {
  readonly one: Composition;
  /** Told whether it could be called back, or had left. */
  readonly onUndo: (told: "undone" | "late") => void;
}

function Leaving({ one, onUndo }: OnItsWay) {
  const { words, language } = useWords();
  const { desk, place } = useDesk();
  const say = composeWords[language].departing;
  const sayAct = useActWords();
  const client = useQueryClient();
  const leavesAt = one.leavesAt ?? 0;
  const rest = useMillisLeft(leavesAt);
  const left = Math.max(0, Math.ceil(rest / 1_000));
  const isOverdue = rest < -OVERDUE;
  const [undoing, setUndoing] = useState(false);
  const { mine, byName, content, folio, id, mode } = one;
  const undo = async (): Promise<void> => {
    setUndoing(true);
    const answer = await undoComposition({ desk: desk.id, folio }, id);
    setUndoing(false);
    if (answer.ok) tellUndone(answer.value);
    if (answer.ok || answer.problem.code === "left-already") onUndo(answer.ok ? "undone" : "late");
    await client.invalidateQueries({ queryKey: ["compositions", desk.id] });
    await client.invalidateQueries({ queryKey: ticketKey({ desk: desk.id, folio }) });
  };
  const written = [content.cause, content.remedy, content.text].filter(Boolean).join("\n\n");
  return (
    <li className="entry is-message by-staff is-departing">
      <div className="entry-line">
        <output className="entry-said">
          <Icon name="sent" />{" "}
          {isOverdue
            ? say.overdue(sayTime(leavesAt, place))
            : mine
              ? left > 0
                ? say.mine(left)
                : say.leaving
              : say.others(byName)}
        </output>
        <span className="tag">{mode === "none" ? say.also : words.compose.modes[mode]}</span>
        {mine && (left > 0 || isOverdue) ? (
          <Button className="button undo" onPress={() => void undo()} isDisabled={undoing}>
            {say.undo}
          </Button>
        ) : null}
      </div>
      {written === "" ? null : <div className="said">{written}</div>}
      {content.acts.length === 0 ? null : (
        <p className="soft small">
          {say.also}: {content.acts.map((act) => sayAct(act as CannedAct)).join(" · ")}
        </p>
      )}
    </li>
  );
}

/** Milliseconds until an instant of the server's time, told anew twice a second; below zero: since. */
function useMillisLeft(at: number): number {
  const { skew } = useServerTime();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, []);
  return at - now - skew;
}
