import { useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import type { TicketDetail } from "../../contract/ticket.ts";
import type { TicketClient } from "../../contract/register.ts";
import { may } from "../../core/access/may.ts";
import { registerWords } from "../../words/workspace/register.ts";
import { readClient } from "../api/register.ts";
import { valueOf } from "../api/request.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { Support } from "../register/support.tsx";
import { Fact } from "../ui/fields.tsx";
import { Part } from "./part.tsx";

/** Whose the ticket is: the client, its support, its other open tickets, who of it may ask for what. */
export function Client({ ticket }: { readonly ticket: TicketDetail }) {
  const { desk, roles } = useDesk();
  const { folio } = ticket.row;
  const { language } = useWords();
  const say = registerWords[language];
  const isLet = may(roles, "register.read") && desk.sees === "all";
  const client = useQuery({
    queryKey: ["client", desk.id, folio],
    queryFn: async ({ signal }) => valueOf(await readClient({ desk: desk.id, folio }, signal)),
    enabled: isLet,
    staleTime: 30_000,
  });
  if (client.data === undefined) return null;
  const { organisation, contact, open, authorised, namesakes } = client.data;
  return (
    <>
      <Part title={say.client}>
        {organisation === null ? (
          <p className="soft">{say.unknownClient}</p>
        ) : (
          <dl>
            <Fact term={say.organisation}>
              <Link to="/d/$desk/registro/$id" params={{ desk: desk.id, id: organisation.id }}>
                {organisation.name}
              </Link>
            </Fact>
            {organisation.rfc === null ? null : <Fact term={say.rfc}>{organisation.rfc}</Fact>}
            <Fact term={say.support}>
              <Support client={organisation} />
            </Fact>
          </dl>
        )}
        {contact === null ? null : <ContactRole contact={contact} />}
      </Part>
      <Namesakes known={namesakes} />
      <OtherOpen open={open} />
      <Authorised all={authorised} />
    </>
  );
}

function ContactRole({ contact }: { readonly contact: NonNullable<TicketClient["contact"]> }) {
  const { language, text } = useWords();
  const { desk } = useDesk();
  const say = registerWords[language];
  const role = desk.contactRoles.find(({ id }) => id === contact.role);
  return (
    <p>
      {contact.name}
      <span className="soft">
        {" · "}
        {role === undefined ? say.noRole : text(role.label)}
        {contact.active ? null : ` · ${say.inactive}`}
      </span>
    </p>
  );
}

function Namesakes({ known }: { readonly known: TicketClient["namesakes"] }) {
  const { language } = useWords();
  const say = registerWords[language];
  if (known.length === 0) return null;
  return (
    <Part title={say.namesakes}>
      <ul className="links">
        {known.map(({ kind, id, name, by }) => (
          <li key={`${kind} ${id}`}>
            {kind === "account" ? `${id} · ` : null}
            {name}{" "}
            <span className="soft">
              {say.namesakeKind[kind]}: {say.namesakeBy[by]}
            </span>
          </li>
        ))}
      </ul>
    </Part>
  );
}

function OtherOpen({ open }: { readonly open: TicketClient["open"] }) {
  const { language } = useWords();
  const { desk } = useDesk();
  const search = useSearch({ from: "/d/$desk/work" });
  const say = registerWords[language];
  if (open.length === 0) return null;
  return (
    <Part title={say.otherOpen}>
      <ul className="links">
        {open.map(({ folio, subject }) => (
          <li key={folio}>
            <Link to="/d/$desk/t/$folio" params={{ desk: desk.id, folio }} search={search}>
              {folio}
            </Link>{" "}
            <span className="soft">{subject}</span>
          </li>
        ))}
      </ul>
    </Part>
  );
}

function Authorised({ all }: { readonly all: TicketClient["authorised"] }) {
  const { language, text } = useWords();
  const say = registerWords[language];
  if (all.length === 0) return null;
  return (
    <Part title={say.authorised}>
      <dl>
        {all.map(({ form, title, contacts, clause }) => (
          <Fact key={form} term={text(title)}>
            {contacts.length === 0
              ? say.nobodyAuthorised
              : contacts.map(({ name }) => name).join(", ")}{" "}
            <span className="clause">{clause.join(", ")}</span>
          </Fact>
        ))}
      </dl>
    </Part>
  );
}
