import type { Organisation } from "../client.ts";

/** Organisations by their names: which of several a row of a file means. */
export interface Namesakes {
  /**
   * Of those with this folded name: the one that owns a portal of the row and has no other RFC; else
   * the one with its RFC; else one of which the RFC is not known, or any where the row names none.
   * Of several alike, the one that an earlier row spoke of. `undefined`: there is none.
   */
  find(
    name: string,
    row: { readonly rfc: string | null; readonly owners: readonly string[] },
  ): Organisation | undefined;
  /** Writes down an organisation as it is from now on: it is found before those that are like it. */
  put(name: string, one: Organisation): void;
}

/** The ids that share something, and the one of them that was written down last. */
interface Group {
  readonly ids: Set<string>;
  first: string;
}

/** Nothing that is asked here takes longer for being asked of many namesakes. */
export function namesakesOf(
  held: readonly Organisation[],
  folded: (name: string) => string,
): Namesakes {
  const known = new Map<string, Organisation>();
  const groups = new Map<string, Group>();
  const keyOf = (name: string, rfc?: string | null): string =>
    rfc === undefined ? name : `${name}\n${rfc ?? ""}`;
  const join = (key: string, id: string, isFirst: boolean): void => {
    const group = groups.get(key) ?? { ids: new Set<string>(), first: id };
    group.ids.add(id);
    if (isFirst) group.first = id;
    groups.set(key, group);
  };
  const leave = (key: string, id: string): void => {
    const group = groups.get(key);
    if (group === undefined) return;
    group.ids.delete(id);
    const [next] = group.ids;
    if (next === undefined) groups.delete(key);
    else if (group.first === id) group.first = next;
  };
  const put = (name: string, one: Organisation, isFirst: boolean): void => {
    const before = known.get(one.id);
    if (before !== undefined && before.rfc !== one.rfc) leave(keyOf(name, before.rfc), one.id);
    known.set(one.id, one);
    join(keyOf(name), one.id, isFirst);
    join(keyOf(name, one.rfc), one.id, isFirst);
  };
  const firstOf = (key: string): Organisation | undefined =>
    known.get(groups.get(key)?.first ?? "");
  for (const one of held) put(folded(one.name), one, false);
  return {
    find(name, { rfc, owners }) {
      const all = groups.get(keyOf(name))?.ids;
      const owning = owners.flatMap((id) => (all?.has(id) === true ? (known.get(id) ?? []) : []));
      const owner = owning.find((one) => rfc === null || one.rfc === rfc);
      if (owner !== undefined) return owner;
      if (rfc === null) return firstOf(keyOf(name));
      return firstOf(keyOf(name, rfc)) ?? firstOf(keyOf(name, null));
    },
    put: (name, one) => put(name, one, true),
  };
}
