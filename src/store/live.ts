import type { Client, Notification } from "pg";
import type { Database } from "./connect.ts";
import { settle } from "./settle.ts";
import { channel } from "./tell.ts";
import type { Touched } from "./touched.ts";

/** What was committed, as open screens are told of it: never what it says. */
export type Notice =
  | {
      readonly of: "ticket";
      readonly desk: string;
      readonly number: number;
      readonly folio: string;
      /** Its newest event. */
      readonly seq: number;
      /** Whose it is and whose it was, by id. */
      readonly assignees: readonly string[];
    }
  /** Who takes chats at a desk. */
  | { readonly of: "agents"; readonly desk: string }
  /** A call that an extension of a member's answers, or answered: never from whom. */
  | { readonly of: "call"; readonly desk: string; readonly member: string }
  /** What a desk wrote that screens show, told after its commit: whoever shows it looks. */
  | { readonly of: "touched"; readonly desk: string; readonly touched: readonly Touched[] }
  /** Something may have been missed, at any desk. */
  | { readonly of: "all" };

/** A connection that hears; `close` lets go of it. */
export interface Hearing {
  close(): Promise<void>;
}

/** Milliseconds before a lost connection is made again; it doubles up to the last. */
const delays = { first: 250, last: 15_000 } as const;

/**
 * Hears what every process commits (`LISTEN`), by one connection of its own that is made again when
 * it is lost: then `hear` is told that something may have been missed.
 */
export function hearNotices(
  database: Pick<Database, "listener">,
  hear: (notice: Notice) => void,
): Hearing {
  const state: State = { client: null, closed: false, delay: delays.first, timer: null };
  const opened = open(database, state, hear);
  return {
    async close() {
      state.closed = true;
      if (state.timer !== null) clearTimeout(state.timer);
      await opened;
      await state.client?.end();
    },
  };
}

interface State {
  client: Client | null;
  closed: boolean;
  delay: number;
  timer: NodeJS.Timeout | null;
}

async function open(
  database: Pick<Database, "listener">,
  state: State,
  hear: (notice: Notice) => void,
): Promise<void> {
  const client = database.listener();
  const lost = (): void => {
    if (state.closed || state.client !== client) return;
    state.client = null;
    again(database, state, hear);
  };
  client.on("error", lost);
  client.on("end", lost);
  client.on("notification", ({ payload = "" }: Notification) =>
    hear(JSON.parse(payload) as Notice),
  );
  state.client = client;
  const made = await settle(client.connect().then(() => client.query(`listen ${channel}`)));
  if ("fault" in made) return lost();
  state.delay = delays.first;
  hear({ of: "all" });
}

function again(
  database: Pick<Database, "listener">,
  state: State,
  hear: (notice: Notice) => void,
): void {
  state.timer = setTimeout(() => void open(database, state, hear), state.delay);
  state.timer.unref();
  state.delay = Math.min(state.delay * 2, delays.last);
}
