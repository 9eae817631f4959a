import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button } from "react-aria-components";
import { may } from "../../core/access/may.ts";
import type { TicketDetail } from "../../contract/ticket.ts";
import { sayShortMoment } from "../../words/short.ts";
import { receivedWorkWords } from "../../words/workspace/received.ts";
import { listReceivedOf } from "../api/received.ts";
import { valueOf } from "../api/request.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { useAct } from "../acts/use-act.ts";
import { ProblemNotice } from "../ui/notice.tsx";
import { Part } from "../ticket/part.tsx";

/** The mails of a ticket as they came, and who is in copy. */
export function ReceivedOfTicket({ ticket }: { readonly ticket: TicketDetail }) {
  const { language } = useWords();
  const { desk, place, roles } = useDesk();
  const say = receivedWorkWords[language];
  const { folio } = ticket.row;
  const version = ticket.timeline.length;
  const { data } = useQuery({
    queryKey: ["received", desk.id, "ticket", folio, version],
    queryFn: async ({ signal }) => valueOf(await listReceivedOf({ desk: desk.id, folio }, signal)),
    staleTime: 60_000,
  });
  const mails = data?.mails ?? [];
  if (mails.length === 0) return null;
  const copied = [...new Set(mails.flatMap((mail) => mail.copied))];
  return (
    <Part title={say.onTicket}>
      <ul>
        {mails.map((mail) => (
          <li key={mail.id}>
            {!may(roles, "received.read", desk.sees) ? (
              <span>{mail.sender}</span>
            ) : (
              <Link
                to="/d/$desk/recibido/$id"
                params={{ desk: desk.id, id: mail.id }}
                search={{ list: "received" }}
              >
                {mail.senderName === "" ? (mail.sender ?? say.nobody) : mail.senderName}
              </Link>
            )}{" "}
            <span className="soft">
              {sayShortMoment(mail.at - (mail.at % 60_000), place)} · {say.states[mail.state]}
            </span>
          </li>
        ))}
      </ul>
      <Copied ticket={ticket} copied={copied} />
    </Part>
  );
}

interface InCopy {
  readonly ticket: TicketDetail;
  readonly copied: readonly string[];
}

/** Who is in copy: they get nothing until an agent confirms them. */
function Copied({ ticket, copied }: InCopy) {
  const { language } = useWords();
  const say = receivedWorkWords[language];
  const { act, busy, problem } = useAct(ticket, () => undefined);
  const added = new Set(
    ticket.timeline.flatMap(({ type, facts }) =>
      type === "participant-added" ? [String(facts["address"])] : [],
    ),
  );
  if (copied.length === 0) return null;
  return (
    <>
      <h4>{say.inCopy}</h4>
      <ul>
        {copied.map((address) => (
          <li key={address}>
            {address}{" "}
            {added.has(address) ? (
              <span className="soft">{say.isTold}</span>
            ) : ticket.acts.includes("add-participant") ? (
              <Button
                className="button small"
                aria-disabled={busy}
                aria-label={say.confirmOf(address)}
                onPress={() => void act("add-participant", { address })}
              >
                {say.confirm}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      <ProblemNotice problem={problem} />
    </>
  );
}
