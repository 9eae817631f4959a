import { expect, it } from "vitest";
import { sharedParts } from "../../test/kit/policy-packs.ts";
import { readPack } from "../core/policy/read-pack.ts";
import { sayPackProblem } from "./policy-problems.ts";

const sound = `plazo: 1
desk: { id: mesa, name: Mesa, zone: America/Mexico_City, folio: "MA-{n}" }
calendars:
  oficina: { open: { mon-fri: "09:00-18:00" }, closed: [mx-lft] }
severities: { bajo: No impide trabajar, alto: Impide trabajar }
clocks:
  contacto: { from: received, to: contacted, within: { bajo: 4h, alto: 2h }, clause: M-1 }
`;

function told(from: string, to: string): string {
  expect(sound).toContain(from);
  const read = readPack(sound.replace(from, to), "policy.yaml", sharedParts);
  return "problems" in read ? read.problems.map((one) => sayPackProblem(one, "es")).join("; ") : "";
}

it("lists what there is where nothing near was meant, and only what was meant where something was", () => {
  expect(told("closed: [mx-lft]", "closed: [mexico]")).toContain("hay: mx-lft, ve-lottt");
  expect(told("alto: 2h", "urgentisimo: 2h")).toContain("hay: bajo, alto");
  expect(told("{ bajo: 4h, alto: 2h }", "4h of ofisina")).toMatch(/¿quiso decir «oficina»\?$/u);
});

it("says what a text should look like, how long the days would be, and suggests no only choice", () => {
  expect(told("closed: [mx-lft]", "says: 5x")).toContain("por ejemplo: 5x8");
  expect(told("{ bajo: 4h, alto: 2h }", "3 days")).toContain("72h elapsed, 3 dates of oficina");
  expect(told("plazo: 1", "plazo: 2")).toBe("aquí va «1»");
});

it("tells a key that is called otherwise once, with the one that was meant", () => {
  expect(told("to: contacted", "stops: contacted")).toBe(
    "aquí no se conoce la clave «stops»; ¿quiso decir «to»?",
  );
});
