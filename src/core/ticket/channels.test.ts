import { describe, expect, it } from "vitest";
import { filing, lifeUnder, message } from "../../../test/kit/days.ts";
import { NIVELES, PORTAL, versionOf } from "../../../test/kit/packs.ts";
import { calendars, wall } from "../../../test/kit/rules.ts";
import type { Policy } from "../policy/policy.ts";
import { closedChannel, notContracted } from "./channels.ts";
import type { FilingView } from "./channels.ts";
import { noFacts } from "./facts.ts";

const at = wall("2026-11-23 10:00");
const bound = (policy: Policy) => ({ policy: versionOf(policy), calendars });
const context = (policy: Policy, plan: string | null | undefined) => ({
  ...bound(policy),
  facts: { ...noFacts, support: plan === undefined ? null : { validUntil: null, plan } },
  now: at,
  readUpTo: null,
});
const view: FilingView = {
  fields: {},
  severity: "critico",
  level: "",
  channel: "phone",
  kind: "soporte",
};

describe("a channel", () => {
  const onlyCritical: Policy = {
    ...PORTAL,
    channels: PORTAL.channels.map((channel) =>
      channel.id === "phone"
        ? { ...channel, needs: [{ is: "severity", in: ["critico"] }], clause: ["HB-6"] }
        : channel,
    ),
  };

  it("is closed by its first condition that fails, named with its clause", () => {
    expect(closedChannel("phone", { at, context: bound(PORTAL), ticket: null })).toEqual({
      refused: "channel-closed",
      clause: ["HB-6"],
      facts: { channel: "phone", needs: "ticket" },
    });
    expect(closedChannel("form", { at, context: bound(PORTAL), ticket: null })).toBeNull();
  });

  it("is looked at, before there is a ticket, as what is being filed would be", () => {
    const approach = { at, context: bound(onlyCritical), ticket: null };
    expect(closedChannel("phone", { ...approach, filing: view })).toBeNull();
    expect(
      closedChannel("phone", { ...approach, filing: { ...view, severity: "bajo" } }),
    ).toMatchObject({ refused: "channel-closed", facts: { needs: "severity" } });
  });

  it("that the policy does not have is unknown; a program goes by the form's rule, or by its own", () => {
    const approach = { at, context: bound(PORTAL), ticket: null };
    expect(closedChannel("fax", approach)).toEqual({
      refused: "channel-unknown",
      field: "channel",
      facts: { channel: "fax" },
    });
    expect(closedChannel("api", approach)).toBeNull();
    const none = { ...PORTAL, channels: [] };
    expect(closedChannel("api", { ...approach, context: bound(none) })).toMatchObject({
      refused: "channel-unknown",
      facts: { channel: "api" },
    });
    const [phone] = PORTAL.channels.filter(({ id }) => id === "phone");
    const own: Policy = {
      ...PORTAL,
      channels: [...PORTAL.channels, { ...phone, id: "api" } as Policy["channels"][number]],
    };
    expect(closedChannel("api", { ...approach, context: bound(own) })).toMatchObject({
      refused: "channel-closed",
    });
  });

  it("that a passed clock opened is open, whatever its conditions say (RD-13)", () => {
    const life = lifeUnder(NIVELES);
    life.does("2026-11-20 17:00", filing());
    const approach = { at, context: bound(NIVELES), ticket: life.ticket() };
    expect(closedChannel("phone", approach)).toMatchObject({ clause: ["RD-13"] });
    const opened = { ...life.ticket(), opened: ["phone"] };
    expect(closedChannel("phone", { ...approach, ticket: opened })).toBeNull();
  });

  it("of a message that is on no channel of the policy is taken: what was written is not lost", () => {
    const life = lifeUnder();
    life.does("2026-11-20 17:00", filing());
    life.does("2026-11-20 17:10", { do: "add", message: message("m1", "carrier-pigeon") });
    expect(life.record().at(-1)).toBe("added 2026-11-20 17:10");
  });
});

describe("what the contracted support includes (HB-2)", () => {
  const kind = (id: string, channels: readonly string[]) => ({
    id,
    label: { es: id },
    channels,
    clause: [`HB-2 ${id}`],
  });
  const policy = {
    ...PORTAL,
    support: [kind("basico", ["form"]), kind("pleno", ["form", "mail", "phone"])],
  } as unknown as Policy;

  it("is of its plan; of a plan that is not known, the first", () => {
    expect(notContracted("mail", context(policy, "basico"))).toEqual({
      refused: "channel-not-contracted",
      clause: ["HB-2 basico"],
      facts: { channel: "mail", plan: "basico" },
    });
    expect(notContracted("mail", context(policy, "pleno"))).toBeNull();
    expect(notContracted("mail", context(policy, "otro"))).toMatchObject({
      facts: { plan: "basico" },
    });
    expect(notContracted("mail", context(policy, null))).toMatchObject({
      facts: { plan: "basico" },
    });
  });

  it("is all where nothing is known of the owner, or the policy makes no difference; a program is the form's", () => {
    expect(notContracted("mail", context(policy, undefined))).toBeNull();
    expect(notContracted("mail", context(PORTAL, "basico"))).toBeNull();
    expect(notContracted("api", context(policy, "basico"))).toBeNull();
  });
});
