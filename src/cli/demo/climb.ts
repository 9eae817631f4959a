import { isRefusal } from "../../core/refusal.ts";
import { MINUTE } from "../../core/time/instant.ts";
import type { Instant } from "../../core/time/instant.ts";
import { answerLevel, askLevel } from "../../desk/tickets/ask-level.ts";
import { doStep } from "../../desk/tickets/do-step.ts";
import { handBack } from "../../desk/tickets/hand-back.ts";
import { route } from "../../desk/tickets/route.ts";
import { agentAt, firstLevel, placeOf } from "./stage.ts";
import type { Life, Stage } from "./stage.ts";

/** The levels above the first that a request climbs to the one that solves it, in order; none: the first does. */
export function levelsTo({ policy }: Pick<Stage, "policy">, level: string | undefined): string[] {
  const first = firstLevel({ policy });
  const above: string[] = [];
  for (let at = level; at !== undefined && at !== first && !above.includes(at);) {
    above.unshift(at);
    const passed: string = at;
    at = policy.levels.find(({ id }) => id === passed)?.through[0];
  }
  return above;
}

/** The request goes up a level at a time, soon after one another; the highest asks for details of the one below. */
export function planClimb(life: Life, from: Instant): Instant {
  const { stage, request } = life;
  const { plazo, chance, agenda, inHours } = stage;
  const place = placeOf(life);
  const levels = levelsTo(stage, request.level);
  let at = from;
  levels.forEach((to, index) => {
    const below = levels[index - 1] ?? firstLevel(stage);
    at = inHours(at, chance.between(3, 20) * MINUTE);
    agenda.plan(
      at,
      async () => void (await route(plazo, place, { by: agentAt(stage, below), to })),
    );
  });
  const [top, below = firstLevel(stage)] = levels.toReversed();
  const { detail } = request;
  if (top === undefined || detail === undefined || chance.happens(0.5)) return at;
  const askedAt = inHours(at, chance.between(5, 25) * MINUTE);
  const answeredAt = inHours(askedAt, chance.between(5, 40) * MINUTE);
  agenda.plan(askedAt, async () => {
    await askLevel(plazo, place, { by: agentAt(stage, top), to: below, text: detail.ask });
  });
  agenda.plan(answeredAt, async () => {
    await answerLevel(plazo, place, { by: agentAt(stage, below), text: detail.answer });
  });
  return answeredAt;
}

/**
 * The solution comes back down by the levels that the request went up, each in its time, and what must be
 * shown on the way is. Then the first level has it: `done` is called with the instant.
 */
export function planDescent(life: Life, from: Instant, done: (at: Instant) => Promise<void>): void {
  const { stage, request } = life;
  const { plazo, chance, agenda, inHours } = stage;
  const place = placeOf(life);
  let at = from;
  levelsTo(stage, request.level)
    .toReversed()
    .forEach((level, index) => {
      if (index > 0) at = inHours(at, chance.between(4, 25) * MINUTE);
      agenda.plan(at, async () => {
        const { cause, remedy } = request;
        const handed = await handBack(plazo, place, { by: agentAt(stage, level), cause, remedy });
        if (isRefusal(handed) || index > 0) return;
        for (const { by, note } of request.evidence)
          for (const { id } of stage.policy.procedures ?? [])
            await doStep(plazo, place, { by: agentAt(stage, by), procedure: id, note });
      });
    });
  const toldAt = inHours(at, chance.between(3, 20) * MINUTE);
  agenda.plan(toldAt, () => done(toldAt));
}
