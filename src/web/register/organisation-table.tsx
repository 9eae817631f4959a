import { Link } from "@tanstack/react-router";
import type { Organisation } from "../../contract/register.ts";
import { registerWords } from "../../words/workspace/register.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { Support } from "./support.tsx";

/** Clients, each with its support. */
export function OrganisationTable({ rows }: { readonly rows: readonly Organisation[] }) {
  const { language } = useWords();
  const { desk } = useDesk();
  const say = registerWords[language];
  return (
    <div className="wide-table">
      <table>
        <thead>
          <tr>
            <th scope="col">{say.name}</th>
            <th scope="col">{say.rfc}</th>
            <th scope="col">{say.support}</th>
            <th scope="col">{say.portals}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((one) => (
            <tr key={one.id}>
              <th scope="row">
                <Link to="/d/$desk/registro/$id" params={{ desk: desk.id, id: one.id }}>
                  {one.name}
                </Link>
              </th>
              <td>{one.rfc}</td>
              <td>
                <Support client={one} />
              </td>
              <td>{one.portals.join(", ")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
