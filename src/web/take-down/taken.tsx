import { Link } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { Button } from "react-aria-components";
import type { TookDown } from "../../contract/filing.ts";
import { sayShortMoment } from "../../words/short.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";

/** What to tell whoever is on the line: the number, and each promise with its limit (CC-4, IF-4). */
export function Taken({
  made,
  onAgain,
}: {
  readonly made: TookDown;
  readonly onAgain: () => void;
}) {
  const { words, text } = useWords();
  const { desk, place, severity } = useDesk();
  const say = words.takeDown;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const due = made.promises.filter(({ limit, against }) => limit !== null && against === "desk");
  return (
    <section className="page" aria-label={say.title}>
      <h2 ref={heading} tabIndex={-1}>
        {say.done(made.folio)}
      </h2>
      <div className="sheet narrow">
        <p>{say.say}</p>
        <ul>
          <li>
            <strong>{say.number(made.folio)}</strong>
          </li>
          <li>
            {words.ticket.severity}: {severity(made.severity)}
            {made.provisional ? ` (${words.queue.provisional})` : ""}
          </li>
          {due.map(({ clock, label, limit }) => (
            <li key={clock}>{say.promise(text(label), sayShortMoment(limit ?? 0, place))}</li>
          ))}
        </ul>
        {made.mailed ? <p className="soft">{say.mailed}</p> : null}
        <p className="buttons">
          <Link
            to="/d/$desk/t/$folio"
            params={{ desk: desk.id, folio: made.folio }}
            search={{ view: "open" }}
            className="button main"
          >
            {say.open}
          </Link>{" "}
          <Button className="button quiet" onPress={onAgain}>
            {say.another}
          </Button>
        </p>
      </div>
    </section>
  );
}
