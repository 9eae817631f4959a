import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestDesk } from "../../test/kit/desk.ts";
import type { TestDesk } from "../../test/kit/desk.ts";
import { DAY } from "../core/time/instant.ts";
import { integrationOf } from "../desk/integrations/tokens.ts";
import { looksLikeToken } from "../desk/integrations/token.ts";
import { tokenCreate, tokenList, tokenRevoke } from "./token.ts";
import type { TokenCommand } from "./token.ts";

let test: TestDesk;
beforeAll(async () => {
  test = await openTestDesk("hib2b", "2026-11-20T16:00:00Z");
});
afterAll(() => test.close());

const said: string[] = [];
const wrong: string[] = [];
const command = (): TokenCommand => ({
  desk: "hib2b",
  language: "es",
  io: { out: (line) => void said.push(line), err: (line) => void wrong.push(line) },
  onDesks: (work) => work({ db: test.plazo.db }),
});

describe("plazo token", () => {
  it("makes a token that is good, and says it on a line of its own", async () => {
    const wish = { name: "Respaldo", scopes: ["tickets:read"], days: 30 };
    expect(await tokenCreate(command(), wish)).toBe(0);
    const token = said.at(-1)?.replace("Token: ", "") ?? "";
    expect(looksLikeToken(token)).toBe(true);
    expect(await integrationOf(test.plazo, token)).toMatchObject({ name: "Respaldo" });
    expect(wrong.at(-1)).toContain("no se vuelve a mostrar");
  });

  it("lists them with what they may do and until when, and ends one", async () => {
    expect(await tokenList(command())).toBe(0);
    const line = said.at(-1) ?? "";
    expect(line).toMatch(/^[0-9a-f-]{36}\tRespaldo\ttickets:read\tvigente\tvence el /u);
    const [id = ""] = line.split("\t");
    expect(await tokenRevoke(command(), id)).toBe(0);
    await tokenList(command());
    expect(said.at(-1)).toContain("\trevocado\t");
    const unknown = "00000000-0000-4000-8000-000000000000";
    expect(await tokenRevoke(command(), unknown)).toBe(1);
  });

  it.each([
    [["tickets:todo"], 30, "No existe el permiso"],
    [["tickets:read"], 366, "--days"],
    [["tickets:read"], 0, "--days"],
  ])("refuses what cannot be: %j, %i days", async (scopes, days, words) => {
    expect(await tokenCreate(command(), { name: "x", scopes, days })).toBe(2);
    expect(wrong.at(-1)).toContain(words);
  });

  it("makes none for a desk that does not exist", async () => {
    const wish = { name: "x", scopes: ["tickets:read"], days: 30 };
    expect(await tokenCreate({ ...command(), desk: "ninguna" }, wish)).toBe(1);
    expect(wrong.at(-1)).toContain("No existe esa mesa");
  });

  it("says what has expired", async () => {
    await tokenCreate(command(), { name: "Corto", scopes: ["tickets:read"], days: 1 });
    test.time.advance(2 * DAY);
    await tokenList(command());
    expect(said.some((line) => line.includes("\tCorto\t") && line.includes("\tvencido\t"))).toBe(
      true,
    );
  });
});
