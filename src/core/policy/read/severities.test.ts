import { describe, expect, it } from "vitest";
import { policyWith, problemsWith } from "../../../../test/kit/pack-problems.ts";

describe("the severities", () => {
  it("are in the order of the pack, each by a word or whole", () =>
    expect(
      policyWith({
        severities:
          '{ no-urge: { es: Puede esperar, en: It can wait }, urge: { label: Urgente, means: No puede, examples: ["Uno", { es: "Dos", en: "Two" }], clause: X-1 } }',
      }).severities,
    ).toEqual([
      {
        id: "no-urge",
        label: { es: "No urge" },
        means: { es: "Puede esperar", en: "It can wait" },
        examples: [],
        clause: [],
      },
      {
        id: "urge",
        label: { es: "Urgente" },
        means: { es: "No puede" },
        examples: [{ es: "Uno" }, { es: "Dos", en: "Two" }],
        clause: ["X-1"],
      },
    ]));

  it("are at least one", () =>
    expect(problemsWith({ severities: "{}" })).toMatchObject([{ code: "no-severity" }]));

  it.each(["target", "limit", "else"])("are never called %s, which is a word of promises", (name) =>
    expect(problemsWith({ severities: `{ ${name}: Una }` })).toEqual([
      { code: "reserved-name", at: `${name}: Una`, facts: { name } },
    ]),
  );
});

describe("the rules that give the severity", () => {
  const classify = (...rules: string[]) => ({
    classify: `\n${rules.map((rule) => `  - { ${rule} }`).join("\n")}`,
  });
  const when = "when: { channel: form }";

  it("are the lightest where the pack has none: provisional, unless there is only one", () => {
    expect(policyWith({}).classify).toEqual([
      { when: { is: "always" }, severity: "bajo", provisional: true, clause: [] },
    ]);
    expect(policyWith({ severities: "{ unica: Toda }" }).classify).toMatchObject([
      { severity: "unica", provisional: false },
    ]);
  });

  it("are certain where they say why, and provisional where they say else", () => {
    const provisional = (...rules: string[]) =>
      policyWith(classify(...rules)).classify.map((rule) => rule.provisional);
    expect(provisional(`${when}, severity: alto`, "else: bajo")).toEqual([false, true]);
    expect(
      provisional(`${when}, severity: alto, provisional: true`, "else: bajo, provisional: false"),
    ).toEqual([true, false]);
    const only = policyWith({ ...classify("else: unica"), severities: "{ unica: Toda }" });
    expect(only.classify[0]?.provisional).toBe(false);
  });

  it("end with else, and nothing follows it", () => {
    expect(problemsWith(classify(`${when}, severity: alto`))).toEqual([
      { code: "without-else", at: "classify:", facts: {} },
    ]);
    expect(problemsWith(classify("else: bajo", `${when}, severity: alto`))).toMatchObject([
      { code: "unreachable", facts: {} },
    ]);
  });

  it.each([
    ["severity: alto"],
    [when],
    ["when: { channel: form }, else: alto"],
    ["else: alto, severity: alto"],
    ["provisional: true"],
  ])("{ %s } is half a rule, and told alone", (rule) =>
    expect(problemsWith(classify(rule, `${when}, severity: alto`)).map(({ code }) => code)).toEqual(
      ["rule-without-severity"],
    ),
  );

  it("give severities that there are", () => {
    const facts = { what: "severity", name: "altos", near: "alto" };
    expect(problemsWith(classify(`${when}, severity: altos`, "else: bajo"))).toEqual([
      { code: "refers-to-nothing", at: "altos", facts },
    ]);
    expect(problemsWith(classify("else: altos"))).toEqual([
      { code: "refers-to-nothing", at: "altos", facts },
    ]);
  });
});
