import { Button } from "react-aria-components";
import type { PolicyVersion } from "../../contract/policy.ts";
import { may } from "../../core/access/may.ts";
import { sayShortMoment } from "../../words/short.ts";
import { sourceAddress } from "../api/policy.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";

/** What is asked for of a version, in a dialog. */
export type VersionAct = "differences" | "move" | "withdraw";

interface Props {
  readonly version: PolicyVersion;
  readonly hasOthers: boolean;
  readonly onAct: (act: VersionAct) => void;
}

/** A version: from when until when it holds, why and by whom, and what can be done with it. */
export function VersionRow({ version, hasOthers, onAct }: Props) {
  const { words } = useWords();
  const { place, roles } = useDesk();
  const say = words.versions;
  const { number, state, effective, until, origin, author, reason, withdrawn, open } = version;
  const from = say.origins[origin];
  return (
    <tr className={state === "withdrawn" ? "is-withdrawn" : ""}>
      <th scope="row">
        {number} {state === "superseded" ? null : <span className="tag">{say.states[state]}</span>}
      </th>
      <td>
        {say.since(sayShortMoment(effective, place))}
        {until === null ? null : <div>{say.until(sayShortMoment(until, place))}</div>}
      </td>
      <td>
        {origin === "file" ? say.fromFile : reason}
        {withdrawn === null ? null : (
          <p className="soft">
            {say.withdrawnBy(
              withdrawn.author,
              sayShortMoment(withdrawn.at, place),
              withdrawn.reason,
            )}
          </p>
        )}
      </td>
      <td>{from === "" ? author : from}</td>
      <td>
        {open}{" "}
        {may(roles, "ticket.rebind") && hasOthers && open > 0 ? (
          <Button className="button quiet" onPress={() => onAct("move")}>
            {say.move}
          </Button>
        ) : null}
      </td>
      <td>
        <VersionActs version={version} onAct={onAct} />
      </td>
    </tr>
  );
}

function VersionActs({ version: { number, state }, onAct }: Omit<Props, "hasOthers">) {
  const { words } = useWords();
  const { roles, desk } = useDesk();
  const say = words.versions;
  const manual = `/d/${encodeURIComponent(desk.id)}/manual/${number}`;
  return (
    <div className="row-acts">
      {number === 1 ? null : (
        <Button
          className="button quiet"
          aria-label={say.changesOf(number)}
          onPress={() => onAct("differences")}
        >
          {say.changes}
        </Button>
      )}
      {state === "in-force" || state === "superseded" ? (
        <a className="button quiet" href={manual} aria-label={say.manualOf(number)}>
          {say.manual}
        </a>
      ) : null}
      {may(roles, "policy.read") ? (
        <a
          className="button quiet"
          href={sourceAddress(desk.id, number)}
          aria-label={say.downloadOf(number)}
        >
          {say.download}
        </a>
      ) : null}
      {state === "scheduled" && may(roles, "policy.publish") ? (
        <Button
          className="button quiet"
          aria-label={say.withdrawOf(number)}
          onPress={() => onAct("withdraw")}
        >
          {say.withdraw}
        </Button>
      ) : null}
    </div>
  );
}
