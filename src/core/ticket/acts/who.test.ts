import { describe, expect, it } from "vitest";
import { later, solve, started } from "../../../../test/kit/acts.ts";
import { agente, codeOf, message, ximena } from "../../../../test/kit/days.ts";
import { wall } from "../../../../test/kit/rules.ts";
import type { Act } from "../command.ts";

describe("who may do what", () => {
  const staffActs: readonly Act[] = [
    { do: "contact", message: message(), how: "reply" },
    { do: "ask", message: message(), for: "client" },
    { do: "note", message: message() },
    { do: "classify", severity: "critico" },
    { do: "assign", to: null },
    { do: "route", to: "operacion" },
    { do: "hand-back", cause: "a", remedy: "b" },
    { do: "log-attempt", outcome: "no-answer" },
    { do: "wait", for: "third-party" },
    { do: "schedule", until: wall("2026-12-01 09:00") },
    { do: "resume" },
    { do: "confirm-urgency" },
    { do: "refuse-urgency", reason: "no" },
    { do: "propose-charge", minutes: 30, amount: "500 MXN" },
    { ...solve },
    { do: "close", reason: "spam" },
    { do: "merge-into", survivor: "HD-2" },
    { do: "absorb", from: "HD-2", received: 0, contacted: null },
    { do: "split", into: "HD-2", message: "m0" },
    { do: "link", to: "HD-2", as: "related" },
    { do: "rebind", policy: 2, reason: "x" },
    { do: "admit" },
  ];
  const clientActs: readonly Act[] = [
    { do: "add", message: message() },
    { do: "claim-urgency", ground: "plataforma" },
    { do: "accept-charge" },
    { do: "withdraw" },
    { do: "arrive" },
    { do: "leave" },
  ];

  it.each(staffActs)("refuses $do to a client", (act) => {
    expect(started().tries(later, act, { by: ximena })).toMatchObject({
      refused: "who-may-not",
      facts: { act: act.do },
    });
  });

  it.each(clientActs)("refuses $do to staff", (act) => {
    expect(codeOf(started().tries(later, act, { by: agente }))).toBe("who-may-not");
  });
});
