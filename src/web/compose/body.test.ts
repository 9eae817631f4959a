import { describe, expect, test } from "vitest";
import { workspaceWords } from "../../words/workspace/words.ts";
import { missingIn } from "./body.ts";
import { modes } from "./draft.ts";
import type { Draft } from "./draft.ts";
import { sendWords } from "./send-words.ts";

const draft: Draft = {
  mode: "reply",
  text: "",
  cause: "",
  remedy: "",
  awaiting: "client",
  session: "s",
  files: [],
  seen: null,
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
