import { Link, useSearch } from "@tanstack/react-router";
import { Suspense } from "react";
import type { TicketDetail } from "../../contract/ticket.ts";
import { MINUTE } from "../../core/time/instant.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { lazily } from "../app/lazily.ts";
import { sayLength } from "../time/clock-words.ts";
import { Fact } from "../ui/fields.tsx";
import { Icon } from "../ui/icons.tsx";
import { ReceivedOfTicket } from "../received/of-ticket.tsx";
import { Attention } from "./attention.tsx";
import { Files } from "./files.tsx";
import { Part } from "./part.tsx";
import { Written } from "./written.tsx";

// What the register knows is asked for beside the ticket, and fetched with its words when it is.
const Client = lazily(() => import("./client.tsx"), "Client");

const SuggestedArticles = lazily(() => import("../articles/for-ticket.tsx"), "SuggestedArticles");

const IncidentCard = lazily(() => import("../incident/incident-card.tsx"), "IncidentCard");

const SatisfactionOfTicket = lazily(() => import("./satisfaction.tsx"), "SatisfactionOfTicket");

// So are the invoices: their card comes with the first ticket that is opened.
const InvoiceCard = lazily(() => import("./invoice-card.tsx"), "InvoiceCard");

/** What is beside a ticket; its place alone while there is none. */
export function Context({ ticket }: { readonly ticket: TicketDetail | undefined }) {
  const { words } = useWords();
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, and may hold nothing else that takes the focus
    <aside className="context" aria-label={words.context.title} tabIndex={0}>
      {ticket === undefined ? null : <Beside ticket={ticket} />}
    </aside>
  );
}

/** Who asks, what they wrote, what it hangs together with, where the time went. */
function Beside({ ticket }: { readonly ticket: TicketDetail }) {
  const { words } = useWords();
  const say = words.context;
  const { row } = ticket;
  const files = ticket.timeline.flatMap(({ message }) => message?.files ?? []);
  return (
    <>
      <Attention ticket={ticket} />
      <Flags ticket={ticket} />
      <Incident ticket={ticket} shows="belonging" />
      <Requester ticket={ticket} />
      <Suspense fallback={null}>
        <Client ticket={ticket} />
      </Suspense>
      <Suspense fallback={null}>
        <SuggestedArticles ticket={ticket} />
      </Suspense>
      <Incident ticket={ticket} shows="likeness" />
      <Written ticket={ticket} />
      <Suspense fallback={null}>
        <InvoiceCard ticket={ticket} />
      </Suspense>
      {files.length === 0 ? null : (
        <Part title={say.files}>
          <Files files={files} />
        </Part>
      )}
      <Solution ticket={ticket} />
      {row.progress === "closed" ? (
        <Suspense fallback={null}>
          <SatisfactionOfTicket folio={row.folio} />
        </Suspense>
      ) : null}
      {ticket.timeline.some(({ message }) => message?.channel === "mail") ? (
        <ReceivedOfTicket ticket={ticket} />
      ) : null}
      <Links ticket={ticket} />
      <Buckets ticket={ticket} />
      <p className="soft small">{say.policy(ticket.policy)}</p>
    </>
  );
}

function Incident({
  ticket: { row, acts, links },
  shows,
}: {
  readonly ticket: TicketDetail;
  readonly shows: "belonging" | "likeness";
}) {
  if (!acts.includes("merge") && !links.some(({ as }) => as === "part-of")) return null;
  return (
    <Suspense fallback={null}>
      <IncidentCard folio={row.folio} shows={shows} />
    </Suspense>
  );
}

/** Who asks, as far as it is known, and by what way. */
function Requester({ ticket }: { readonly ticket: TicketDetail }) {
  const { words } = useWords();
  const say = words.context;
  const { requester, channel } = ticket.row;
  const known: readonly (readonly [term: string, value: string | null])[] = [
    [say.name, requester.name === ticket.identity ? null : requester.name],
    [say.address, requester.address],
    [say.telephone, ticket.telephone],
    [say.identity, ticket.identity],
    [say.portal, ticket.portal],
    [say.channel, words.channels[channel] ?? channel],
  ];
  return (
    <Part title={say.requester}>
      <dl>
        {known.map(([term, value]) =>
          value === null ? null : (
            <Fact key={term} term={term}>
              {value}
            </Fact>
          ),
        )}
      </dl>
    </Part>
  );
}

function Solution({ ticket: { solution } }: { readonly ticket: TicketDetail }) {
  const { words } = useWords();
  if (solution === null) return null;
  return (
    <Part title={words.context.solution}>
      <dl>
        <Fact term={words.timeline.cause}>{solution.cause}</Fact>
        <Fact term={words.timeline.remedy}>{solution.remedy}</Fact>
      </dl>
      {solution.told ? null : <p className="soft">{words.context.notTold}</p>}
    </Part>
  );
}

function Flags({ ticket: { flags } }: { readonly ticket: TicketDetail }) {
  const { words } = useWords();
  if (flags.length === 0) return null;
  return (
    <Part title={words.context.flags}>
      <ul className="flags">
        {flags.map((flag) => (
          <li key={flag}>
            <Icon name="flag" /> {words.flags[flag] ?? flag}
          </li>
        ))}
      </ul>
    </Part>
  );
}

function Links({ ticket }: { readonly ticket: TicketDetail }) {
  const { words } = useWords();
  const { desk } = useDesk();
  const search = useSearch({ from: "/d/$desk/work" });
  if (ticket.links.length === 0) return null;
  return (
    <Part title={words.context.links}>
      <ul className="links">
        {ticket.links.map(({ to, as }) => (
          <li key={`${to} ${as}`}>
            <Link to="/d/$desk/t/$folio" params={{ desk: desk.id, folio: to }} search={search}>
              {to}
            </Link>{" "}
            <span className="soft">{words.links[as] ?? as}</span>
          </li>
        ))}
      </ul>
    </Part>
  );
}

function Buckets({ ticket }: { readonly ticket: TicketDetail }) {
  const { words } = useWords();
  const spent = Object.entries(ticket.buckets).filter(([, ms]) => ms >= MINUTE);
  if (spent.length === 0) return null;
  return (
    <Part title={words.context.time}>
      <dl className="buckets">
        {spent.map(([bucket, ms]) => (
          <Fact key={bucket} term={words.buckets[bucket] ?? bucket}>
            {sayLength(ms, words)}
          </Fact>
        ))}
      </dl>
    </Part>
  );
}
