import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FileKind } from "../../core/policy/form-rule.ts";
import { normalName } from "./file-name.ts";
import { inspectFile } from "./inspect-file.ts";

const all: readonly FileKind[] = ["image", "pdf", "xml", "office", "text"];
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0);
const zip = (inside: string): Uint8Array =>
  Buffer.concat([Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0, 0, 0), bytes(inside)]);
const ole = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0);

describe("what a file is", () => {
  it.each<readonly [string, Uint8Array, ...(readonly [FileKind, string])]>([
    ["foto.png", png, "image", "image/png"],
    ["foto.jpeg", Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), "image", "image/jpeg"],
    ["a.gif", bytes("GIF89a..."), "image", "image/gif"],
    ["a.webp", bytes("RIFF0000WEBPVP8 "), "image", "image/webp"],
    ["factura.pdf", bytes("%PDF-1.7"), "pdf", "application/pdf"],
    [
      "factura.xml",
      bytes('\u{FEFF}<?xml version="1.0"?>\n<!-- x --><cfdi:Comprobante Version="4.0">'),
      "xml",
      "application/xml",
    ],
    ["sin-declaracion.xml", bytes("<nota/>"), "xml", "application/xml"],
    [
      "reporte.xlsx",
      zip("[Content_Types].xml"),
      "office",
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ],
    ["viejo.doc", ole, "office", "application/msword"],
    ["datos.csv", bytes("a,b\n1,2\n"), "text", "text/csv"],
    ["nota.txt", Uint8Array.of(0x41, 0xf1, 0x6f), "text", "text/plain"],
  ])("is told of %s by its bytes", (name, head, ...[kind, mediaType]) => {
    expect(inspectFile(name, head, all)).toEqual({ name, kind, mediaType });
  });

  it.each<[string, Uint8Array, string]>([
    [
      "dtd.xml",
      bytes(
        '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>',
      ),
      "xml-doctype",
    ],
    [
      "dtd16.xml",
      Buffer.concat([Uint8Array.of(0xff, 0xfe), Buffer.from("<!doctype x><x/>", "utf16le")]),
      "xml-doctype",
    ],
    [
      "late.xml",
      bytes(`<?xml version="1.0"?><!--${" ".repeat(5_000)}--><!DOCTYPE x><x/>`),
      "xml-doctype",
    ],
    ["hidden.xml", bytes(`<!--${"x".repeat(70_000)}`), "file-kind"],
    ["dibujo.svg", bytes('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'), "file-kind"],
    ["pagina.html", bytes("<html><body>"), "file-kind"],
    ["todo.zip", zip("secret.exe"), "file-kind"],
    ["todo.docx", zip("secret.exe"), "file-kind"],
    ["macro.xlsm", zip("[Content_Types].xml"), "file-kind"],
    ["programa.pdf", Uint8Array.of(0x4d, 0x5a, 0x90, 0, 3), "file-kind"],
    ["nada.txt", new Uint8Array(0), "file-empty"],
    ["///", png, "file-name"],
  ])("refuses %s", (name, head, refused) => {
    expect(inspectFile(name, head, all)).toMatchObject({ refused });
  });

  it("refuses what the field does not accept", () => {
    expect(inspectFile("foto.png", png, ["xml"])).toMatchObject({
      refused: "file-kind",
      facts: { accept: ["xml"] },
    });
  });

  it("gives a name that says what the file is", () => {
    expect(inspectFile("factura.exe", bytes("%PDF-1.7"), all)).toMatchObject({
      name: "factura.exe.pdf",
    });
    expect(inspectFile("C:\\datos\\..\\foto.PNG", png, all)).toMatchObject({ name: "foto.PNG" });
    expect(inspectFile("\u{202E}gnp.exe", png, all)).toMatchObject({ name: "gnp.exe.png" });
  });
});

describe("a kept name", () => {
  it("has no folder, no control character, no mark of direction, and at most 120 characters, whatever was given", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), (written) => {
        const name = normalName(written);
        if (name === undefined) return;
        expect(name).not.toMatch(/[/\\\p{Cc}\p{Cf}]/u);
        expect(name).not.toMatch(/^\.|\.$/u);
        expect([...name].length).toBeLessThanOrEqual(120);
        expect(normalName(name)).toBe(name);
      }),
    );
  });
});
