import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { mutantName, packSurvivors } from "../../src/cli/policy-mutations.ts";
import { packFiles } from "../../src/cli/policy-test.ts";
import { readSharedParts } from "../../src/cli/shared-parts.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const files = await packFiles(path.join(root, "policies"));
const shared = await readSharedParts();

describe("a pack without one of its clauses", () => {
  it.each(files.map((file) => [path.basename(path.dirname(file)), file] as const))(
    "%s: is missed by a scenario, whichever it is",
    async (_name, file) => {
      const found = await packSurvivors(file, file, shared);
      if ("problems" in found) throw new Error(JSON.stringify(found.problems));
      const names = found.survivors.map(mutantName);
      expect(found.taken).toBeGreaterThan(0);
      const unproved = [...found.claimed].filter((clause) => !found.proved.has(clause));
      expect({ survivors: names, unproved }).toEqual({ survivors: [], unproved: [] });
    },
  );
});
