import type { PolicyVersion } from "../../policy/policy.ts";
import type { ProcedureRule, StepRule } from "../../policy/procedure-rule.ts";
import { refuse } from "../../refusal.ts";
import { type Actor, theDesk } from "../actor.ts";
import { type Context, type Deed, deeds, type No, type Scene } from "../scene.ts";
import type { Ticket } from "../ticket.ts";
import { type ActRule, levelOf } from "./rule.ts";

/** The next step of a procedure under way. */
export interface NextStep {
  readonly procedure: ProcedureRule;
  readonly index: number;
  readonly step: StepRule;
}

/** The step that each procedure under way waits for, in the order of the policy. */
export function nextSteps(ticket: Ticket, { policy }: PolicyVersion): NextStep[] {
  return (policy.procedures ?? []).flatMap((procedure) => {
    const under = ticket.undertakings?.find((one) => one.procedure === procedure.id);
    if (under === undefined) return [];
    const index = under.done.length;
    const step = procedure.steps[index];
    return step === undefined ? [] : [{ procedure, index, step }];
  });
}

/** The facts that a solution stated at a level begins procedures with. */
export function startedAt(level: string, { policy }: Context): readonly Deed[] {
  return (policy.policy.procedures ?? [])
    .filter(({ start }) => start.is === "solved-at" && start.level === level)
    .flatMap(({ id }) => deeds(theDesk, { type: "procedure-started", procedure: id }));
}

/**
 * Refuses to tell somebody (a level, or the client) whom a procedure tells later, while a step before
 * that is not done: a fix is told when it is released, not before (IF-8). null: nothing is in the way.
 */
export function toldTooEarly(ticket: Ticket, whom: string, { by, context }: Scene): No | null {
  for (const { procedure, index, step } of nextSteps(ticket, context.policy)) {
    const isLater = procedure.steps.slice(index).some((one) => tells(one, whom));
    if (!isLater) continue;
    if (!tells(step, whom)) return stepFirst(procedure, step);
    if (!mayDo(by, step)) return notTheirs(procedure, step);
  }
  return null;
}

/** The steps that telling somebody is. */
export function stepsOfTelling(
  ticket: Ticket,
  whom: string,
  { by, context }: Scene,
): readonly Deed[] {
  return nextSteps(ticket, context.policy)
    .filter(({ step }) => tells(step, whom))
    .flatMap(({ procedure, index }) =>
      deeds(by, { type: "step-done", procedure: procedure.id, step: index, note: null }),
    );
}

/**
 * The next step of a procedure is done. Refuses one that is not under way, a step of somebody else, one
 * that wants evidence and has none, and one that is an act of its own: to tell a level is to hand back
 * to it, to tell the client is to tell the solution.
 */
export const doStep: ActRule<"do-step"> = (ticket, act, { by, context }) => {
  const next = nextSteps(ticket, context.policy).find((one) => one.procedure.id === act.procedure);
  if (next === undefined) return refuse("no-step", { facts: { procedure: act.procedure } });
  const { procedure, index, step } = next;
  if (!mayDo(by, step)) return notTheirs(procedure, step);
  if (isOwnAct(step, ticket, context)) return stepFirst(procedure, step, "step-is-an-act");
  const note = act.note?.trim() ?? "";
  if (step.evidence && note === "") {
    const facts = { procedure: procedure.id, step: step.label.es };
    return refuse("evidence-missing", { field: "note", clause: clauseOf(procedure, step), facts });
  }
  const fact = { type: "step-done", procedure: procedure.id, step: index } as const;
  return deeds(by, { ...fact, note: note === "" ? null : note });
};

/** Whether some step may be done by this person as a step. */
export function maySomeStep(ticket: Ticket, { by, context }: Scene): boolean {
  return nextSteps(ticket, context.policy).some(
    ({ step }) => mayDo(by, step) && !isOwnAct(step, ticket, context),
  );
}

/** Whose step it is: of those levels and roles. Staff of no level stand for the level whose turn it is. */
export function mayDo(by: Actor, { who }: StepRule): boolean {
  if (by.kind !== "staff") return false;
  return who === null || by.level === null || who.any.includes(by.level);
}

/** Whether doing the step is another act: telling the client, or handing back to the level that is told. */
export function isOwnAct({ act, what }: StepRule, ticket: Ticket, { policy }: Context): boolean {
  if (act !== "tell") return false;
  return what === "client" || levelOf(policy, ticket.level)?.tells === what;
}

function tells({ act, what }: StepRule, whom: string): boolean {
  return act === "tell" && what === whom;
}

/** The refusal that names the step to be done first. */
export function stepFirst(
  procedure: ProcedureRule,
  step: StepRule,
  code: "step-first" | "step-is-an-act" = "step-first",
): No {
  const facts = { procedure: procedure.id, step: step.label.es, stepEn: step.label.en ?? null };
  return refuse(code, { clause: clauseOf(procedure, step), facts });
}

function notTheirs(procedure: ProcedureRule, step: StepRule): No {
  const facts = {
    procedure: procedure.id,
    step: step.label.es,
    stepEn: step.label.en ?? null,
    who: step.who?.any ?? [],
  };
  return refuse("step-of-another", { clause: clauseOf(procedure, step), facts });
}

function clauseOf(procedure: ProcedureRule, step: StepRule): readonly string[] {
  return step.clause.length > 0 ? step.clause : procedure.clause;
}
