import { Navigate } from "@tanstack/react-router";
import { Empty, LoadFailed, Loading } from "../ui/notice.tsx";
import { useMeQuery } from "./desk.tsx";
import { recall } from "./keep.ts";
import { useWords } from "./language.tsx";

/** `/app` alone: the desk where one last was, or the first of one's desks. */
export function FirstDesk() {
  const { words } = useWords();
  const me = useMeQuery();
  if (me.isSuccess) {
    const { desks } = me.data;
    const last = desks.find(({ id }) => id === recall("desk"));
    const desk = (last ?? desks[0])?.id;
    if (desk !== undefined)
      return <Navigate to="/d/$desk" params={{ desk }} search={{ view: "open" }} replace />;
  }
  return (
    <main className="alone">
      {me.isPending ? <Loading /> : null}
      {me.isError ? <LoadFailed error={me.error} retry={() => void me.refetch()} /> : null}
      {me.isSuccess ? (
        <Empty>
          <h1>{words.shell.noDesk}</h1>
          <p>{words.shell.noDeskText}</p>
        </Empty>
      ) : null}
    </main>
  );
}
