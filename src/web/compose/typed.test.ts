import { describe, expect, it } from "vitest";
import { typedAt, writtenOver } from "./typed.ts";

const at = (text: string) => typedAt(text, text.length);

describe("what is typed", () => {
  it("calls for prepared answers after a stroke at the beginning or after a space", () => {
    expect(at("/")).toMatchObject({ menu: "slash", words: "", from: 0, to: 1 });
    expect(at("Hola\n/contraseña nue")).toMatchObject({ words: "contraseña nue", from: 5 });
  });

  it("calls for a colleague after an at sign", () => {
    expect(at("¿Lo ves, @Bru")).toMatchObject({ menu: "mention", words: "Bru" });
  });

  it.each(["23/11", "y / o", "https://example.com/a", "ana@example.com", "Hola", "/  "])(
    "calls for nothing in %s",
    (text) => expect(at(text)).toBeNull(),
  );

  it("is written over by what was chosen, and the cursor stands after it", () => {
    const typed = at("Hola /sal");
    if (typed === null) throw new Error("nothing was typed");
    expect(writtenOver("Hola /sal y más", typed, "Buenos días")).toEqual({
      text: "Hola Buenos días y más",
      cursor: 16,
    });
  });
});
