/** What a transaction wrote that open screens show: they are told, after its commit, to ask again. */
export type Touched =
  | "tickets"
  | "viewers"
  | "outgoing"
  | "received"
  | "announcements"
  | "compositions"
  | "followers";

interface Writing {
  readonly client: object;
}

const noted = new WeakMap<object, Set<Touched>>();

/** Notes that the transaction under way on this connection wrote something that screens show. */
export function touch({ client }: Writing, what: Touched): void {
  const known = noted.get(client);
  if (known === undefined) noted.set(client, new Set([what]));
  else known.add(what);
}

/** What was noted on a connection since it was last asked; it is forgotten. */
export function takeTouched({ client }: Writing): readonly Touched[] {
  const known = noted.get(client);
  if (known === undefined || known.size === 0) return [];
  const all = [...known];
  known.clear();
  return all;
}
