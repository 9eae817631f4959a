import { describe, expect, it } from "vitest";
import { agente, filing, type Life, lifeUnder, message, ximena } from "../../../test/kit/days.ts";
import { NIVELES, PORTAL, versionOf } from "../../../test/kit/packs.ts";
import { calendars, wall } from "../../../test/kit/rules.ts";
import type { Policy } from "../policy/policy.ts";
import type { Actor } from "./actor.ts";
import { mayCiteAnew } from "./acts/may.ts";
import { noFacts } from "./facts.ts";
import { mayNow, type Offer } from "./may-now.ts";

const NOW = "2026-11-23 11:00";

function offered(
  life: Life,
  { by = agente, policy = PORTAL }: { readonly by?: Actor; readonly policy?: Policy } = {},
): ReadonlySet<Offer> {
  const at = wall(NOW);
  const context = { policy: versionOf(policy), calendars, facts: noFacts, now: at, readUpTo: null };
  return mayNow(life.ticket(), { by, at, context });
}

function started(policy: Policy = PORTAL): Life {
  const life = lifeUnder(policy);
  life.does("2026-11-23 09:00", filing());
  return life;
}

describe("what may be done now", () => {
  it("is the desk's for staff and the client's for the client", () => {
    const life = started();
    expect(offered(life)).toContain("solve");
    expect(offered(life)).not.toContain("withdraw");
    expect(offered(life, { by: ximena })).toContain("withdraw");
    expect(offered(life, { by: ximena })).not.toContain("solve");
  });

  it("is nothing that has no object: no admission, no resumption, no urgency, no other level", () => {
    const may = offered(started());
    for (const one of ["admit", "resume", "confirm-urgency", "hand-back", "route"] as const) {
      expect(may).not.toContain(one);
    }
  });

  it("is to resume what waits for the client, too, and not the client's own solution to confirm", () => {
    const life = started();
    life.does("2026-11-23 10:00", { do: "ask", message: message(), for: "client" });
    expect(offered(life)).toContain("resume");
    life.does("2026-11-23 10:30", { do: "solve", cause: "a", remedy: "b", message: message() });
    expect(offered(life)).not.toContain("resume");
    expect(offered(life)).not.toContain("solve");
    expect(offered(life, { by: ximena })).toContain("confirm");
    expect(offered(life, { by: ximena })).toContain("reopen");
    const never = { ...PORTAL, reopen: { ...PORTAL.reopen, whileSolved: false } };
    expect(offered(life, { by: ximena, policy: never })).not.toContain("reopen");
  });

  it("is to hand back where the level tells another one, and to solve where it tells the client", () => {
    const life = started(NIVELES);
    life.does("2026-11-23 10:00", { do: "route", to: "operacion" });
    const may = offered(life, { policy: NIVELES });
    expect(may).toContain("hand-back");
    expect(may).not.toContain("solve");
  });

  it("is only what is kept beside a ticket that is closed, and to cite it anew unless it was merged", () => {
    const life = started();
    expect(mayCiteAnew(life.ticket(), versionOf(PORTAL))).toBe(false);
    life.does("2026-11-23 10:00", { do: "close", reason: "by-agent" });
    expect([...offered(life)].toSorted()).toEqual(["link", "note", "pass", "unlink"]);
    expect([...offered(life, { by: ximena })]).toEqual(["pass"]);
    expect(mayCiteAnew(life.ticket(), versionOf(PORTAL))).toBe(true);
    const joined = started();
    joined.does("2026-11-23 10:00", { do: "merge-into", survivor: "HD-2" });
    expect(mayCiteAnew(joined.ticket(), versionOf(PORTAL))).toBe(false);
  });
});
