import { Link } from "@tanstack/react-router";
import { spaceDigits } from "../../words/telephone.ts";
import { registerWords } from "../../words/workspace/register.ts";
import { telephoneWords } from "../../words/workspace/telephone.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { Support } from "../register/support.tsx";
import { Fact } from "../ui/fields.tsx";
import type { Caller } from "./use-call.ts";

/** Who may be calling: the contact, the client with its support, and who of it may ask for what. */
export function CallerCard({ caller }: { readonly caller: Caller }) {
  const { language, text } = useWords();
  const { desk } = useDesk();
  const [say, register] = [telephoneWords[language], registerWords[language]];
  const { contact, organisation, authorised, tickets } = caller;
  const role = desk.contactRoles.find(({ id }) => id === contact?.role);
  return (
    <article className="sheet caller">
      <h3>{contact?.name ?? organisation?.name ?? tickets[0]?.requester ?? say.unregistered}</h3>
      {contact === null && organisation === null ? (
        <p className="soft">{say.unregistered}</p>
      ) : null}
      <dl>
        {contact === null ? null : (
          <Fact term={register.role}>
            {role === undefined ? register.noRole : text(role.label)}
          </Fact>
        )}
        {organisation === null ? null : (
          <>
            <Fact term={register.organisation}>
              <Link to="/d/$desk/registro/$id" params={{ desk: desk.id, id: organisation.id }}>
                {organisation.name}
              </Link>
            </Fact>
            {organisation.rfc === null ? null : <Fact term={register.rfc}>{organisation.rfc}</Fact>}
            <Fact term={register.support}>
              <Support client={organisation} />
            </Fact>
          </>
        )}
        {contact === null || contact.telephones.length === 0 ? null : (
          <Fact term={register.telephones}>{contact.telephones.map(spaceDigits).join(" · ")}</Fact>
        )}
        {authorised.map(({ form, title, contacts, clause }) => (
          <Fact key={form} term={text(title)}>
            {contacts.length === 0
              ? register.nobodyAuthorised
              : contacts.map(({ name }) => name).join(", ")}{" "}
            <span className="clause">{clause.join(", ")}</span>
          </Fact>
        ))}
      </dl>
    </article>
  );
}
