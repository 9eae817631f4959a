import { useState } from "react";
import { Button } from "react-aria-components";
import type { CalendarExceptions } from "../../contract/calendar.ts";
import { sayCivilDate } from "../../words/dates.ts";
import { useWords } from "../app/language.tsx";
import { ProblemNotice } from "../ui/notice.tsx";
import { AnnounceFields } from "./fields.tsx";
import { Moves } from "./moves.tsx";
import { useAnnouncement } from "./use-announcement.ts";
import { blankWish, missingIn } from "./wish.ts";
import type { Wish } from "./wish.ts";

interface Props {
  readonly calendars: CalendarExceptions["calendars"];
  readonly onPublished: () => void;
}

/** Announces a change of hours: what it moves is seen before it is published. */
export function Announce({ calendars, onPublished }: Props) {
  const { words, language } = useWords();
  const [wish, setWish] = useState(() => blankWish(calendars));
  const [tried, setTried] = useState(false);
  const { seen, looked, busy, problem, published, preview, publish, forget } =
    useAnnouncement(onPublished);
  const say = words.calendar;
  const missing = tried ? missingIn(wish) : [];
  const change = (changes: Partial<Wish>): void => {
    setWish({ ...wish, ...changes });
    forget();
  };
  if (published !== null) {
    return (
      <section className="sheet" aria-label={say.announce}>
        <h3>
          <output>{say.done(sayCivilDate(published, language))}</output>
        </h3>
        <p>{say.doneText}</p>
        <Button
          className="button"
          onPress={() => {
            setTried(false);
            change(blankWish(calendars));
          }}
        >
          {say.again}
        </Button>
      </section>
    );
  }
  return (
    <section className="sheet" aria-label={say.announce}>
      <h3>{say.announce}</h3>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (missingIn(wish).length > 0) return;
          void (seen === null ? preview(wish) : publish(wish));
        }}
      >
        <AnnounceFields {...{ wish, change, missing, calendars }} />
        <output>{busy && seen === null ? say.previewing(looked) : ""}</output>
        {seen === null ? null : <Moves seen={seen} />}
        <ProblemNotice problem={problem} />
        <Button type="submit" className="button main" aria-disabled={busy}>
          {seen === null ? say.preview : say.publish}
        </Button>
      </form>
    </section>
  );
}
