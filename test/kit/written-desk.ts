import { parse, stringify } from "yaml";
import { newPack } from "../../src/cli/new-pack.ts";
import { projectText } from "./policy-packs.ts";

/** The page that says how to write a policy. */
export const writingPage: string = projectText("docs/writing-a-policy.md");

const examples = Array.from(
  writingPage.matchAll(/```yaml\n([\s\S]*?)```/g),
  (match) => match[1] ?? "",
);
const sections = examples.filter((text) => !text.startsWith("name:"));
const [doubtful = "", decided = ""] = sections.slice(-2);

/** The sections that the page writes, step by step; and its last two, which show a contradiction and its decision. */
export const written = { steps: sections.slice(0, -2), doubtful, decided };

/** The days that the page writes. */
export const writtenDays: readonly string[] = examples.filter((text) => text.startsWith("name:"));

/** What the page starts from: what the command writes with the answers that it gives. */
export const startedDesk: string = newPack(projectText("policies/minimal/policy.yaml"), {
  id: "mesa-de-pagos",
  name: "Mesa de pagos",
  nameEn: "Payments desk",
  zone: "America/Mexico_City",
});

/** The pack with the sections of an example in the place of those of the same name. */
export function withSections(pack: string, example: string): string {
  return stringify({ ...(parse(pack) as object), ...(parse(example) as object) });
}

/** The desk that somebody has who did all that the page says. */
export const writtenDesk: string = written.steps.reduce(withSections, startedDesk);
