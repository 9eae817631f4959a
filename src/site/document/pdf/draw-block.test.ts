import { expect, it } from "vitest";
import { readPdf } from "../../../../test/kit/pdf.ts";
import type { Block } from "../block.ts";
import { writePdf } from "./write-pdf.ts";

const paragraph = (text: string): Block => ({
  is: "paragraph",
  runs: [{ text, style: "plain" }],
});

const chart = (name: string): Block => ({
  is: "chart",
  drawing: {
    width: 476,
    height: 190,
    title: name,
    says: name,
    shapes: [{ is: "text", x: 4, y: 180, text: name, anchor: "start", voice: "label" }],
  },
});

it("keeps a heading, the words under it and its chart on one page, wherever on the page that falls", async () => {
  const sections = Array.from({ length: 24 }, (_, i): Block[] => [
    ...Array.from({ length: i }, () => paragraph("Relleno.")),
    { is: "heading", level: 2, id: null, runs: [{ text: `Cifra-${i}.`, style: "plain" }] },
    paragraph("Lo que cuenta."),
    paragraph("Lo que resultó."),
    chart(`Grafica-${i}.`),
  ]);
  const { pages } = readPdf(
    await writePdf({
      ...{ title: "Prueba", owner: "Mesa", edition: "1", language: "es", at: 0 },
      ...{ front: [], chapters: sections.flat(), contents: null },
      pageOf: (page, of) => `${page} de ${of}`,
      address: (to) => to,
    }),
  );
  const pageOf = (text: string): number => pages.findIndex((page) => page.includes(text));
  for (const [i] of sections.entries()) {
    expect(pageOf(`Cifra-${i}.`)).toBeGreaterThanOrEqual(0);
    expect([i, pageOf(`Grafica-${i}.`)]).toEqual([i, pageOf(`Cifra-${i}.`)]);
  }
});
