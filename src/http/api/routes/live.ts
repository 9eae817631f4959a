import { createRoute, z } from "@hono/zod-openapi";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { refuse } from "../../../core/refusal.ts";
import type { Change } from "../../../desk/live/changes.ts";
import type { Stream } from "../../live/streams.ts";
import type { Live } from "../../live/live.ts";
import { atDesk } from "../describe.ts";
import { forMember } from "../session.ts";
import type { ApiEnv, ApiParts, Seeing } from "../session.ts";

const follow = createRoute({
  method: "get",
  path: "/desks/{desk}/live",
  operationId: "followDesk",
  summary: "What changed, as it is committed: which ticket and version, never what it says",
  request: { params: atDesk },
  responses: {
    200: {
      description:
        "A stream of events: `ticket` with its folio and version, `agents`, `call` (one rings or was answered at one’s own extension), `all` (something may have been missed), and `beat`",
      content: { "text/event-stream": { schema: z.string() } },
    },
  },
});

/** Milliseconds after which a stream ends and is asked for again: by then somebody may be a member no more. */
const lasts = 600_000;

/** What changed at a desk, for the screens of its people: each is told of the tickets that they see (FI-1). */
export function mountLive(api: OpenAPIHono<ApiEnv>, { plazo, live }: ApiParts): void {
  api.openapi(follow, (context) => {
    const { desk } = context.req.valid("param");
    const wanted = { plazo, desk, action: "ticket.read", narrows: true } as const;
    return forMember(context, wanted, (member) => {
      const owner = { source: `staff ${member.userId}`, of: `staff ${desk} ${member.userId}` };
      const stream =
        live?.streams.open(owner, (opened) => tellChanges(live, opened, { desk, member })) ?? null;
      return Promise.resolve(stream ?? refuse("live-full"));
    });
  });
}

function tellChanges(
  live: Live,
  stream: Stream,
  { desk, member }: { readonly desk: string; readonly member: Seeing },
): () => void {
  const unsubscribe = live.changes.subscribe(desk, (change) => {
    if (!concerns(change, member)) return;
    if (change.of === "ticket") stream.send("ticket", { folio: change.folio, seq: change.seq });
    else stream.send(change.of, {});
  });
  const stopBeat = live.onBeat(() => undefined);
  const end = setTimeout(() => stream.end(), lasts).unref();
  return () => {
    clearTimeout(end);
    stopBeat();
    unsubscribe();
  };
}

/** To whoever sees only what is assigned to them no other ticket exists, and who else works is not said. */
function concerns(change: Change, { sees, userId }: Pick<Seeing, "sees" | "userId">): boolean {
  if (change.of === "call") return change.member === userId;
  if (sees === "all" || change.of === "all") return true;
  return change.of === "ticket" && change.assignees.includes(userId);
}
