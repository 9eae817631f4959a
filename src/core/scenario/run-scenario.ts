import type { Policy } from "../policy/policy.ts";
import type { Outcome } from "./acting.ts";
import { refusals } from "./check-ways.ts";
import { checkThen } from "./checks.ts";
import { type Difference, type Found, wordsValue } from "./difference.ts";
import { happen } from "./happen.ts";
import type { Scenario, Step } from "./scenario.ts";
import { passBefore, passTo, type World, worldOf } from "./world.ts";

/**
 * Lives the days of a scenario at a desk with this policy and gives every difference from what it
 * expects, in the order of the days; none: it came true. Time passes between the steps as the desk's
 * worker lets it pass, and at one instant what people do comes before what falls due. What is
 * refused without being expected is a difference too.
 */
export function runScenario(scenario: Scenario, policy: Policy): readonly Difference[] {
  const world = worldOf(scenario, policy);
  return scenario.steps.flatMap((step, i) => runStep(world, step, i));
}

function runStep(world: World, step: Step, i: number): readonly Difference[] {
  passBefore(world, step.at);
  const outcome = step.doing === null ? [] : happen(world, step, step.doing);
  const name = nameAfter(world, step, outcome);
  if (name !== null) passTo(world, name, step.at);
  const life = name === null ? null : (world.lives.get(name) ?? null);
  const found = [
    ...unexpected(step, outcome).map((one) => ({ ...one, about: "act" as const })),
    ...(step.then === null
      ? []
      : checkThen(step.then, { world, step, life, outcome }).map((one) => ({
          ...one,
          at: ["then", one.about, ...one.at],
        }))),
  ];
  if (name !== null && life !== null) world.lives.set(name, { ...life, told: [] });
  return found.map((one) => ({
    ...one,
    path: ["days", i, ...one.at],
    now: step.at,
    folio: life?.ticket.folio ?? null,
  }));
}

/** The ticket that the step is about: of a filing that was refused, none. */
function nameAfter(world: World, step: Step, outcome: Outcome): string | null {
  if (step.doing?.verb === "files" && outcome.length > 0) return null;
  const name = step.ticket ?? world.current;
  if (name !== null && world.lives.has(name)) world.current = name;
  return name !== null && world.lives.has(name) ? name : null;
}

function unexpected(step: Step, outcome: Outcome): readonly Found[] {
  if (outcome.length === 0 || step.then?.refused !== undefined || step.doing === null) return [];
  const { who, verb, object } = step.doing;
  const key = [who, verb, ...(object === null ? [] : [object])].join(" ");
  return [{ name: key, at: [key], expected: wordsValue("done"), actual: refusals(outcome) }];
}
