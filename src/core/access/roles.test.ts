import { describe, expect, it } from "vitest";
import { excludedIn, mustProveTwice, roles } from "./roles.ts";

describe("the roles of one person", () => {
  it("are never both of the approvals of a change (FI-16)", () => {
    expect(excludedIn(["agent", "security-officer", "owner"])).toEqual([
      "owner",
      "security-officer",
    ]);
    expect(excludedIn(["agent", "owner", "head-of-it"])).toBeNull();
  });

  it("are none beside auditor", () => {
    for (const role of roles)
      expect(excludedIn(["auditor", role])).toEqual(role === "auditor" ? null : ["auditor", role]);
  });

  it("ask for two proofs where they approve or administer", () => {
    expect(roles.filter((role) => mustProveTwice([role]))).toEqual([
      "owner",
      "security-officer",
      "head-of-it",
      "administrator",
    ]);
    expect(mustProveTwice(["agent", "owner"])).toBe(true);
    expect(mustProveTwice(["agent", "supervisor"])).toBe(false);
  });
});
