import type { Following } from "../../contract/following.ts";
import type { PolicyVersion } from "../../core/policy/policy.ts";
import type { ProcedureRule } from "../../core/policy/procedure-rule.ts";
import { cannotAskLevel, nextLevel } from "../../core/ticket/acts/levels.ts";
import { levelOf } from "../../core/ticket/acts/rule.ts";
import { isOwnAct, mayDo } from "../../core/ticket/acts/steps.ts";
import { tellingInTurn, turnsOf } from "../../core/ticket/acts/turns.ts";
import type { Scene } from "../../core/ticket/scene.ts";
import type { NextTurn, Ticket, Undertaking } from "../../core/ticket/ticket.ts";

/** How a ticket is followed through, for whoever looks at it. */
export function presentFollowing(ticket: Ticket, scene: Scene): Following {
  const { context, at } = scene;
  const { consultation = null, turn = null } = ticket;
  const asked = cannotAskLevel(ticket, context) === null;
  return {
    nextLevel: nextLevel(ticket, context, at),
    asks: asked ? [...(levelOf(context.policy, ticket.level)?.asks ?? [])] : [],
    consultation: consultation === null ? null : { level: consultation.level, at: consultation.at },
    procedures: proceduresOf(ticket, context.policy).map(([rule, under]) => ({
      id: rule.id,
      label: rule.label,
      clause: [...rule.clause],
      steps: stepsOf(ticket, [rule, under], scene),
    })),
    turn: turn === null ? null : turnOf(turn, ticket, scene),
    inTurn: turnsOf(ticket, scene) !== null,
    registration: ticket.account ?? null,
  };
}

/** The next way in turn, with the clause that says so and the reading of it that gives the instant (CC-11). */
function turnOf({ channel, due, turn }: NextTurn, ticket: Ticket, scene: Scene): Following["turn"] {
  const { clause = [], assumed } = tellingInTurn(ticket, scene) ?? {};
  const reading = assumed === undefined ? {} : { assumed };
  return { channel, due, turn, clause: [...clause], ...reading };
}

type Begun = readonly [ProcedureRule, Undertaking];

function proceduresOf(ticket: Ticket, { policy }: PolicyVersion): Begun[] {
  return (policy.procedures ?? []).flatMap((rule): Begun[] => {
    const under = ticket.undertakings?.find(({ procedure }) => procedure === rule.id);
    return under === undefined ? [] : [[rule, under]];
  });
}

function stepsOf(
  ticket: Ticket,
  [rule, under]: Begun,
  { by, context }: Scene,
): Following["procedures"][number]["steps"] {
  return rule.steps.map((step, index) => ({
    label: step.label,
    who: [...(step.who?.any ?? [])],
    evidence: step.evidence,
    done: under.done[index] ?? null,
    next: index === under.done.length,
    mine: mayDo(by, step),
    act: !isOwnAct(step, ticket, context)
      ? ("do-step" as const)
      : step.what === "client"
        ? ("solve" as const)
        : ("hand-back" as const),
  }));
}
