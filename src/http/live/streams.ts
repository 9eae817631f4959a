/** One open stream of events to a browser (WHATWG HTML §9.2). */
export interface Stream {
  /** Sends an event; `id` is what its reader names when it comes back (`Last-Event-ID`). */
  send(event: string, data: object, id?: number): void;
  /** Sends events that were encoded once for many readers, by `encodeEvents`. */
  write(bytes: Uint8Array): void;
  /** Ends it; its reader comes back after a few seconds. */
  end(): void;
}

/** Whose a stream is, for the limits. */
export interface StreamOwner {
  /** The address on the network that it comes from. */
  readonly source: string;
  /** What it shows: a chat, or the screens of one of the desk's people. */
  readonly of: string;
  /** Those who come without signing in have places of their own, so many at most: they take nobody else's. */
  readonly among?: { readonly name: string; readonly most: number };
}

/** Streams of a process, of one source and of one thing, at most; and bytes that a slow reader may leave waiting. */
export interface StreamLimits {
  readonly all: number;
  readonly ofSource: number;
  readonly ofOne: number;
  readonly waiting: number;
}

/** Room for a whole company behind one address, and for the tabs that people leave open. */
export const usualStreams: StreamLimits = {
  all: 5_000,
  ofSource: 1_500,
  ofOne: 8,
  waiting: 256 * 1024,
};

/** The open streams of this process. */
export interface Streams {
  /** Opens one: `begin` is handed it, and gives what to do when it ends. null: there are too many. */
  open(owner: StreamOwner, begin: (stream: Stream) => () => void): Response | null;
  /**
   * Sends streams their beat: readers answer, so that a lost connection is noticed on both sides. With
   * `turn`, only to those whose turn it is, of `turns`: a thousand readers do not answer at once.
   */
  beat(turn?: number): void;
  readonly count: () => number;
  /** Ends all of them and opens no more. */
  close(): void;
}

/** Into how many turns the streams are parted. */
export const turns = 20;

const encoder = new TextEncoder();

/** Events as they go out, for streams that are sent the same. */
export function encodeEvents(
  events: readonly { readonly event: string; readonly data: object }[],
): Uint8Array<ArrayBuffer> {
  return encoder.encode(
    events.map(({ event, data }) => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`).join(""),
  );
}

const beatBytes = encoder.encode("event: beat\ndata: {}\n\n");
/** Milliseconds after which a browser comes back, with a share of chance so that not all come at once. */
const comesBack = 2_000;

/** Keeps streams within their limits; a reader that does not keep up is cut off, and resumes when it comes back. */
export function openStreams(limits: StreamLimits = usualStreams): Streams {
  const opened = new Set<Open>();
  const counts = new Map<string, number>();
  const state = { closed: false, opened: 0 };
  const count = (key: string, by: number): void => {
    const now = (counts.get(key) ?? 0) + by;
    if (now <= 0) counts.delete(key);
    else counts.set(key, now);
  };
  return {
    open({ source, of, among }, begin) {
      const most: ReadonlyMap<string, number> = new Map([
        [`source ${source}`, limits.ofSource],
        [`of ${of}`, limits.ofOne],
        ...(among === undefined ? [] : [[`among ${among.name}`, among.most] as const]),
      ]);
      const keys = [...most.keys()];
      const isFull =
        opened.size >= limits.all || [...most].some(([key, n]) => (counts.get(key) ?? 0) >= n);
      if (state.closed || isFull) return null;
      for (const key of keys) count(key, 1);
      state.opened += 1;
      const one = openOne(limits.waiting, () => {
        opened.delete(one);
        for (const key of keys) count(key, -1);
      });
      one.turn = state.opened % turns;
      opened.add(one);
      one.onEnd = begin(one);
      return new Response(one.body, { headers: eventStream });
    },
    beat(turn) {
      for (const one of opened)
        if (turn === undefined || one.turn === turn % turns) one.write(beatBytes);
    },
    count: () => opened.size,
    close() {
      state.closed = true;
      for (const one of opened) one.end();
    },
  };
}

const eventStream = {
  "Content-Type": "text/event-stream; charset=utf-8",
  "Cache-Control": "no-store, no-transform",
  // A proxy that buffers would hold back what is live.
  "X-Accel-Buffering": "no",
};

interface Open extends Stream {
  readonly body: ReadableStream<Uint8Array>;
  turn: number;
  onEnd: () => void;
}

function openOne(waiting: number, gone: () => void): Open {
  let controller: ReadableStreamDefaultController<Uint8Array> | null = null;
  const leave = (): void => {
    if (controller === null) return;
    controller = null;
    gone();
    one.onEnd();
  };
  const body = new ReadableStream<Uint8Array>(
    {
      start(made) {
        controller = made;
        made.enqueue(encoder.encode(`retry: ${comesBack}\n\n`));
      },
      cancel: leave,
    },
    new ByteLengthQueuingStrategy({ highWaterMark: waiting }),
  );
  const one: Open = {
    body,
    turn: 0,
    onEnd: () => undefined,
    write(bytes) {
      if (controller === null) return;
      if ((controller.desiredSize ?? 0) < bytes.length) return one.end();
      controller.enqueue(bytes);
    },
    send(event, data, id) {
      const lines = id === undefined ? "" : `id: ${id}\n`;
      one.write(encoder.encode(`event: ${event}\n${lines}data: ${JSON.stringify(data)}\n\n`));
    },
    end() {
      const open = controller;
      leave();
      open?.close();
    },
  };
  return one;
}
