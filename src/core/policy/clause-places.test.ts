import { describe, expect, it } from "vitest";
import { packWith } from "../../../test/kit/pack-problems.ts";
import { filesIn, projectText, sharedParts } from "../../../test/kit/policy-packs.ts";
import { clausePlaces } from "./clause-places.ts";
import { readPack } from "./read-pack.ts";

function places(text: string) {
  const read = readPack(text, "policy.yaml", sharedParts);
  if ("problems" in read) throw new Error(JSON.stringify(read.problems, null, 1));
  return { read, places: clausePlaces(read) };
}

describe("the places of a pack that keep a clause", () => {
  it("are told in their order, with what was assumed there, and where they are written", () => {
    const { places: found } = places(
      packWith({
        clocks:
          "\n  uno: { from: received, to: contacted, within: 4h, clause: [X-1, X-2], assumed: Así }\n  dos: { from: received, to: solved, within: 8h, says: { is: 8h, clause: X-3 }, assumed: Sin cláusula }",
      }),
    );
    expect(found).toEqual([
      {
        path: ["clocks", "uno"],
        clause: ["X-1", "X-2"],
        assumed: "Así",
        file: "policy.yaml",
        line: 7,
        column: 3,
      },
      {
        path: ["clocks", "dos", "says"],
        clause: ["X-3"],
        file: "policy.yaml",
        line: 8,
        column: 50,
      },
    ]);
    expect(found[1]).not.toHaveProperty("assumed");
  });

  const packs = filesIn("policies").filter((name) => name !== "shared");

  it.each(packs)("are all the clauses that %s names, each where its words stand", (name) => {
    const text = projectText(`policies/${name}/policy.yaml`);
    const { read, places: found } = places(text);
    const named = new Set(found.flatMap(({ clause }) => clause));
    expect([...named].toSorted()).toEqual([...read.policy.clauses].toSorted());
    const lines = text.split("\n");
    for (const { path, line, column, file } of found) {
      const key = path.at(-1) ?? "";
      const written = lines[line - 1]?.slice(column - 1) ?? "";
      if (file === "policy.yaml" && Number.isNaN(Number(key)))
        expect(written.replace(/^["']/, "").startsWith(key)).toBe(true);
    }
  });
});
