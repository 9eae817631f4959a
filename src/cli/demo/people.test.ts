import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { peopleOf } from "./people.ts";
import { readDemoScript } from "./script.ts";

const pack = (name: string): string =>
  fileURLToPath(new URL(`../../../policies/${name}/policy.yaml`, import.meta.url));

describe("the people of the demonstration", () => {
  it("work at every desk: those of a script at its own, and at the desks that have none", async () => {
    const found = await readDemoScript(pack("hib2b"));
    if (found === undefined) throw new Error("hib2b has a script");
    const { script } = found;
    const people = peopleOf([
      { desk: "minimal", script: undefined },
      { desk: "hib2b", script },
    ]);
    expect(people.get("hib2b")).toEqual(script.staff);
    const roles = new Set(people.get("minimal")?.map(({ role }) => role));
    expect(roles).toEqual(new Set(["agent", "supervisor", "auditor", "administrator"]));
    expect(people.get("minimal")?.every(({ level }) => level === null)).toBe(true);
  });

  it("are nobody where no desk has a script", () => {
    expect(peopleOf([{ desk: "minimal", script: undefined }]).get("minimal")).toEqual([]);
  });
});
