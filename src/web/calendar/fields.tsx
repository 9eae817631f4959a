import { Button } from "react-aria-components";
import type { CalendarExceptions } from "../../contract/calendar.ts";
import { useWords } from "../app/language.tsx";
import { Choice, Picked, Ticked, Written } from "../ui/fields.tsx";
import { isOvernight } from "./wish.ts";
import type { missingIn, Wish } from "./wish.ts";

interface Props {
  readonly wish: Wish;
  readonly change: (changes: Partial<Wish>) => void;
  readonly missing: ReturnType<typeof missingIn>;
  readonly calendars: CalendarExceptions["calendars"];
}

/** What a change of hours says: which day, closed or with which hours, and why. */
export function AnnounceFields({ wish, change, missing, calendars }: Props) {
  const { words, text } = useWords();
  const say = words.calendar;
  return (
    <>
      {calendars.length > 1 ? (
        <Picked
          name="calendar"
          label={say.calendar}
          value={wish.calendar}
          onChange={(calendar) => change({ calendar })}
          options={calendars.map(({ id, hours }) => ({ id, label: id, means: text(hours) }))}
        />
      ) : null}
      <Written
        name="date"
        type="date"
        label={say.date}
        value={wish.date}
        onChange={(date) => change({ date })}
        error={missing.includes("date") ? say.invalidDate : undefined}
        required
      />
      <Choice
        name="day"
        label={say.day}
        value={wish.day}
        onChange={(day) => change({ day: day === "hours" ? "hours" : "closed" })}
        options={[
          { id: "closed", label: say.closed },
          { id: "hours", label: say.otherHours },
        ]}
      />
      {wish.day === "hours" ? <HoursFields {...{ wish, change, missing }} /> : null}
      <Written
        name="why"
        label={say.why}
        hint={say.whyHint}
        value={wish.why}
        onChange={(why) => change({ why })}
        error={missing.includes("why") ? words.compose.required : undefined}
        required
      />
    </>
  );
}

const MOST = 8;

function HoursFields({ wish, change, missing }: Omit<Props, "calendars">) {
  const { words } = useWords();
  const say = words.calendar;
  const { hours } = wish;
  const set = (at: number, stretch: readonly [string, string]): void =>
    change({ hours: hours.with(at, stretch) });
  const isWrong = (value: string): string | undefined =>
    missing.includes("hours") && value === "" ? say.invalidHours : undefined;
  return (
    <>
      {hours.map(([from, to], at) => (
        <div className="stretch" key={at}>
          <Written
            name={`from-${at}`}
            type="time"
            label={say.from(at + 1)}
            value={from}
            onChange={(value) => set(at, [value, to])}
            error={isWrong(from)}
          />
          <Written
            name={`to-${at}`}
            type="time"
            label={say.to(at + 1)}
            value={to}
            onChange={(value) => set(at, [from, value])}
            error={isWrong(to)}
          />
        </div>
      ))}
      {isOvernight(wish) ? (
        <Ticked
          name="overnight"
          label={say.overnight}
          error={missing.includes("overnight") ? say.sayOvernight : undefined}
          value={wish.overnight}
          onChange={(overnight) => change({ overnight })}
        />
      ) : null}
      <div className="acts">
        {hours.length > 1 ? (
          <Button className="button quiet" onPress={() => change({ hours: hours.slice(0, -1) })}>
            {say.dropHours}
          </Button>
        ) : null}
        {hours.length < MOST ? (
          <Button className="button quiet" onPress={() => change({ hours: [...hours, ["", ""]] })}>
            {say.addHours}
          </Button>
        ) : null}
      </div>
    </>
  );
}
