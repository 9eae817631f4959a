import { describe, expect, test } from "vitest";
import { workspaceWords } from "../../words/workspace/words.ts";
import { isActsAlone, missingIn, unfilledOf } from "./body.ts";
import { modes } from "./draft.ts";
import type { Draft } from "./draft.ts";
import { sendWords } from "./send-words.ts";

const draft: Draft = {
  ...{
    id: "00000000-0000-4000-8000-000000000001",
    mode: "reply",
    awaiting: "client",
    session: "s",
  },
  ...{ text: "", cause: "", remedy: "", files: [], acts: [], used: [], mentions: [] },
  ...{ seen: null, sees: [], touched: 0 },
};
const compose = workspaceWords.es.compose;
const to = (name: string | null, address: string | null, identity: string | null = null) =>
  ({ row: { requester: { name, address } }, identity }) as Parameters<typeof sendWords>[0];

describe("a composition", () => {
  test("needs its text, or cause and remedy where it is a solution", () => {
    expect(missingIn(draft)).toEqual(["text"]);
    expect(missingIn({ ...draft, text: " \n" })).toEqual(["text"]);
    expect(missingIn({ ...draft, mode: "solve", text: "x", cause: "y" })).toEqual(["remedy"]);
    expect(missingIn({ ...draft, mode: "hand-back", cause: "y", remedy: "z" })).toEqual([]);
  });
});

describe("what is still to be filled in", () => {
  test("is found in every box that the client reads, and in none of the desk's", () => {
    const text = "Hola {{cliente.nombre}}";
    expect(unfilledOf({ ...draft, text })).toEqual([{ box: "text", place: "{{cliente.nombre}}" }]);
    expect(unfilledOf({ ...draft, mode: "solve", cause: text, text: "{{…}}" })).toHaveLength(2);
    expect(unfilledOf({ ...draft, mode: "note", text })).toEqual([]);
  });

  test("nothing has to be written where only the ticket is changed", () => {
    const acts: Draft["acts"] = [{ act: "assign", to: "me" }];
    expect(isActsAlone({ ...draft, acts })).toBe(true);
    expect(isActsAlone({ ...draft, acts, text: "x" })).toBe(false);
    expect(isActsAlone(draft)).toBe(false);
  });
});

describe("the button of a composition", () => {
  test("says to whom it goes and by which way", () => {
    expect(sendWords(to("Ximena", "x@example.com"), draft, compose)).toBe(
      "Responder a Ximena por correo",
    );
    expect(sendWords(to("Ximena", null), draft, compose)).toBe("Responder a Ximena");
  });

  test("never calls anybody by their tax ID", () => {
    const unnamed = to("XAMA620210DQ5", "x@example.com", "XAMA620210DQ5");
    expect(sendWords(unnamed, draft, compose)).toBe("Responder a x@example.com por correo");
  });

  test("says something different in every mode", () => {
    for (const language of ["es", "en"] as const) {
      const said = modes.map((mode) =>
        sendWords(to("X", "x@example.com"), { ...draft, mode }, workspaceWords[language].compose),
      );
      expect(new Set(said).size).toBe(modes.length);
    }
  });
});
