import { Button, DialogTrigger, Popover } from "react-aria-components";
import type { PromiseReading } from "../../contract/clock.ts";
import type { TicketDetail } from "../../contract/ticket.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { sayWhen } from "../time/clock-words.ts";
import { useServerTime } from "../time/now.tsx";
import { Icon } from "../ui/icons.tsx";
import type { IconName } from "../ui/icons.tsx";
import { Explained } from "./explained.tsx";
import { PromiseBar } from "./promise-bar.tsx";
import { PromiseFacts } from "./promise-facts.tsx";

const icons: Readonly<Record<PromiseReading["status"], IconName>> = {
  idle: "none",
  running: "clock",
  paused: "pause",
  met: "check",
  missed: "late",
  passed: "skip",
  cancelled: "close",
  merged: "merged",
  "not-measured": "none",
};

/** Every promise of a ticket, as it stands; pressing one explains it. */
export function Promises({ ticket }: { readonly ticket: TicketDetail }) {
  const { words } = useWords();
  const { promises } = ticket;
  return (
    <section className="promises" aria-label={words.promises.title}>
      {promises.length === 0 ? <p className="soft">{words.promises.none}</p> : null}
      <ul>
        {promises.map((promise) => (
          <li key={`${promise.clock} ${promise.round}`}>
            <OnePromise ticket={ticket} promise={promise} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface One {
  readonly ticket: TicketDetail;
  readonly promise: PromiseReading;
}

function OnePromise({ ticket, promise }: One) {
  const { words, text } = useWords();
  const { place } = useDesk();
  const { now } = useServerTime();
  const { status, provisional, limit, promised, stopped, round } = promise;
  const label = text(promise.label);
  const at = stopped ?? limit;
  return (
    <DialogTrigger>
      <Button className={`promise is-${status}`}>
        <Icon name={icons[status]} />
        <span className="promise-label">
          {label}
          {round > 1 ? ` (${words.promises.round(round)})` : ""}
        </span>
        <span className="promise-status">
          {status === "met" && provisional
            ? words.promises.provisional
            : words.promises.status[status]}
          {at === null ? "" : ` · ${sayWhen(at, now, place)}`}
        </span>
        {promised === null || limit === null ? null : (
          <span className="promise-moved">
            {words.promises.promisedAndComputed(
              sayWhen(promised, now, place),
              sayWhen(limit, now, place),
            )}
          </span>
        )}
        <PromiseBar promise={promise} now={now} />
      </Button>
      <Popover className="popover explain-popover" placement="bottom start">
        <div className="dialog">
          <h2>{label}</h2>
          <PromiseFacts promise={promise} />
          {status === "idle" || status === "not-measured" ? null : (
            <Explained
              {...{ folio: ticket.row.folio, seq: ticket.row.seq, clock: promise.clock, round }}
            />
          )}
        </div>
      </Popover>
    </DialogTrigger>
  );
}
