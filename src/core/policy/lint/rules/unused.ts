import type { UnusedThing } from "../finding.ts";
import type { LintRule } from "../linted.ts";
import { isMentioned } from "../mentions.ts";

interface Named {
  readonly what: UnusedThing;
  readonly path: readonly string[];
  readonly names: readonly string[];
}

/** What the pack names and nothing of it uses: most often a slip, or a clause that was taken out in part. */
export const unused: LintRule = ({ policy, pack, isOwn, find }) => {
  const { tell, clocks, procedures, announcements, charges, duplicates } = pack;
  const things: readonly Named[] = [
    { what: "calendar", path: ["calendars"], names: Object.keys(pack.calendars ?? {}) },
    { what: "ground", path: ["grounds"], names: Object.keys(pack.grounds ?? {}) },
    { what: "role", path: ["people", "roles"], names: Object.keys(pack.people?.roles ?? {}) },
    { what: "message", path: ["messages"], names: Object.keys(pack.messages ?? {}) },
  ];
  const tellers = { tell, clocks, procedures, announcements, charges, duplicates };
  return things.flatMap(({ what, path, names }) =>
    names
      .filter((name) => isOwn([...path, name]))
      .filter((name) => {
        if (what === "calendar" && name === policy.hours) return false;
        if (
          what === "ground" &&
          policy.grounds.some(({ id, severity }) => id === name && severity !== null)
        )
          return false;
        const anyGround =
          what === "ground" && /"ground":"(claimed|confirmed)"/.test(JSON.stringify(pack));
        if (anyGround) return false;
        return !isMentioned(what === "message" ? tellers : pack, name, [...path, name]);
      })
      .map((name) => find("unused", [{ path: [...path, name], of: "key" }], { what, name })),
  );
};
