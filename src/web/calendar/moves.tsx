import { Link } from "@tanstack/react-router";
import { sayShortDuration, sayShortMoment } from "../../words/short.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import type { Seen } from "./use-announcement.ts";

const SHOWN = 100;

/** The limits that would move, each from when to when and by how much. */
export function Moves({ seen: { moved, looked } }: { readonly seen: Seen }) {
  const { words, text } = useWords();
  const { desk, place } = useDesk();
  const say = words.calendar;
  if (moved.length === 0) return <output>{say.nothingMoves(looked)}</output>;
  return (
    <div className="moves">
      <output>
        <b>{say.moves(moved.length, looked)}</b>
      </output>
      <ul className="changes">
        {moved.slice(0, SHOWN).map(({ folio, subject, clock, label, before, after }) => (
          <li key={`${folio} ${clock} ${before}`}>
            <span>
              <Link
                to="/d/$desk/t/$folio"
                params={{ desk: desk.id, folio }}
                search={{ view: "open" }}
              >
                {folio}
              </Link>{" "}
              {subject}
            </span>
            <span className="change">
              {text(label)}: <s>{sayShortMoment(before, place)}</s> →{" "}
              <b>{sayShortMoment(after, place)}</b>{" "}
              <span className="soft">
                {after > before
                  ? say.later(sayShortDuration(after - before))
                  : say.earlier(sayShortDuration(before - after))}
              </span>
            </span>
          </li>
        ))}
      </ul>
      {moved.length > SHOWN ? <p className="soft">{say.andMore(moved.length - SHOWN)}</p> : null}
      <p className="soft">{say.told}</p>
    </div>
  );
}
