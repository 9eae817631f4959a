import { useParams } from "@tanstack/react-router";
import { useLive } from "../live/use-live.ts";
import { Shell } from "../shell/shell.tsx";
import { LoadFailed, Loading } from "../ui/notice.tsx";
import { DeskProvider, useDeskQuery, useMeQuery } from "./desk.tsx";

/** Loads who is signed in and the desk's vocabulary; everything below knows both. */
export function AtDesk() {
  const { desk: id } = useParams({ from: "/d/$desk" });
  const me = useMeQuery();
  const desk = useDeskQuery(id);
  useLive(id, desk.data !== undefined);
  if (me.data !== undefined && desk.data !== undefined) {
    return (
      <DeskProvider me={me.data} desk={desk.data}>
        <Shell key={id} />
      </DeskProvider>
    );
  }
  const failed = [me, desk].find(({ isError }) => isError);
  return (
    <main className="alone">
      {failed === undefined ? (
        <Loading />
      ) : (
        <LoadFailed error={failed.error} retry={() => void failed.refetch()} />
      )}
    </main>
  );
}
