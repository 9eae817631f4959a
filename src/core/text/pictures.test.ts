import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { processorTime } from "../../../test/kit/processor-time.ts";
import { withPictures } from "./pictures.ts";

const file = (name: string, type = "image/png") => ({ name, type });
const shown = (text: string, ...files: ReturnType<typeof file>[]) =>
  withPictures(text, files).map((piece) =>
    typeof piece === "string" ? piece : { is: piece.name },
  );

describe("pictures in a text", () => {
  it("stand where their name does, once", () => {
    expect(shown("Vea: [a.png] y [b.png].\n[a.png]", file("a.png"), file("b.png"))).toEqual([
      ...["Vea: ", { is: "a.png" }, " y ", { is: "b.png" }, ".\n[a.png]"],
    ]);
  });

  it("are found by the name that they were kept under, and two of one name each at its own place", () => {
    expect(shown("[image001]", file("image001.png"))).toEqual([{ is: "image001.png" }]);
    expect(shown("[foto (1).png]", file("foto [1].png"))).toEqual([{ is: "foto [1].png" }]);
    expect(shown("[a.png][a.png]", file("a.png"), file("a.png"))).toEqual([
      ...[{ is: "a.png" }, { is: "a.png" }],
    ]);
  });

  it("are nothing that could hold a script, and no file that is not there", () => {
    expect(shown("[a.svg] [x] [b.png]", file("a.svg", "image/svg+xml"))).toEqual([
      "[a.svg] [x] [b.png]",
    ]);
  });

  it("are looked up once for each place, however many places and pictures a mail has", () => {
    const files = Array.from({ length: 1_000 }, (_, n) => file(`imagen-${String(n)}.png`));
    const text = "[no]".repeat(125_000);
    const began = processorTime();
    expect(shown(`${text}[imagen-999]`, ...files)).toEqual([text, { is: "imagen-999.png" }]);
    expect(processorTime() - began).toBeLessThan(1_000);
  });

  it("take no word away", () => {
    const name = fc.constantFrom("a.png", "b.png", "c.pdf");
    const piece = fc.oneof(
      fc.string(),
      name.map((one) => `[${one}]`),
    );
    fc.assert(
      fc.property(fc.array(piece), fc.array(name.map((one) => file(one))), (text, files) => {
        const whole = text.join("");
        const back = withPictures(whole, files).map((one) =>
          typeof one === "string" ? one : `[${one.name}]`,
        );
        expect(back.join("")).toBe(whole);
      }),
    );
  });
});
