import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button } from "react-aria-components";
import type { TicketDetail } from "../../contract/ticket.ts";
import { underwayWords } from "../../words/workspace/underway.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { ticketKey } from "../ticket/ticket-query.ts";
import { askAgain } from "../ticket/use-ticket.ts";
import { Icon } from "../ui/icons.tsx";
import { problemText } from "../ui/notice.tsx";
import { useUnderwayWords } from "./act-said.ts";
import type { Underway } from "./lanes.ts";
import { forgetBack, undertakeAgain, usePutBack } from "./underway.ts";

/** What was shown and was not done, ticket by ticket: why, what was typed for it, and how to do it after all. */
export function PutBack() {
  const { language } = useWords();
  const { desk, me } = useDesk();
  const back = usePutBack(desk.id, me.id);
  if (back.length === 0) return null;
  const tickets = [...Map.groupBy(back, ({ folio }) => folio)];
  return (
    <section className="put-back" aria-label={underwayWords[language].region}>
      {tickets.map(([folio, acts]) => (
        <OfTicket key={folio} folio={folio} acts={acts} />
      ))}
    </section>
  );
}

interface Acts {
  readonly folio: string;
  readonly acts: readonly Underway[];
}

function OfTicket({ folio, acts }: Acts) {
  const { words, language } = useWords();
  const { desk, me } = useDesk();
  const client = useQueryClient();
  const sayAct = useUnderwayWords();
  const say = underwayWords[language];
  const [first, ...rest] = acts;
  if (first === undefined) return null;
  const lane = { desk: desk.id, folio };
  const own = { ...lane, me: me.id };
  const { problem } = first;
  const typed = acts.flatMap(({ body }) => typedIn(body));
  const retry = (): void => {
    const seen = client.getQueryData<TicketDetail>(ticketKey(lane));
    undertakeAgain(own, seen?.row.seq ?? null, (of) => askAgain(client, of));
  };
  return (
    <div className="notice bad" role="alert">
      <Icon name="fault" />
      <p>
        <Link to="/d/$desk/t/$folio" params={lane} search={{ view: "open" }}>
          {say.notDone(sayAct(first), folio)}
        </Link>{" "}
        {problem === null || problem.code === "offline" ? say.offline : problemText(problem, words)}{" "}
        {rest.length === 0 ? null : say.neither(rest.map(sayAct).join(", "))}{" "}
        {typed.map((text) => (
          <span key={text} className="soft">
            {say.typed(text)}
          </span>
        ))}
      </p>
      <span className="acts start">
        <Button className="button small" onPress={retry}>
          {say.again}
        </Button>
        <Button className="button quiet small" onPress={() => forgetBack(own)}>
          {say.drop}
        </Button>
      </span>
    </div>
  );
}

/** The words that a person typed for an act. */
function typedIn(body: Underway["body"]): readonly string[] {
  const { reason, note } = body as { readonly reason?: string; readonly note?: string };
  return [reason, note].filter((text) => text !== undefined && text !== "") as string[];
}
