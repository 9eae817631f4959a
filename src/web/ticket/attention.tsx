import { useState } from "react";
import { Button } from "react-aria-components";
import type { TicketDetail } from "../../contract/ticket.ts";
import { MINUTE } from "../../core/time/instant.ts";
import { sayShortMoment } from "../../words/short.ts";
import { attentionWorkWords } from "../../words/workspace/attention.ts";
import { LogTime, ProposeCharge } from "../acts/charge.tsx";
import { RefuseUrgency } from "../acts/refuse-urgency.tsx";
import { useAct } from "../acts/use-act.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { ProblemNotice } from "../ui/notice.tsx";
import { Part } from "./part.tsx";

interface Seen {
  readonly ticket: TicketDetail;
}

/** What asks for attention: who is on line, what is claimed to be urgent, what is charged. */
export function Attention({ ticket }: Seen) {
  return (
    <>
      <Presence ticket={ticket} />
      <Urgency ticket={ticket} />
      <Account ticket={ticket} />
    </>
  );
}

function Presence({ ticket }: Seen) {
  const { language } = useWords();
  const say = attentionWorkWords[language];
  const { present } = ticket.row;
  if (present === null) return null;
  return (
    <Part title={say.presence}>
      <p>{present ? say.hereLong : say.awayLong}</p>
    </Part>
  );
}

function Urgency({ ticket }: Seen) {
  const { language, text } = useWords();
  const { desk } = useDesk();
  const say = attentionWorkWords[language];
  const [isRefusing, setRefusing] = useState(false);
  const { act, busy, problem } = useAct(ticket, () => {});
  const { urgency, acts } = ticket;
  if (urgency === null) return null;
  const ground = desk.grounds.find(({ id }) => id === urgency.ground);
  return (
    <Part title={say.urgency}>
      <p>
        <strong>{say.states[urgency.state]}</strong>
        {ground === undefined ? null : `: ${text(ground.label)} `}
        <span className="soft">{ground?.clause.join(", ")}</span>
      </p>
      {acts.includes("confirm-urgency") ? (
        <p className="row-of-acts">
          <Button
            className="button quiet"
            aria-disabled={busy}
            onPress={() => void act("confirm-urgency", {})}
          >
            {say.confirmUrgency}
          </Button>
          <Button className="button quiet" onPress={() => setRefusing(true)}>
            {say.refuseUrgency}
          </Button>
        </p>
      ) : null}
      <ProblemNotice problem={problem} />
      {isRefusing ? <RefuseUrgency ticket={ticket} onClose={() => setRefusing(false)} /> : null}
    </Part>
  );
}

function Account({ ticket }: Seen) {
  const { language } = useWords();
  const say = attentionWorkWords[language];
  const [asked, setAsked] = useState<"propose" | "log" | null>(null);
  const { account, acts } = ticket;
  const mayPropose = acts.includes("propose-charge");
  const mayLog = acts.includes("log-time");
  if (account === null && !mayPropose) return null;
  return (
    <Part title={say.account}>
      {account === null ? null : <Statement account={account} />}
      <p className="row-of-acts">
        {mayPropose ? (
          <Button className="button quiet" onPress={() => setAsked("propose")}>
            {say.propose}
          </Button>
        ) : null}
        {mayLog ? (
          <Button className="button quiet" onPress={() => setAsked("log")}>
            {say.log}
          </Button>
        ) : null}
      </p>
      {asked === "propose" ? (
        <ProposeCharge ticket={ticket} onClose={() => setAsked(null)} />
      ) : null}
      {asked === "log" ? <LogTime ticket={ticket} onClose={() => setAsked(null)} /> : null}
    </Part>
  );
}

function Statement({ account }: { readonly account: NonNullable<TicketDetail["account"]> }) {
  const { language } = useWords();
  const { desk } = useDesk();
  const say = attentionWorkWords[language];
  const at = (when: number): string =>
    sayShortMoment(when - (when % MINUTE), { zone: desk.zone, language });
  return (
    <>
      <ul className="links">
        {account.quotes.map((quote) => (
          <li key={quote.at}>
            {at(quote.at)}: {say.minutesOf(quote.minutes)}, {quote.amount} {quote.currency}{" "}
            <span className="soft">{say.quote[quote.state]}</span>
          </li>
        ))}
      </ul>
      {account.entries.length === 0 ? <p className="soft">{say.noTime}</p> : null}
      <ul className="links">
        {account.entries.map((entry) => (
          <li key={`${entry.at} ${entry.work}`}>
            {at(entry.at)}: {say.minutesOf(entry.minutes)}, {entry.amount} {entry.currency}.{" "}
            {entry.work}
          </li>
        ))}
      </ul>
      {account.totals.map(({ amount, currency }) => (
        <p key={currency}>
          <strong>
            {say.total}: {amount} {currency}
          </strong>
        </p>
      ))}
    </>
  );
}
