import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { telephoneWords } from "../../words/workspace/telephone.ts";
import { valueOf } from "../api/request.ts";
import { readCallNow } from "../api/telephone.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { Icon } from "../ui/icons.tsx";

/** As often as calls are asked for again where nothing tells of them. */
const EVERY = 30_000;

/** The server counts as far as this. */
const MOST = 1000;

/** Calls in the navigation: how many are to be made, and the one that one's own extension answered. */
export function TelephonePlace() {
  const { language } = useWords();
  const { desk } = useDesk();
  const say = telephoneWords[language];
  const { data } = useQuery({
    queryKey: ["call-now", desk.id],
    queryFn: async ({ signal }) => valueOf(await readCallNow(desk.id, signal)),
    refetchInterval: EVERY,
  });
  const { due = 0, call = null } = data ?? {};
  const params = { desk: desk.id };
  return (
    <>
      <div aria-live="polite">
        {call === null ? null : (
          <Link
            to="/d/$desk/llamada"
            params={params}
            search={{ call: call.id }}
            className="view on-line"
          >
            <Icon name="phone" />{" "}
            <span className="view-name">
              {say.answering(call.contact ?? call.number ?? say.unknown)}
            </span>
          </Link>
        )}
      </div>
      <Link to="/d/$desk/llamada" params={params} search={{}} className="view">
        <Icon name="phone" /> <span className="view-name">{say.title}</span>
      </Link>
      <Link to="/d/$desk/llamadas/pendientes" params={params} className="view">
        <Icon name="callback" /> <span className="view-name">{say.dueTitle}</span>
        {due === 0 ? null : (
          <span className="count">
            <span aria-hidden="true">{due >= MOST ? `${MOST - 1}+` : due}</span>
            <span className="unseen">{say.dueWaiting(due)}</span>
          </span>
        )}
      </Link>
    </>
  );
}
