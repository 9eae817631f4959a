import { expect, test } from "vitest";
import { askedOf, configOf } from "./asked.ts";

function told(language: "es" | "en" = "es") {
  const lines: string[] = [];
  const io = {
    out: (line: string) => void lines.push(line),
    err: (line: string) => void lines.push(line),
  };
  return { lines, io, language };
}

test("a command gets as many words as it has names for; what is missing or too much is said by name", () => {
  const { lines, io, language } = told();
  expect(askedOf({ args: ["uno"], io, language }, {}, ["FILE"])?.positionals).toEqual(["uno"]);
  expect(lines).toEqual([]);
  expect(askedOf({ args: [], io, language }, {}, ["DESK", "ID"])).toBeNull();
  expect(askedOf({ args: ["uno", "dos"], io, language }, {}, ["FILE"])).toBeNull();
  expect(askedOf({ args: ["--nada"], io, language }, {}, [])).toBeNull();
  expect(lines).toHaveLength(3);
  expect(lines[0]).toBe("Falta MESA.");
  expect(lines[1]).toContain("dos");
  expect(lines[2]).toContain("--nada");
});

test.each([
  "http://mesa.example.com/?a=b",
  "https://mesa.example.com/#x",
  "http://u:p@a.example",
  "mesa",
])("PLAZO_URL=%s is refused: links are made by adding to it", (url) => {
  const { lines, io, language } = told();
  const environment = { PLAZO_URL: url };
  expect(configOf({ environment, root: "/", cwd: "/", io, language })).toBeNull();
  expect(lines).toEqual(["PLAZO_URL=…: debe ser http://… o https://…, sin usuario, «?» ni «#»."]);
});

test("every setting that is wrong is said by its name, and nothing is read", () => {
  const { lines, io, language } = told("en");
  const environment = { PORT: "many", PLAZO_ROLE: "king" };
  expect(configOf({ environment, root: "/", cwd: "/", io, language })).toBeNull();
  expect(lines.join("\n")).toMatch(/PORT[^]*PLAZO_ROLE|PLAZO_ROLE[^]*PORT/u);
});
