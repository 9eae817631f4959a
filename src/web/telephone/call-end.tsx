import { Link } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { Button } from "react-aria-components";
import { telephoneWords } from "../../words/workspace/telephone.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import type { CallDone } from "./use-call.ts";

/** The end of a call: where it was logged; of a new case, the sentences that are read aloud (CC-4). */
export function CallEnd({
  done,
  onAgain,
}: {
  readonly done: CallDone;
  readonly onAgain: () => void;
}) {
  const { language } = useWords();
  const { desk } = useDesk();
  const say = telephoneWords[language];
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { folio, aloud } = done;
  return (
    <section className="page telephone" aria-label={say.title}>
      <h2 ref={heading} tabIndex={-1}>
        {aloud === null ? say.logged(folio) : say.done(folio)}
      </h2>
      <div className="sheet narrow">
        {aloud === null ? null : (
          <>
            <p className="soft">{say.readAloud}</p>
            <blockquote className="aloud">
              {aloud.map((sentence) => (
                <p key={sentence}>{sentence}</p>
              ))}
            </blockquote>
          </>
        )}
        <p className="buttons">
          <Link
            to="/d/$desk/t/$folio"
            params={{ desk: desk.id, folio }}
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
