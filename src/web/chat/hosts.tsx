import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "react-aria-components";
import type { ChatHosts as Hosts } from "../../contract/chat.ts";
import type { Problem } from "../../contract/problem.ts";
import { sayShortMoment } from "../../words/short.ts";
import { chatWorkWords } from "../../words/workspace/chat.ts";
import { changeChatHost, readChatHosts, revokeChatKeys, rotateChatKey } from "../api/chat.ts";
import { valueOf } from "../api/request.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { Written } from "../ui/fields.tsx";
import { LoadFailed, ProblemNotice } from "../ui/notice.tsx";
import { ConfirmLink } from "../people/change-member.tsx";

/** Whose pages show the chat, and the secrets with which they vouch: for administrators. */
export function ChatHosts() {
  const { desk } = useDesk();
  const { language } = useWords();
  const say = chatWorkWords[language];
  const client = useQueryClient();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [secret, setSecret] = useState<string | null>(null);
  const key = ["chat-hosts", desk.id];
  const hosts = useQuery({
    queryKey: key,
    queryFn: async ({ signal }) => valueOf(await readChatHosts(desk.id, signal)),
  });
  const change = async (origin: string, how: "add" | "remove"): Promise<boolean> => {
    const answer = await changeChatHost(desk.id, { origin, how });
    setProblem(answer.ok ? null : answer.problem);
    if (answer.ok) client.setQueryData(key, answer.value);
    return answer.ok;
  };
  const rotate = async (): Promise<void> => {
    const answer = await rotateChatKey(desk.id);
    setProblem(answer.ok ? null : answer.problem);
    setSecret(answer.ok ? answer.value.secret : null);
    await hosts.refetch();
  };
  const revoke = async (): Promise<void> => {
    const answer = await revokeChatKeys(desk.id);
    setProblem(answer.ok ? null : answer.problem);
    setSecret(null);
    if (answer.ok) client.setQueryData(key, answer.value);
  };
  return (
    <details className="sheet chat-hosts">
      <summary>{say.hosts}</summary>
      <p className="soft">{say.hostsLead}</p>
      <Refused problem={problem} />
      {hosts.isError ? <LoadFailed error={hosts.error} retry={() => void hosts.refetch()} /> : null}
      {hosts.data === undefined ? null : <Origins data={hosts.data} change={change} />}
      <p className="soft">{say.snippet}</p>
      <pre>{`<script src="${location.origin}/d/${desk.id}/chat.js" async></script>`}</pre>
      <h3>{say.keysTitle}</h3>
      <p className="soft">{say.keysLead}</p>
      {secret === null ? null : (
        <p className="one-time">
          <code>{secret}</code> {say.once}
        </p>
      )}
      {hosts.data === undefined ? null : <Keys data={hosts.data} />}
      <div className="acts start">
        <Button className="button" onPress={() => void rotate()}>
          {say.rotate}
        </Button>
        {(hosts.data?.keys.length ?? 0) === 0 ? null : (
          <Button className="button danger" onPress={() => void revoke()}>
            {say.revoke}
          </Button>
        )}
      </div>
    </details>
  );
}

/** Why something was not done; who must prove themselves again first is led there. */
function Refused({ problem }: { readonly problem: Problem | null }) {
  return (
    <>
      <ProblemNotice problem={problem} />
      {problem?.code === "confirm-again" ? <ConfirmLink /> : null}
    </>
  );
}

function Origins({
  data,
  change,
}: {
  readonly data: Hosts;
  readonly change: (origin: string, how: "add" | "remove") => Promise<boolean>;
}) {
  const { language } = useWords();
  const say = chatWorkWords[language];
  const [origin, setOrigin] = useState("");
  return (
    <>
      <ul className="plain">
        {data.portal === null ? null : (
          <li>
            <code>{data.portal}</code> <span className="soft">{say.portal}</span>
          </li>
        )}
        {data.added.map((one) => (
          <li key={one.origin}>
            <code>{one.origin}</code>{" "}
            <Button
              className="button quiet"
              aria-label={`${say.remove}: ${one.origin}`}
              onPress={() => void change(one.origin, "remove")}
            >
              {say.remove}
            </Button>
          </li>
        ))}
      </ul>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void change(origin, "add").then((added) => {
            if (added) setOrigin("");
          });
        }}
      >
        <Written name="origin" label={say.origin} value={origin} onChange={setOrigin} />
        <Button type="submit" className="button">
          {say.add}
        </Button>
      </form>
    </>
  );
}

function Keys({ data }: { readonly data: Hosts }) {
  const { place } = useDesk();
  const { language } = useWords();
  const say = chatWorkWords[language];
  if (data.keys.length === 0) return <p className="soft">{say.noKeys}</p>;
  return (
    <ul className="plain">
      {data.keys.map(({ id, made, madeBy, ends }) => (
        <li key={id}>
          {say.made(sayShortMoment(made, place), madeBy)}
          {ends === null ? null : <> · {say.ends(sayShortMoment(ends, place))}</>}
        </li>
      ))}
    </ul>
  );
}
