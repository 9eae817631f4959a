import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { Button } from "react-aria-components";
import type { ContactPerson } from "../../contract/register.ts";
import { may } from "../../core/access/may.ts";
import { registerWords } from "../../words/workspace/register.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { ContactForm } from "./contact-form.tsx";

interface Shown {
  readonly rows: readonly ContactPerson[];
  /** Each says of which organisation they are. */
  readonly named: boolean;
  readonly onChanged: () => void;
}

/** Contacts, with where they write and call from; whoever keeps the register changes them here. */
export function ContactTable({ rows, named, onChanged }: Shown) {
  const { language } = useWords();
  const { roles } = useDesk();
  const [open, setOpen] = useState<ContactPerson | null>(null);
  const say = registerWords[language];
  const mayWrite = may(roles, "register.write");
  const close = (): void => setOpen(null);
  return (
    <div className="wide-table">
      <table>
        <thead>
          <tr>
            <th scope="col">{say.person}</th>
            {named ? <th scope="col">{say.organisation}</th> : null}
            <th scope="col">{say.role}</th>
            <th scope="col">{say.addresses}</th>
            <th scope="col">{say.telephones}</th>
            {mayWrite ? <th scope="col">{say.edit}</th> : null}
          </tr>
        </thead>
        <tbody>
          {rows.map((one) => (
            <Row key={one.id} one={one} named={named} onEdit={mayWrite ? setOpen : null} />
          ))}
        </tbody>
      </table>
      {open === null ? null : (
        <ContactForm
          over={open}
          organisation={open.organisation}
          onClose={close}
          onDone={() => {
            close();
            onChanged();
          }}
        />
      )}
    </div>
  );
}

interface OneRow {
  readonly one: ContactPerson;
  readonly named: boolean;
  readonly onEdit: ((one: ContactPerson) => void) | null;
}

function Row({ one, named, onEdit }: OneRow) {
  const { language, text } = useWords();
  const { desk } = useDesk();
  const say = registerWords[language];
  const role = desk.contactRoles.find(({ id }) => id === one.role);
  const { organisation } = one;
  return (
    <tr>
      <th scope="row">
        {one.name}
        {one.active ? null : <span className="soft"> · {say.inactive}</span>}
      </th>
      {named ? (
        <td>
          {organisation === null ? null : (
            <Link to="/d/$desk/registro/$id" params={{ desk: desk.id, id: organisation }}>
              {one.organisationName}
            </Link>
          )}
        </td>
      ) : null}
      <td>{role === undefined ? one.role : text(role.label)}</td>
      <td>{one.addresses.join(", ")}</td>
      <td className="num">{one.telephones.join(", ")}</td>
      {onEdit === null ? null : (
        <td>
          <Button
            className="button quiet"
            aria-label={`${say.edit}: ${one.name}`}
            onPress={() => onEdit(one)}
          >
            {say.edit}
          </Button>
        </td>
      )}
    </tr>
  );
}
