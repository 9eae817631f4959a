import { describe, expect, it } from "vitest";
import { policyOf, projectText, sharedParts } from "../../../test/kit/policy-packs.ts";
import { checkExamples } from "./examples.ts";
import { readPack } from "./read-pack.ts";

const text = projectText("test/fixtures/packs/minimal.yaml");
const policy = policyOf(text);

describe("the smallest pack", () => {
  it("is under 40 lines", () => expect(text.split("\n").length).toBeLessThan(40));

  it("has the states, the words and the ways of a good desk", () => {
    expect(policy.states.map((state) => state.label.es)).toEqual([
      "Cerrado",
      "Resuelto",
      "En espera",
      "Abierto",
    ]);
    expect(policy.states.at(-1)?.when).toEqual({ is: "always" });
    expect(policy.tell.map((rule) => rule.on)).toEqual([
      "received",
      "answered",
      "asked",
      "solved",
      "warned-silence",
      "closed",
      "held",
    ]);
    expect(policy.messages.every((message) => message.body.en !== undefined)).toBe(true);
    expect(policy.channels.map((channel) => channel.id)).toEqual(["form"]);
    expect(
      policy.forms[0]?.fields.filter((field) => field.required).map((field) => field.kind),
    ).toEqual(["text", "identity", "contact-email"]);
    expect(policy.reopen).toEqual({
      whileSolved: true,
      afterClose: "new-ticket",
      cites: true,
      clause: [],
    });
  });

  it("classifies as the lightest severity, provisionally, until an agent does", () => {
    expect(policy.classify).toEqual([
      { when: { is: "always" }, severity: "normal", provisional: true, clause: [] },
    ]);
  });

  it("warns at three quarters of a promise, and pauses only what the pack pauses", () => {
    expect(policy.clocks.map((clock) => [clock.warn, clock.pauses])).toEqual([
      [[{ share: 0.75 }], []],
      [[{ share: 0.75 }], ["waiting-for-client"]],
    ]);
  });

  it("speaks with usted: no default message says tú", () => {
    for (const message of policy.messages)
      expect(message.body.es).not.toMatch(/\b(tu|tus|tú|te|puedes|tienes)\b/i);
  });

  it("keeps its example", () =>
    expect(checkExamples(policy).map((one) => one.passed)).toEqual([true]));
});

describe("what a pack says itself", () => {
  it("wins over the shared part: messages and what is told one by one, other sections whole", () => {
    const own = `${text}\ntell:\n  solved: { by: [phone] }\n  closed: nothing\nmessages:\n  acuse: { subject: Hola, body: "{folio}" }\nstates:\n  uno: { else: true }\n`;
    const read = policyOf(own);
    expect(read.tell.find((rule) => rule.on === "solved")).toMatchObject({
      by: ["phone"],
      message: "solucion",
      says: ["cause", "remedy"],
    });
    expect(read.tell.some((rule) => rule.on === "closed")).toBe(false);
    expect(read.tell.some((rule) => rule.on === "asked")).toBe(true);
    expect(read.messages.find((one) => one.id === "acuse")?.body).toEqual({ es: "{folio}" });
    expect(read.messages.length).toBe(policy.messages.length);
    expect(read.states.map((state) => state.id)).toEqual(["uno"]);
  });

  it("is all there is where it uses no part", () => {
    const alone = text.replace("plazo: 1\n", "plazo: 1\nuse: []\n");
    const read = readPack(alone, "alone.yaml", sharedParts);
    expect("problems" in read && read.problems.map((one) => [one.code, one.facts])).toEqual(
      ["channels", "forms", "levels", "states"].map((key) => ["missing-key", { key }]),
    );
  });

  it("is refused with the part's own file and line where the part is wrong", () => {
    const broken = { names: ["good-desk"], text: () => "plazo: 1\nstate: {}\n" };
    const read = readPack(text, "policy.yaml", broken);
    expect("problems" in read && read.problems).toMatchObject([
      {
        code: "unknown-key",
        file: "shared/good-desk.yaml",
        line: 2,
        column: 1,
        facts: { key: "state", near: "states" },
      },
    ]);
  });

  it("a promise against gravity is a warning, and the pack is compiled", () => {
    const read = readPack(text.replace("grave: 8h", "grave: 64h"), "policy.yaml", sharedParts);
    expect("policy" in read && read.warnings).toMatchObject([
      {
        code: "promise-against-gravity",
        level: "warning",
        line: 18,
        column: 28,
        facts: { graver: "grave", lighter: "normal" },
      },
    ]);
  });

  it("several mistakes are each told once, in the order of the file", () => {
    const read = readPack(
      text
        .replace("mx-lft", "mx")
        .replace("normal: 32h", "normla: 32h")
        .replace("within: 4h", "within: x"),
      "p",
      sharedParts,
    );
    expect("problems" in read && read.problems.map((one) => `${one.code} ${one.line}`)).toEqual([
      "refers-to-nothing 6",
      "unreadable-length 13",
      "refers-to-nothing 18",
    ]);
  });
});

describe("several mistakes in one line", () => {
  it("are told from left to right, whatever is looked at first", () => {
    const clock =
      "{ warn: x, within: y, then: { tell: z }, from: received, to: solved, clause: M-2 }";
    const read = readPack(
      `${text.slice(0, text.indexOf("  resolucion:"))}  resolucion: ${clock}\n`,
      "p",
      sharedParts,
    );
    const problems = "problems" in read ? read.problems : [];
    expect(problems.map(({ path }) => path.at(-1))).toEqual(["warn", "within", "tell"]);
    const columns = problems.map(({ column }) => column);
    expect(columns).toEqual(columns.toSorted((a, b) => a - b));
  });
});

describe("the language's explanation", () => {
  const page = projectText("docs/policy-language.md");
  const packs = Array.from(page.matchAll(/```yaml\n([\s\S]*?)```/g), (match) => match[1] ?? "");

  it("shows a complete pack that is sound, and whose example holds", () => {
    const whole = packs.filter((pack) => pack.startsWith("plazo: 1"));
    expect(whole).toHaveLength(1);
    expect(checkExamples(policyOf(whole[0] ?? "")).map((one) => one.passed)).toEqual([true]);
  });

  it("shows parts of packs that the language takes", () => {
    const [calendars, silence, fields] = packs.filter((pack) => !pack.startsWith("plazo: 1"));
    const withClock = `${text.slice(0, text.indexOf("examples:"))}${(silence ?? "").replace("clocks:\n", "")}`;
    expect(policyOf(withClock).clocks.map((clock) => clock.against)).toEqual([
      "desk",
      "desk",
      "client",
    ]);
    const other = text.replace(/calendars:\n.*\n/, calendars ?? "");
    expect(policyOf(other).calendars["oficina"]).toMatchObject({
      closedDates: [{ date: "2026-12-26", name: "Inventario" }],
      exceptions: [{ date: "2026-12-24", open: [["09:00", "13:00"]] }],
    });
    const indented = (fields ?? "").replaceAll(/^/gm, "      ").trimEnd();
    const form = `${text}\nforms:\n  uno:\n    fields:\n      correo: { kind: contact-email }\n${indented}\n`;
    expect(
      policyOf(form)
        .forms[0]?.fields.filter((field) => field.onlyWhenAsked)
        .map((field) => field.id),
    ).toEqual(["xml", "pdf"]);
  });
});
