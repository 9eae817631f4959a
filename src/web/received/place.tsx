import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { receivedWorkWords } from "../../words/workspace/received.ts";
import { countReceived } from "../api/received.ts";
import { valueOf } from "../api/request.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { Icon } from "../ui/icons.tsx";

/** As often as the count in the navigation is asked for again. */
const EVERY = 30_000;

/** The server counts as far as this. */
const MOST = 100;

/** The way to mail that came, with how many wait for a person. */
export function ReceivedPlace() {
  const { language } = useWords();
  const { desk } = useDesk();
  const say = receivedWorkWords[language];
  const { data } = useQuery({
    queryKey: ["received", desk.id, "waiting"],
    queryFn: async ({ signal }) => valueOf(await countReceived(desk.id, signal)),
    refetchInterval: EVERY,
  });
  const waiting = data?.waiting ?? 0;
  return (
    <Link to="/d/$desk/recibido" params={{ desk: desk.id }} search={{}} className="view">
      <Icon name="mail" /> <span className="view-name">{say.title}</span>
      {waiting === 0 ? null : (
        <span className="count">
          <span aria-hidden="true">{waiting >= MOST ? `${MOST - 1}+` : waiting}</span>
          <span className="unseen">{say.waiting(waiting)}</span>
        </span>
      )}
    </Link>
  );
}
