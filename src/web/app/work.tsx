import { Outlet, useParams } from "@tanstack/react-router";
import { Queue } from "../queue/queue.tsx";

/** List and ticket, one beside the other: the list stays as it is while tickets come and go. */
export function Work() {
  const { folio } = useParams({ strict: false });
  return (
    <div className={folio === undefined ? "work" : "work with-ticket"}>
      <Queue />
      <Outlet />
    </div>
  );
}
