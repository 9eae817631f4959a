import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import { problem } from "../../contract/problem.ts";
import type { Refusal } from "../../core/refusal.ts";
import { refusalResponse, refusalsResponse } from "./refused.ts";

const closed: Refusal = {
  refused: "channel-closed",
  clause: ["RD-13"],
  assumed: "abierto sigue abierto",
  facts: { channel: "phone" },
};

async function answered(refusals: readonly Refusal[]) {
  const app = new Hono();
  app.get("/one", (context) => refusalResponse(context, refusals[0] ?? closed));
  app.get("/all", (context) => refusalsResponse(context, refusals));
  const read = async (path: string) => problem.parse(await (await app.request(path)).json());
  return { one: await read("/one"), all: await read("/all") };
}

describe("a refusal as problem+json", () => {
  it("carries the clauses that say no and the reading that was taken of them", async () => {
    const { one, all } = await answered([closed]);
    const source = { clause: ["RD-13"], assumed: "abierto sigue abierto" };
    expect(one).toMatchObject({ code: "channel-closed", status: 422, ...source });
    expect(all).toMatchObject({ ...source, errors: [{ code: "channel-closed", ...source }] });
  });

  it("carries those of each field that is wrong", async () => {
    const { all } = await answered([
      {
        refused: "field-missing",
        field: "fields.asunto",
        clause: ["RD-4"],
        facts: { label: "Asunto" },
      },
      { refused: "field-missing", field: "fields.otro", facts: { label: "Otro" } },
    ]);
    expect(all.errors?.map(({ field, clause }) => [field, clause])).toEqual([
      ["fields.asunto", ["RD-4"]],
      ["fields.otro", undefined],
    ]);
  });

  it("has no source where the refusal is not the manual's", async () => {
    const { one } = await answered([{ refused: "no-such-ticket", clause: [] }]);
    expect(one).not.toHaveProperty("clause");
    expect(one).not.toHaveProperty("assumed");
  });
});
