import { describe, expect, it } from "vitest";
import { fileWords, searchDocument } from "./document.ts";
import type { Searchable } from "./document.ts";

const ticket: Searchable = {
  desk: "hib2b",
  subject: "No carga la factura",
  requester: {
    name: "Xavier",
    address: "x.urgate@mail.example.com",
    identity: "XAMA620210DQ5",
    telephone: "+525555550177",
  },
  organisation: { name: "Escuela Kemper", rfc: "EKU9003173C9" },
  fields: { tipo: "Error al cargar", vacio: "  " },
  messages: [
    { seq: 1, at: 10, public: true, text: "Sale CFDI40147" },
    { seq: 2, at: 20, public: false, text: "Ya lo vio Ana" },
    { seq: 3, at: 30, public: true, text: " \n" },
  ],
  files: ["Factura_A-921.xml"],
  references: ["OC-4500"],
  severity: "alta",
  level: "mesa",
  channel: "form",
  progress: "working",
  state: "abierto",
  assignee: null,
  breached: false,
};
const parts = (more: Partial<Searchable> = {}) => searchDocument({ ...ticket, ...more }).parts;
const marks = (more: Partial<Searchable>) => searchDocument({ ...ticket, ...more }).marks;

describe("the parts by which a ticket is found", () => {
  it("are what it is about, who asks, what they answered and attached, and what was said", () =>
    expect(parts().map(({ kind, weight, text }) => [kind, weight, text])).toEqual([
      ["subject", "A", "No carga la factura"],
      [
        "requester",
        "B",
        "Xavier x.urgate@mail.example.com mail.example.com x urgate mail example com XAMA620210DQ5",
      ],
      ["organisation", "B", "Escuela Kemper EKU9003173C9"],
      ["field", "B", "Error al cargar"],
      ["field", "B", "OC-4500"],
      ["file", "B", "Factura_A-921.xml factura a 921 xml"],
      ["message", "C", "Sale CFDI40147"],
      ["note", "D", "Ya lo vio Ana"],
    ]));

  it("say where they stand: a field by its name, a message by its event and its time", () => {
    expect(parts().find(({ text }) => text === "Error al cargar")?.name).toBe("tipo");
    expect(parts().find(({ kind }) => kind === "file")?.name).toBe("Factura_A-921.xml");
    expect(parts().find(({ kind }) => kind === "note")).toMatchObject({ seq: 2, at: 20 });
  });

  it("are only those that there are", () =>
    expect(
      parts({
        requester: { name: null, address: null, identity: null, telephone: null },
        organisation: null,
        fields: {},
        messages: [],
        files: [],
        references: [],
      }).map(({ kind }) => kind),
    ).toEqual(["subject"]));

  it("are read up to 20,000 characters of a message, and 120,000 of all", () => {
    const messages = (lengths: readonly number[]) =>
      parts({
        messages: lengths.map((length, i) => ({
          seq: i,
          at: i,
          public: true,
          text: "a".repeat(length),
        })),
      })
        .filter(({ kind }) => kind === "message")
        .map(({ text }) => text.length);
    expect(messages([20_000, 20_001])).toEqual([20_000, 20_000]);
    expect(messages([...Array(6).fill(20_000), 1])).toEqual(Array(6).fill(20_000));
    expect(messages([...Array(5).fill(20_000), 19_999, 20_000])).toEqual([
      ...Array(5).fill(20_000),
      19_999,
      1,
    ]);
    expect(
      parts({ fields: { a: "b".repeat(20_001) } }).find(({ name }) => name === "a")?.text,
    ).toHaveLength(20_000);
  });
});

describe("what identifies a ticket", () => {
  it("is written in lower case: addresses, taxpayers, files, references, telephones, codes", () => {
    const { keys } = searchDocument(ticket);
    for (const key of [
      "x.urgate@mail.example.com",
      "xama620210dq5",
      "eku9003173c9",
      "factura_a-921.xml",
      "oc-4500",
      "+525555550177",
      "525555550177",
      "5555550177",
      "cfdi40147",
    ])
      expect(keys).toContain(key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it("is nothing shorter than three characters", () => {
    const { keys } = searchDocument({ ...ticket, references: ["A1", "AB1"] });
    expect(keys).toContain("ab1");
    expect(keys).not.toContain("a1");
  });
});

describe("the marks by which filters narrow", () => {
  it("are its desk, severity, level, channel, progress, state and who has it", () =>
    expect(marks({ files: [] })).toEqual([
      "@d/hib2b",
      "@s/alta",
      "@l/mesa",
      "@c/form",
      "@p/working",
      "@t/abierto",
      "@a/",
    ]));

  it("tell a broken promise and each word of a file's name, once", () => {
    expect(marks({ files: [], breached: true, assignee: "u1" })).toEqual(
      expect.arrayContaining(["@b", "@a/u1"]),
    );
    const [, , , , , , , ...files] = marks({ files: ["Acuse.pdf", "acuse de recibo.PDF"] });
    expect(files).toEqual(["@f", "@f/acuse", "@f/pdf", "@f/de", "@f/recibo"]);
  });

  it("take a file's name apart as people look for it", () => {
    expect(fileWords("Factura_A-921.xml")).toEqual(["factura", "a", "921", "xml"]);
    expect(fileWords("¿Año?.PDF")).toEqual(["ano", "pdf"]);
    expect(fileWords("...")).toEqual([]);
    expect(fileWords("")).toEqual([]);
  });
});
