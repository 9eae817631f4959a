import { describe, expect, it } from "vitest";
import type { DeskDetail } from "../../contract/desk.ts";
import { readSearch } from "../../core/search/query.ts";
import { completionsOf } from "./filter-entries.ts";

const label = (es: string) => ({ label: { es } });
const desk = {
  severities: [label("Alta"), label("Baja")],
  levels: [label("Primer nivel")],
  states: [label("Recibido")],
  channels: [label("Correo")],
  staff: [{ id: "x", name: "Ximena Robles", role: "agent", level: null }],
} as unknown as DeskDetail;
const reading = { desk, language: "es", text: ({ es }: { readonly es: string }) => es } as const;
const become = (written: string): readonly string[] =>
  completionsOf(written, reading).map(({ becomes }) => becomes);

describe("a filter that is being written", () => {
  it.each([
    ["est", ["estado:"]],
    ["factura sev", ["factura severidad:"]],
    ["factura -as", ["factura -asignado:"]],
    ["severidad:", ["severidad:Alta ", "severidad:Baja "]],
    ["error severidad:al", ["error severidad:Alta "]],
    ["asignado:xi", ['asignado:"Ximena Robles" ']],
    ["nivel:p", ['nivel:"Primer nivel" ']],
    ["e", []],
    ["hola mundo", []],
    ["nada:x", []],
  ])("%s may become %j", (written, becomes) => {
    expect(become(written)).toEqual(becomes);
  });

  it("becomes something that is read as that filter", () => {
    for (const written of ["estado:", "asignado:x", "severidad:b", "nivel:p", "de:c"])
      for (const becomes of become(written)) {
        expect(readSearch(becomes)).toMatchObject({ terms: [] });
        expect(readSearch(becomes).filters).toHaveLength(1);
      }
  });
});
