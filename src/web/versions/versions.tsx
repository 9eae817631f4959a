import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { PolicyVersion } from "../../contract/policy.ts";
import { may } from "../../core/access/may.ts";
import { fileAddress } from "../api/policy.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { Icon } from "../ui/icons.tsx";
import { LoadFailed, Loading } from "../ui/notice.tsx";
import { Differences } from "./differences.tsx";
import { MoveTickets } from "./move-tickets.tsx";
import { useVersions } from "./use-versions.ts";
import { VersionRow } from "./version-row.tsx";
import type { VersionAct } from "./version-row.tsx";
import { Withdraw } from "./withdraw.tsx";

interface Doing {
  readonly act: VersionAct;
  readonly version: PolicyVersion;
}

/** The versions of the manual: from when each holds, what it changed, and how many open tickets it binds. */
export function Versions() {
  const { words } = useWords();
  const { roles, desk } = useDesk();
  const [doing, setDoing] = useState<Doing | null>(null);
  const list = useVersions();
  const say = words.versions;
  const versions = list.data?.versions ?? [];
  const close = (): void => {
    setDoing(null);
    void list.refetch();
  };
  return (
    <div className="page versions">
      <h2>{say.title}</h2>
      <p className="soft">{say.lead}</p>
      {may(roles, "policy.read") ? (
        <p>
          <Link to="/d/$desk/manual" params={{ desk: desk.id }} className="button main">
            {may(roles, "policy.draft") ? say.edit : say.read}
          </Link>
        </p>
      ) : null}
      {list.isPending ? <Loading /> : null}
      {list.isError ? <LoadFailed error={list.error} retry={() => void list.refetch()} /> : null}
      {list.data === undefined ? null : <FileAside aside={list.data.aside} />}
      {list.data === undefined ? null : (
        <div className="wide-table">
          <table>
            <thead>
              <tr>
                <th scope="col">{say.number}</th>
                <th scope="col">{say.effective}</th>
                <th scope="col">{say.reason}</th>
                <th scope="col">{say.author}</th>
                <th scope="col">{say.open}</th>
                <th scope="col">{say.act}</th>
              </tr>
            </thead>
            <tbody>
              {versions.map((version) => (
                <VersionRow
                  key={version.number}
                  version={version}
                  hasOthers={versions.length > 1}
                  onAct={(act) => setDoing({ act, version })}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {doing === null ? null : <Over doing={doing} onClose={close} />}
    </div>
  );
}

function Over({
  doing: { act, version },
  onClose,
}: {
  readonly doing: Doing;
  readonly onClose: () => void;
}) {
  if (act === "move") return <MoveTickets from={version.number} onClose={onClose} />;
  if (act === "withdraw") return <Withdraw version={version} onClose={onClose} />;
  return <Differences of={version.number} onClose={onClose} />;
}

/** The pack's file that says otherwise than what somebody published after it. */
function FileAside({
  aside,
}: {
  readonly aside: { readonly file: string; readonly seen: number } | null;
}) {
  const { words } = useWords();
  const { roles, desk } = useDesk();
  if (aside === null) return null;
  const say = words.versions;
  return (
    <output className="notice near">
      <Icon name="info" />
      <span>
        {say.aside(aside.file)}{" "}
        {may(roles, "policy.read") ? <a href={fileAddress(desk.id)}>{say.asideGet}</a> : null}
      </span>
    </output>
  );
}
