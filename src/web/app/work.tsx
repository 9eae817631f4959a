import { Outlet, useParams } from "@tanstack/react-router";
import { Suspense, lazy } from "react";
import { useOnGuard } from "../guard/guard.ts";
import { Queue } from "../queue/queue.tsx";

const GuardBar = lazy(async () => ({ default: (await import("../guard/guard-bar.tsx")).GuardBar }));

/** List and ticket, one beside the other: the list stays as it is while tickets come and go. */
export function Work() {
  const { on } = useOnGuard();
  const { folio } = useParams({ strict: false });
  return (
    <div className={folio === undefined ? "work" : "work with-ticket"}>
      {on ? (
        <Suspense>
          <GuardBar />
        </Suspense>
      ) : null}
      <Queue />
      <Outlet />
    </div>
  );
}
