import { useState } from "react";
import { Button } from "react-aria-components";
import { may } from "../../core/access/may.ts";
import { sayShortDate } from "../../words/short.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { LoadFailed, Loading } from "../ui/notice.tsx";
import { MoveTickets } from "./move-tickets.tsx";
import { useVersions } from "./use-versions.ts";

/** The versions of the manual, and how many open tickets each binds. */
export function Versions() {
  const { words } = useWords();
  const { role, place } = useDesk();
  const [moving, setMoving] = useState<number | null>(null);
  const list = useVersions();
  const say = words.versions;
  const mayMove = may(role, "ticket.rebind") && (list.data?.length ?? 0) > 1;
  return (
    <div className="page versions">
      <h2>{say.title}</h2>
      <p className="soft">{say.lead}</p>
      {list.isPending ? <Loading /> : null}
      {list.isError ? <LoadFailed error={list.error} retry={() => void list.refetch()} /> : null}
      {list.data === undefined ? null : (
        <div className="wide-table">
          <table>
            <thead>
              <tr>
                <th scope="col">{say.number}</th>
                <th scope="col">{say.open}</th>
                <th scope="col">{say.effective}</th>
                <th scope="col">{say.reason}</th>
                <th scope="col">{say.author}</th>
              </tr>
            </thead>
            <tbody>
              {list.data.map(({ number, effective, reason, author, open }, at) => (
                <tr key={number}>
                  <th scope="row">
                    {number} {at === 0 ? <span className="tag">{say.inForce}</span> : null}
                  </th>
                  <td>
                    {open}{" "}
                    {mayMove && open > 0 ? (
                      <Button className="button quiet" onPress={() => setMoving(number)}>
                        {say.move}
                      </Button>
                    ) : null}
                  </td>
                  <td>{sayShortDate(effective, place)}</td>
                  <td>{reason}</td>
                  <td>{author}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {moving === null ? null : (
        <MoveTickets
          from={moving}
          onClose={() => {
            setMoving(null);
            void list.refetch();
          }}
        />
      )}
    </div>
  );
}
