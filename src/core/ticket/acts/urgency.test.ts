import { describe, expect, it } from "vitest";
import { codeOf, filing, lifeUnder, message, paidUp } from "../../../../test/kit/days.ts";
import { NIVELES, PORTAL } from "../../../../test/kit/packs.ts";

const filed = "2026-11-23 09:30";

const later = "2026-11-23 10:00";

function started(policy = PORTAL) {
  const life = lifeUnder(policy);
  life.does(filed, filing());
  return life;
}

describe("urgency (RD-15)", () => {
  const claim = { do: "claim-urgency", ground: "plataforma" } as const;
  const phone = { do: "add", message: message("m5", "phone") } as const;

  it("opens the telephone on a claim; a refusal closes it again", () => {
    const life = started(NIVELES);
    expect(codeOf(life.tries(later, phone))).toBe("channel-closed");
    expect(codeOf(life.tries(later, { do: "confirm-urgency" }))).toBe("nothing-claimed");
    life.does(later, claim);
    life.does(later, phone);
    expect(codeOf(life.tries(later, { do: "refuse-urgency", reason: "" }))).toBe("reason-missing");
    life.does(later, { do: "refuse-urgency", reason: "funciona" });
    expect(codeOf(life.tries(later, phone))).toBe("channel-closed");
    expect(codeOf(life.tries(later, claim))).toBe("claimed-already");
    expect(codeOf(life.tries(later, { do: "refuse-urgency", reason: "x" }))).toBe(
      "nothing-claimed",
    );
  });

  it("brings the ground's severity when confirmed, never a lower one", () => {
    const life = started(NIVELES);
    life.does(later, claim);
    life.does(later, { do: "confirm-urgency" });
    expect(life.ticket()).toMatchObject({ severity: "critico", urgency: { state: "confirmed" } });
    const grave = started(NIVELES);
    grave.does(later, { do: "classify", severity: "critico" });
    grave.does(later, claim);
    expect(grave.does(later, { do: "confirm-urgency" }).events).toHaveLength(1);
  });

  it("knows only the policy's grounds, and a process's only while it goes on (RD-15c)", () => {
    const life = started(NIVELES);
    expect(codeOf(life.tries(later, { ...claim, ground: "prisa" }))).toBe("ground-unknown");
    const during = { ...claim, ground: "proceso" };
    expect(life.tries(later, during)).toMatchObject({
      refused: "ground-closed",
      clause: ["RD-15c"],
    });
    life.does(later, during, { facts: { ...paidUp, announcements: ["carnetizacion"] } });
    expect(life.ticket().urgency).toEqual({ ground: "proceso", state: "claimed" });
  });
});

describe("presence (RD-2)", () => {
  it("is what the requester last said", () => {
    const life = started();
    life.does(later, { do: "arrive" });
    expect(life.does(later, { do: "arrive" }).events).toEqual([]);
    expect(life.ticket().present).toBe(true);
    life.does(later, { do: "leave" });
    expect(life.does(later, { do: "leave" }).events).toEqual([]);
    expect(life.ticket().present).toBe(false);
  });
});
