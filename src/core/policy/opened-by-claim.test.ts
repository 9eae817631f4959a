import { expect, it } from "vitest";
import type { Condition } from "./condition.ts";
import { openedByClaim } from "./opened-by-claim.ts";
import type { ChannelRule } from "./policy.ts";

const channel = (id: ChannelRule["id"], ...needs: readonly Condition[]): ChannelRule => ({
  id,
  label: { es: id },
  during: null,
  needs,
  at: null,
  clause: [],
});

it("names the ways that a claim opens, and those alone", () => {
  const claimed: Condition = { is: "ground", state: "claimed" };
  const phone = channel("phone", { is: "any", of: [{ is: "passed", clock: "espera" }, claimed] });
  const chat = channel("chat", { is: "ground", state: "confirmed" });
  const mail = channel("mail", { is: "not", of: claimed });
  expect(openedByClaim({ channels: [channel("form"), phone, chat, mail] })).toEqual([phone]);
  expect(openedByClaim({ channels: [channel("phone")] })).toEqual([]);
});
