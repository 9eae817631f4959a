import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { namePictures, placePictures } from "./place-pictures.ts";

const lines = (...list: readonly string[]): string => list.join("\n");

describe("pictures of a mail in its plain text", () => {
  it("stand after what is said before them, though the plain text is wrapped elsewhere", () => {
    const plain = lines(
      "Buenos días:",
      "Al cargar la factura del mes aparece este error y no me deja",
      "continuar con la captura:",
      "Y después esto otro:",
      "Gracias",
    );
    const marked = lines(
      "Buenos días:",
      "Al cargar la factura del mes aparece este error y no me deja continuar con la captura:",
      "[cid:uno]",
      "Y después esto otro: [cid:dos] [cid:tres]",
      "Gracias",
    );
    expect(placePictures(plain, marked)).toBe(
      lines(
        ...["Buenos días:", "Al cargar la factura del mes aparece este error y no me deja"],
        ...["continuar con la captura:", "[cid:uno]", "Y después esto otro:"],
        ...["[cid:dos]", "[cid:tres]", "Gracias"],
      ),
    );
  });

  it("stand where Outlook and Gmail mark them", () => {
    expect(placePictures("Vea [cid:a@b] y [cid:c]", "Vea [cid:a@b] y [cid:c]")).toBe(
      "Vea [cid:a@b] y [cid:c]",
    );
    expect(
      placePictures("Vea:\n[image: image.png]\n[imagen: x.png]", "Vea:\n[cid:1]\n[cid:2]"),
    ).toBe("Vea:\n[cid:1]\n[cid:2]");
  });

  it("stand first where nothing is said before, among the quoted where they are quoted, and nowhere where their place is not found", () => {
    expect(placePictures("Hola", "[cid:a]\nHola")).toBe("[cid:a]\nHola");
    expect(placePictures("Hola\n> Antes:\n> fin", "Hola\n> Antes:\n> [cid:a]\n> fin")).toBe(
      "Hola\n> Antes:\n> [cid:a]\n> fin",
    );
    expect(placePictures("Otra cosa", "Nada que ver [cid:a]")).toBe("Otra cosa");
  });

  it("are called by the name of their file; one that did not come is nothing", () => {
    const names = new Map([["a@b", "captura [1].png"]]);
    expect(namePictures("Vea [cid:a@b].\nY [cid:z] esto", names)).toBe(
      "Vea [captura (1).png].\nY esto",
    );
  });

  it("take no line away, and come in their order", () => {
    const line = fc.stringMatching(/^[a-zé ]{0,60}$/u);
    fc.assert(
      fc.property(fc.array(line), fc.array(line), (said, more) => {
        const marked = [...said, ...more].map((one, at) => `${one} [cid:p${String(at)}]`);
        const placed = placePictures(lines(...said), lines(...marked)).split("\n");
        expect(placed.filter((one) => !one.includes("[cid:"))).toEqual(lines(...said).split("\n"));
        const order = placed.flatMap((one) => /\[cid:p(\d+)\]/u.exec(one)?.[1] ?? []).map(Number);
        expect(order).toEqual(order.toSorted((a, b) => a - b));
      }),
    );
  });
});
