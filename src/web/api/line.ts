import { presence } from "../../contract/presence.ts";
import type { Presence } from "../../contract/presence.ts";

/** What is told of a desk as it changes: which ticket, or which lists; never what they say. */
export interface Heard {
  /** The event's name, as the API tells it; `open`: the line stands, and whatever came before may have been missed. */
  readonly event: string;
  readonly data: unknown;
}

/** A desk's line: one connection for all tabs of a browser. */
export interface Line {
  close(): void;
}

/** What the tabs of a browser say to one another. */
type Said = { readonly is: "heard"; readonly heard: Heard } | { readonly is: "hello" };

/** Every event that the stream names. */
const events = ["pace", "ticket", "moved", "viewers", "lists", "agents", "call", "all", "beat"];

/** Milliseconds: the server beats every twenty seconds, so that a line silent for so long is dead; and waits before it is made again. */
const waits = { silent: 50_000, first: 2_000, last: 30_000 } as const;

/**
 * Hears what changes at a desk until it is closed. Where the browser lets tabs agree (Web Locks, in
 * a secure context), one of them holds the connection and tells the others, and the next takes over
 * when it closes; else each has its own. A line that is lost is made again; `lost` and `open` are said.
 */
export function openLine(desk: string, hear: (heard: Heard) => void): Line {
  const tabs = "BroadcastChannel" in globalThis ? new BroadcastChannel(`plazo.live.${desk}`) : null;
  const ended = new AbortController();
  if (tabs === null || !("locks" in navigator)) {
    const own = connect(desk, hear);
    return { close: () => own() };
  }
  const kept: { viewers: Presence["tickets"]; pace: unknown; isOpen: boolean } = {
    viewers: {},
    pace: null,
    isOpen: false,
  };
  const say = (heard: Heard): void => {
    keep(kept, heard);
    hear(heard);
    tabs.postMessage({ is: "heard", heard } satisfies Said);
  };
  let leads = false;
  tabs.addEventListener("message", ({ data }: MessageEvent<Said>) => {
    if (data.is === "heard") return leads ? undefined : hear(data.heard);
    // A tab that just opened is told how things stand.
    if (!leads || !kept.isOpen) return undefined;
    for (const heard of standing(kept)) tabs.postMessage({ is: "heard", heard } satisfies Said);
    return undefined;
  });
  tabs.postMessage({ is: "hello" } satisfies Said);
  void navigator.locks.request(`plazo.live.${desk}`, async () => {
    // A line that was closed while it waited for its turn gives the turn back at once.
    if (ended.signal.aborted) return;
    leads = true;
    const close = connect(desk, say);
    await new Promise<void>((done) => {
      ended.signal.addEventListener("abort", () => done());
    });
    close();
  });
  return {
    close() {
      ended.abort();
      tabs.close();
    },
  };
}

function keep(
  kept: { viewers: Presence["tickets"]; pace: unknown; isOpen: boolean },
  { event, data }: Heard,
): void {
  if (event === "open") kept.isOpen = true;
  if (event === "lost") kept.isOpen = false;
  if (event === "pace") kept.pace = data;
  const read = event === "viewers" ? presence.safeParse(data).data : undefined;
  if (read !== undefined) kept.viewers = { ...kept.viewers, ...read.tickets };
}

function standing(kept: {
  readonly viewers: Presence["tickets"];
  readonly pace: unknown;
}): Heard[] {
  return [
    { event: "open", data: null },
    ...(kept.pace === null ? [] : [{ event: "pace", data: kept.pace }]),
    { event: "viewers", data: { tickets: kept.viewers } },
  ];
}

/** One connection, made again whenever it is lost, until the returned function is called. */
function connect(desk: string, hear: (heard: Heard) => void): () => void {
  const state: { source: EventSource | null; delay: number; closed: boolean } = {
    source: null,
    delay: waits.first,
    closed: false,
  };
  const timers = { silent: 0, again: 0 };
  const alive = (): void => {
    window.clearTimeout(timers.silent);
    timers.silent = window.setTimeout(lose, waits.silent);
  };
  function lose(): void {
    state.source?.close();
    state.source = null;
    window.clearTimeout(timers.silent);
    window.clearTimeout(timers.again);
    if (state.closed) return;
    hear({ event: "lost", data: null });
    timers.again = window.setTimeout(open, state.delay);
    state.delay = Math.min(state.delay * 2, waits.last);
  }
  function open(): void {
    window.clearTimeout(timers.again);
    if (state.closed || state.source !== null) return;
    const source = new EventSource(`/api/v1/desks/${encodeURIComponent(desk)}/live`);
    state.source = source;
    alive();
    source.addEventListener("open", () => {
      state.delay = waits.first;
      hear({ event: "open", data: null });
    });
    source.addEventListener("error", lose);
    for (const event of events)
      source.addEventListener(event, ({ data }: MessageEvent<string>) => {
        alive();
        hear({ event, data: JSON.parse(data) as unknown });
      });
  }
  // The system says at once what the connection would find out late.
  const online = (): void => {
    state.delay = waits.first;
    open();
  };
  window.addEventListener("online", online);
  window.addEventListener("offline", lose);
  open();
  return () => {
    state.closed = true;
    window.removeEventListener("online", online);
    window.removeEventListener("offline", lose);
    lose();
  };
}
