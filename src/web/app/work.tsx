import { Outlet, useParams } from "@tanstack/react-router";
import { Suspense, useEffect } from "react";
import { fetched } from "../api/fetched.ts";
import { useOnGuard } from "../guard/guard.ts";
import { Queue } from "../queue/queue.tsx";
import { whenIdle } from "./after-paint.ts";
import { lazily } from "./lazily.ts";

const GuardBar = lazily(() => import("../guard/guard-bar.tsx"), "GuardBar");

/** List and ticket, one beside the other: the list stays as it is while tickets come and go. */
export function Work() {
  const { on } = useOnGuard();
  const { folio } = useParams({ strict: false });
  useTicketCode();
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

/** Fetches what a ticket is shown with once its list stands, so that the first one opens like the others. */
function useTicketCode(): void {
  useEffect(() => whenIdle(() => void fetched(() => import("../ticket/ticket.tsx"))), []);
}
