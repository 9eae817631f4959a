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
  const { language, text } = useWords();
  const { desk, roles } = useDesk();
  const [open, setOpen] = useState<ContactPerson | null>(null);
  const say = registerWords[language];
  const mayWrite = may(roles, "register.write");
  const roleOf = (id: string | null): string => {
    const found = desk.contactRoles.find((one) => one.id === id);
    return found === undefined ? (id ?? "") : text(found.label);
  };
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
            <tr key={one.id}>
              <th scope="row">
                {one.name}
                {one.active ? null : <span className="soft"> · {say.inactive}</span>}
              </th>
              {named ? (
                <td>
                  {one.organisation === null ? null : (
                    <Link
                      to="/d/$desk/registro/$id"
                      params={{ desk: desk.id, id: one.organisation }}
                    >
                      {one.organisationName}
                    </Link>
                  )}
                </td>
              ) : null}
              <td>{roleOf(one.role)}</td>
              <td>{one.addresses.join(", ")}</td>
              <td className="num">{one.telephones.join(", ")}</td>
              {mayWrite ? (
                <td>
                  <Button
                    className="button quiet"
                    aria-label={`${say.edit}: ${one.name}`}
                    onPress={() => setOpen(one)}
                  >
                    {say.edit}
                  </Button>
                </td>
              ) : null}
            </tr>
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
