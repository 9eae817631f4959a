import type { Instant } from "../core/time/instant.ts";
import { deskOf } from "./append.ts";
import { execute, query, queryOne, statement } from "./query.ts";
import { instantParameter } from "./time.ts";
import type { Transaction } from "./transaction.ts";

/** Somebody of the desk who takes chats. */
export interface ChatAgent {
  readonly agent: string;
  readonly name: string;
  readonly capacity: number;
  /** Their chats whose clients are there. */
  readonly active: number;
}

const put = statement(
  "chat-agent.put",
  `insert into chat_agent as a (desk_id, agent, name, capacity, since, seen) values ($1, $2, $3, $4, $5, $5)
   on conflict (desk_id, agent) do update set name = excluded.name, seen = excluded.seen,
     capacity = excluded.capacity, since = case when a.seen < $6::timestamptz then excluded.since else a.since end
   where a.capacity <> excluded.capacity or a.seen < $6::timestamptz`,
);

const beat = statement(
  "chat-agent.beat",
  "update chat_agent set seen = greatest(seen, $3::timestamptz) where desk_id = $1 and agent = $2",
);

/** An agent says that they take so many chats at once; said again they are still there. `gone`: who was seen before that had left. */
export async function putChatAgent(
  tx: Transaction,
  { agent, name, capacity }: Omit<ChatAgent, "active">,
  { at, gone }: { readonly at: Instant; readonly gone: Instant },
): Promise<void> {
  const desk = deskOf(tx);
  const [now, before] = [instantParameter(at), instantParameter(gone)];
  const touched = await execute(tx, put, [desk, agent, name, capacity, now, before]);
  // A beat alone changes no capacity: it wakes nobody.
  if (touched === 0) await execute(tx, beat, [desk, agent, now]);
}

const remove = statement(
  "chat-agent.remove",
  "delete from chat_agent where desk_id = $1 and agent = $2",
);

/** An agent takes no more chats. */
export async function removeChatAgent(tx: Transaction, agent: string): Promise<void> {
  await execute(tx, remove, [deskOf(tx), agent]);
}

const listed = statement(
  "chat-agent.list",
  `select a.agent, a.name, a.capacity,
          (select count(*)::integer from ticket t join chat c on c.desk_id = t.desk_id and c.ticket = t.number
            where t.desk_id = a.desk_id and t.channel = 'chat' and t.closed_at is null and t.assignee_id = a.agent
              and t.present and c.seen > $2::timestamptz) as active
     from chat_agent a where a.desk_id = $1 and a.seen > $2::timestamptz order by a.since, a.agent`,
);

/** Who takes chats, of those seen since; the longest there first. */
export function chatAgents(tx: Transaction, seenSince: Instant): Promise<ChatAgent[]> {
  return query(tx, listed, [deskOf(tx), instantParameter(seenSince)]);
}

const lock = statement(
  "chat-agent.lock",
  "select capacity from chat_agent where desk_id = $1 and agent = $2 and seen > $3::timestamptz for update",
);

/** How many chats an agent takes, locked until the transaction ends; `undefined`: they take none. */
export async function lockChatAgent(
  tx: Transaction,
  agent: string,
  seenSince: Instant,
): Promise<number | undefined> {
  const values = [deskOf(tx), agent, instantParameter(seenSince)];
  return (await queryOne<{ capacity: number }>(tx, lock, values))?.capacity;
}
