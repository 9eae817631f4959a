import type { Path } from "../problem.ts";
import type { ProcedureRule, ProcedureStart, StepRule } from "../procedure-rule.ts";
import type { PackSource } from "../schema/pack.ts";
import { readCondition } from "./condition.ts";
import { readWho } from "./people.ts";
import { labelOf, promiseSource, refers, sourceOf } from "./reading.ts";
import type { Reading } from "./reading.ts";

type ProcedurePart = NonNullable<PackSource["procedures"]>[string];
type StepPart = NonNullable<ProcedurePart["steps"]>[number];
/** The act of a step, and what it is done to or who is told. */
function actOf(part: StepPart): Pick<StepRule, "act" | "what"> {
  if ("tell" in part) return { act: "tell", what: part.tell };
  if ("approve" in part) return { act: "approve", what: part.approve };
  if ("designate" in part) return { act: "designate", what: part.designate };
  if ("review" in part) return { act: "review", what: part.review };
  return { act: "do", what: part.do };
}

function readStep(reading: Reading, part: StepPart, path: Path): StepRule {
  const { act, what } = actOf(part);
  if (act === "tell") {
    refers(
      reading,
      { what: "role", known: reading.names.roles },
      { path: [...path, "tell"], name: what },
    );
  }
  return {
    act,
    what,
    label: labelOf(part.label, what),
    who: part.who === undefined ? null : readWho(reading, part.who, [...path, "who"]),
    evidence: part.evidence === "required",
    ...sourceOf(reading, part, path),
  };
}

function startOf(reading: Reading, part: ProcedurePart, path: Path): ProcedureStart {
  const said = part.when;
  if (said !== undefined && "solved-at" in said && typeof said["solved-at"] === "string") {
    const level = said["solved-at"];
    refers(
      reading,
      { what: "level", known: reading.names.levels },
      { path: [...path, "when", "solved-at"], name: level },
    );
    return { is: "solved-at", level };
  }
  const condition =
    said === undefined
      ? ({ is: "always" } as const)
      : readCondition(reading, said, [...path, "when"]);
  return { is: "condition", condition };
}

/** Whoever a step designates is somebody to the steps of the same procedure. */
function withDesignated(reading: Reading, { steps = [] }: ProcedurePart): Reading {
  const designated = steps.flatMap((step) => ("designate" in step ? [step.designate] : []));
  const { names } = reading;
  return { ...reading, names: { ...names, roles: [...names.roles, ...designated] } };
}

/** Compiles the procedures: ordered human steps, each with who may do it. */
export function readProcedures(reading: Reading): ProcedureRule[] {
  return Object.entries(reading.pack.procedures ?? {}).map(([id, part]) => {
    const path = ["procedures", id];
    const within = withDesignated(reading, part);
    return {
      id,
      label: labelOf(part.label, id),
      start: startOf(reading, part, path),
      steps: (part.steps ?? []).map((step, i) => readStep(within, step, [...path, "steps", i])),
      ...promiseSource(reading, part, path),
    };
  });
}

/** Where a procedure uses what nothing keeps yet: only steps done and told after a solution are. */
export function* unkeptProcedures({ pack }: Reading): Generator<Path> {
  for (const [id, part] of Object.entries(pack.procedures ?? {})) {
    const path = ["procedures", id];
    const starts = part.when !== undefined && "solved-at" in part.when;
    if (!starts || part.steps === undefined) {
      yield path;
      continue;
    }
    for (const key of ["form", "mailbox", "who"] as const)
      if (part[key] !== undefined) yield [...path, key];
    for (const [i, step] of part.steps.entries()) yield* unkeptSteps(step, [...path, "steps", i]);
  }
}

function* unkeptSteps(step: StepPart, path: Path): Generator<Path> {
  if (!("do" in step) && !("tell" in step)) {
    yield path;
    return;
  }
  for (const key of ["asks", "distinct", "not", "else"] as const)
    if (step[key] !== undefined) yield [...path, key];
  if ("grant" in step && step.grant !== undefined) yield [...path, "grant"];
  const { who } = step;
  if (typeof who === "object" && !Array.isArray(who)) yield [...path, "who"];
}
