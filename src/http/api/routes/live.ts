import { createRoute, z } from "@hono/zod-openapi";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { refuse } from "../../../core/refusal.ts";
import { encodeEvents } from "../../live/streams.ts";
import type { Stream } from "../../live/streams.ts";
import type { Live } from "../../live/live.ts";
import type { Told } from "../../../desk/live/watch.ts";
import { atDesk } from "../describe.ts";
import { forMember } from "../session.ts";
import type { ApiEnv, ApiParts, Seeing } from "../session.ts";

const follow = createRoute({
  method: "get",
  path: "/desks/{desk}/live",
  operationId: "followDesk",
  summary: "What changed, once it is committed: which ticket and version, never what it says",
  request: { params: atDesk },
  responses: {
    200: {
      description:
        "A stream of events: `pace` (milliseconds that its reader leaves between two askings of a list), `ticket` with its folio and version, `moved` (after the tickets that one look found), `viewers` (who has which ticket open, where that changed), `lists` (which other lists changed), `agents`, `call` (one rings or was answered at one’s own extension), `all` (something may have been missed), and `beat`",
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

interface Hearer {
  readonly desk: string;
  readonly member: Pick<Seeing, "sees" | "userId">;
}

/** Milliseconds between two askings of a list by one screen: a second, and for many screens so much that those of all come to some fifty a second. */
function paceFor(streams: number): number {
  return Math.max(1_000, streams * 15);
}

function tellChanges(live: Live, stream: Stream, { desk, member }: Hearer): () => void {
  let pace = 0;
  const sayPace = (): void => {
    const now = paceFor(live.streams.count());
    if (now === pace) return;
    pace = now;
    stream.send("pace", { ms: now });
  };
  sayPace();
  const seesAll = member.sees === "all";
  if (seesAll) stream.write(encode({ of: "viewers", tickets: live.watch.viewers(desk) }));
  const unsubscribe = live.watch.subscribe(desk, (told) => {
    sayPace();
    if (told.of === "call" && told.member !== member.userId) return;
    if (seesAll) stream.write(encode(told));
    else tellOwn(stream, told, member.userId);
  });
  const stopBeat = live.onBeat(() => undefined);
  const end = setTimeout(() => stream.end(), lasts).unref();
  return () => {
    clearTimeout(end);
    stopBeat();
    unsubscribe();
  };
}

/**
 * To whoever sees only what is assigned to them no other ticket exists, and who else works is not
 * said; that something moved is, for one of theirs may have been given to somebody else.
 */
function tellOwn(stream: Stream, told: Told, userId: string): void {
  if (told.of === "tickets") {
    const tickets = told.tickets.filter(({ assignee }) => assignee === userId);
    stream.write(encode({ of: "tickets", tickets }));
  } else if (told.of === "all" || told.of === "call") stream.write(encode(told));
}

const encoded = new WeakMap<Told, Uint8Array>();

/** What is told is encoded once for all who hear it. */
function encode(told: Told): Uint8Array {
  const known = encoded.get(told);
  if (known !== undefined) return known;
  const bytes = encodeEvents(eventsOf(told));
  encoded.set(told, bytes);
  return bytes;
}

function eventsOf(told: Told): readonly { readonly event: string; readonly data: object }[] {
  switch (told.of) {
    case "tickets":
      return [
        ...told.tickets.map(({ folio, seq }) => ({ event: "ticket", data: { folio, seq } })),
        { event: "moved", data: {} },
      ];
    case "viewers":
      return [{ event: "viewers", data: { tickets: Object.fromEntries(told.tickets) } }];
    case "lists":
      return [{ event: "lists", data: { lists: told.lists } }];
    case "agents":
    case "call":
    case "all":
      return [{ event: told.of, data: {} }];
  }
}
