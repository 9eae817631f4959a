import { describe, expect, it } from "vitest";
import { agente, filing, lifeUnder, message, mesa, ximena } from "../../../../test/kit/days.ts";
import type { Life } from "../../../../test/kit/days.ts";
import { NIVELES, PORTAL } from "../../../../test/kit/packs.ts";
import { wall } from "../../../../test/kit/rules.ts";
import type { Policy } from "../../policy/policy.ts";
import type { Act } from "../command.ts";
import { noFacts } from "../facts.ts";

const now = "2026-11-23 10:00";
const ELSEWHERE: Policy = {
  ...PORTAL,
  outOfScope: [
    {
      id: "hardware",
      label: { es: "Equipos" },
      says: { es: "No es de esta mesa." },
      clause: ["FI-7"],
    },
  ],
};

const filed = (policy: Policy = PORTAL): Life => {
  const life = lifeUnder(policy);
  life.does("2026-11-23 09:30", filing());
  return life;
};
const at = (level: string): Life => {
  const life = filed(NIVELES);
  life.does("2026-11-23 09:40", { do: "route", to: "operacion" });
  if (level === "desarrollo") life.does("2026-11-23 09:45", { do: "route", to: level });
  return life;
};
const empty = { id: "", channel: "mail", files: [] };

describe("a refusal says what is wrong, where, and by which clause", () => {
  it.each<[Act, object]>([
    [
      { do: "add", message: empty },
      { refused: "message-missing", field: "message" },
    ],
    [
      { do: "note", message: empty },
      { refused: "message-missing", field: "message" },
    ],
    [
      { do: "contact", message: empty, how: "reply" },
      { refused: "message-missing", field: "message" },
    ],
    [
      { do: "classify", severity: "otra" },
      { refused: "severity-unknown", field: "severity", facts: { severity: "otra" } },
    ],
    [
      { do: "schedule", until: wall(now) },
      { refused: "until-past", field: "until", facts: { until: wall(now) } },
    ],
    [{ do: "resume" }, { refused: "nothing-to-resume" }],
    [{ do: "admit" }, { refused: "not-held" }],
    [{ do: "prove" }, { refused: "nothing-to-prove" }],
    [
      { do: "complete", fields: {}, message: message(), lacks: [] },
      { refused: "nothing-to-complete" },
    ],
    [{ do: "accept-account" }, { refused: "no-account-pending" }],
    [{ do: "refuse-account", reason: "no" }, { refused: "no-account-pending" }],
    [{ do: "answer-level", message: message() }, { refused: "level-asked-nothing" }],
    [
      { do: "do-step", procedure: "liberar" },
      { refused: "no-step", facts: { procedure: "liberar" } },
    ],
    [{ do: "accept-charge" }, { refused: "nothing-proposed" }],
    [{ do: "refuse-charge" }, { refused: "nothing-proposed" }],
    [
      { do: "propose-charge", minutes: 0, amount: "1" },
      { refused: "quote-invalid", facts: { minutes: 0, amount: "1" } },
    ],
    [
      { do: "propose-charge", minutes: 30, amount: " " },
      { refused: "quote-invalid", facts: { minutes: 30, amount: " " } },
    ],
    [
      { do: "propose-charge", minutes: 30, charge: "hora", amount: "1" },
      { refused: "charge-unknown", field: "charge", facts: { charge: "hora" } },
    ],
    [
      { do: "log-time", minutes: 1.5, work: "x" },
      { refused: "minutes-invalid", field: "minutes", facts: { minutes: 1.5 } },
    ],
    [
      { do: "solve", cause: " ", remedy: "x", message: null },
      { refused: "cause-missing", field: "cause" },
    ],
    [
      { do: "solve", cause: "x", remedy: "", message: null },
      { refused: "remedy-missing", field: "remedy" },
    ],
    [
      { do: "hand-back", cause: "x", remedy: "x" },
      { refused: "nothing-to-hand-back", facts: { level: "" } },
    ],
    [{ do: "confirm", solved: true, message: null }, { refused: "nothing-to-confirm" }],
    [
      { do: "claim-urgency", ground: "prisa" },
      { refused: "ground-unknown", field: "ground", facts: { ground: "prisa" } },
    ],
    [{ do: "confirm-urgency" }, { refused: "nothing-claimed" }],
    [
      { do: "route", to: "operacion" },
      { refused: "level-unknown", field: "to", facts: { level: "operacion" } },
    ],
    [
      { do: "rebind", policy: 9, reason: "x" },
      { refused: "policy-unknown", field: "policy", facts: { policy: 9 } },
    ],
    ...(["link", "merge-into", "absorb", "split"] as const).map((name): [Act, object] => [
      {
        link: { do: "link", to: "HD-1", as: "related" } as const,
        "merge-into": { do: "merge-into", survivor: "HD-1" } as const,
        absorb: { do: "absorb", from: "HD-1", received: null, contacted: null } as const,
        split: { do: "split", into: "HD-1", message: "m0" } as const,
      }[name],
      { refused: "link-to-itself", facts: { folio: "HD-1" } },
    ]),
  ])("%o", (act, refused) => {
    const life = filed();
    const by = act.do === "absorb" ? { by: mesa } : {};
    expect(life.tries(now, act, by)).toMatchObject(refused);
    expect(life.events()).toHaveLength(1);
  });

  it("who may not, whatever they say: the act and who they are", () => {
    const facts = { act: "solve", actor: "client" };
    const act = { do: "solve", cause: "x", remedy: "x", message: null } as const;
    expect(filed().tries(now, act, { by: ximena })).toMatchObject({
      refused: "who-may-not",
      facts,
    });
  });

  it("a level that may not tell the client, ask another or state a solution", () => {
    const life = at("operacion");
    expect(life.tries(now, { do: "contact", message: message(), how: "reply" })).toMatchObject({
      refused: "level-may-not-tell",
      clause: ["CC-9"],
      facts: { level: "operacion", tells: "mesa" },
    });
    expect(life.tries(now, { do: "ask-level", to: "mesa", message: message() })).toMatchObject({
      refused: "level-not-asked",
      facts: { to: null, from: "operacion", asks: [] },
    });
    const solve = { do: "solve", cause: "x", remedy: "x", message: null } as const;
    expect(life.tries(now, solve)).toMatchObject({
      refused: "cannot-solve-at-level",
      clause: ["CC-9"],
      facts: { level: "operacion", tells: "mesa" },
    });
    expect(life.tries(now, { do: "hand-back", cause: "x", remedy: " " })).toMatchObject({
      refused: "remedy-missing",
      field: "remedy",
      clause: ["CC-9"],
    });
  });

  it("a level that may tell how it stands, and not ask", () => {
    const life = at("desarrollo");
    expect(life.tries(now, { do: "ask", message: message(), for: "client" })).toMatchObject({
      refused: "level-may-not-tell",
      facts: { level: "desarrollo", tells: "operacion" },
    });
    expect(life.tries(now, { do: "contact", message: message(), how: "reply" })).not.toHaveProperty(
      "refused",
    );
  });

  it("a level that is not next, with those that it is reached through", () => {
    expect(filed(NIVELES).tries(now, { do: "route", to: "desarrollo" })).toMatchObject({
      refused: "level-not-next",
      clause: ["CC-10"],
      facts: { to: "desarrollo", from: "mesa", through: ["operacion"] },
    });
  });

  it("a version that does not know the ticket's severity or level", () => {
    const rebind = { do: "rebind", policy: 2, reason: "Contrato nuevo" } as const;
    const graver = { ...PORTAL, severities: PORTAL.severities.slice(1) };
    expect(filed().tries(now, rebind, { next: graver })).toMatchObject({
      refused: "severity-unknown",
      facts: { severity: "bajo" },
    });
    const levels = { ...NIVELES, levels: NIVELES.levels.slice(0, 1) };
    expect(at("operacion").tries(now, rebind, { next: levels })).toMatchObject({
      refused: "level-unknown",
      facts: { level: "operacion" },
    });
    expect(filed().tries(now, { ...rebind, reason: " " }, { next: PORTAL })).toMatchObject({
      refused: "reason-missing",
      field: "reason",
    });
  });

  it("a closing as out of scope says which kind of the policy's it is, where the policy has some (FI-7)", () => {
    const close = { do: "close", reason: "out-of-scope" } as const;
    expect(filed(ELSEWHERE).tries(now, close)).toMatchObject({
      refused: "scope-unknown",
      field: "scope",
      facts: { scope: null },
    });
    expect(filed(ELSEWHERE).tries(now, { ...close, scope: "otra" })).toMatchObject({
      refused: "scope-unknown",
      facts: { scope: "otra" },
    });
    const life = filed(ELSEWHERE);
    life.does(now, { ...close, scope: "hardware" });
    expect(life.ticket().closed).toEqual({
      at: wall(now),
      reason: "out-of-scope",
      scope: "hardware",
    });
    const plain = filed();
    plain.does(now, { ...close, note: "De otra área" });
    expect(plain.events().at(-1)?.fact).toEqual({
      type: "closed",
      reason: "out-of-scope",
      note: "De otra área",
    });
    expect(filed().tries(now, { ...close, scope: "hardware" })).toMatchObject({
      refused: "scope-unknown",
    });
  });

  it("what is held cannot be solved, and what is solved not be routed", () => {
    const expired = { ...noFacts, support: { validUntil: wall("2026-11-01 00:00"), plan: null } };
    const held = lifeUnder();
    held.does("2026-11-23 09:30", filing(), { facts: expired });
    const solve = { do: "solve", cause: "x", remedy: "x", message: message() } as const;
    expect(held.tries(now, solve)).toMatchObject({
      refused: "still-held",
      facts: { why: "support-expired" },
    });
    const solved = filed(NIVELES);
    solved.does("2026-11-23 09:50", solve);
    expect(solved.tries(now, { do: "route", to: "operacion" })).toMatchObject({
      refused: "already-solved",
      facts: { folio: "HD-1" },
    });
    expect(solved.tries(now, solve)).toMatchObject({
      refused: "already-solved",
      facts: { folio: "HD-1" },
    });
  });

  it("what has ended says how, and what is filed instead", () => {
    const life = filed();
    life.does("2026-11-23 09:50", { do: "withdraw" });
    expect(life.tries(now, { do: "add", message: message() })).toMatchObject({
      refused: "ticket-closed",
      clause: ["FI-10"],
      facts: { folio: "HD-1", reason: "withdrawn", then: "new-ticket", cites: true },
    });
    const merged = filed();
    merged.does("2026-11-23 09:45", { do: "link", to: "HD-5", as: "related" });
    merged.does("2026-11-23 09:50", { do: "merge-into", survivor: "HD-7" });
    expect(merged.tries(now, { do: "add", message: message() })).toMatchObject({
      refused: "ticket-merged",
      facts: { folio: "HD-1", into: "HD-7" },
    });
  });

  it("how late something may be told: a call of two open dates, and a child of any age", () => {
    const life = filed();
    const told = { at: "2026-11-23 09:40", by: agente };
    expect(life.tries(now, { do: "note", message: message() }, told)).toMatchObject({
      refused: "late-not-allowed",
      field: "at",
      facts: { act: "note" },
    });
    const years = lifeUnder();
    years.does("2016-11-23 09:30", filing());
    const call = { do: "contact", message: message(), how: "call" } as const;
    expect(years.tries(now, call, { at: "2016-11-23 10:00" })).toMatchObject({
      refused: "happened-too-long-ago",
      field: "at",
      facts: { at: wall("2016-11-23 10:00"), dates: 2 },
    });
    const child = lifeUnder();
    child.does(now, filing({ splitFrom: "HD-9" }), { at: "2016-11-23 10:00", by: agente });
    expect(child.ticket().filedAt).toBe(wall("2016-11-23 10:00"));
  });
});
