import { isRefusal } from "../../core/refusal.ts";
import { HOUR, MINUTE } from "../../core/time/instant.ts";
import type { Instant } from "../../core/time/instant.ts";
import { answerSatisfaction } from "../../desk/satisfaction/answer.ts";
import { confirmAsClient } from "../../desk/tickets/as-client.ts";
import { close } from "../../desk/tickets/close.ts";
import { logCall } from "../../desk/tickets/log-call.ts";
import { reply } from "../../desk/tickets/reply.ts";
import { solve } from "../../desk/tickets/solve.ts";
import { levelsTo, planClimb, planDescent } from "./climb.ts";
import { opened, placeOf, promisedSolution } from "./stage.ts";
import type { Life } from "./stage.ts";

/** Most solutions come within the promise, some after it, at the level that the request needs. */
export function planSolution(life: Life, from: Instant): void {
  const { stage, request } = life;
  const { chance, agenda, inHours } = stage;
  const climbs = levelsTo(stage, request.level).length > 0;
  const share = chance.happens(0.1) ? chance.between(1, 1.5) : chance.between(0.05, 0.8);
  const begunAt = climbs ? planClimb(life, from) : from;
  const solveAt = inHours(begunAt, share * promisedSolution(stage, request.severity));
  planProgress(life, from, solveAt);
  if (climbs) planDescent(life, solveAt, (at) => tell(life, at));
  else agenda.plan(solveAt, () => solution(life, solveAt));
}

/** Where the manual promises to say how it goes, it is said in time, nearly always. */
function planProgress(life: Life, from: Instant, until: Instant): void {
  const { stage, agent: by } = life;
  const { plazo, chance, agenda, inHours, script, policy } = stage;
  const isPromised = policy.clocks.some(({ keptBy }) => keptBy === "told.progress");
  if (!isPromised || script.progress.length === 0) return;
  for (let at = from; ;) {
    at = inHours(at, chance.between(20, chance.happens(0.15) ? 100 : 55) * MINUTE);
    if (at >= until) return;
    const text = chance.pick(script.progress);
    agenda.plan(at, async () => {
      await reply(plazo, placeOf(life), { by, text, progress: true });
    });
  }
}

async function solution(life: Life, at: Instant): Promise<void> {
  const { stage, request, agent: by } = life;
  const { cause, remedy } = request;
  const done = await solve(stage.plazo, placeOf(life), { by, cause, remedy });
  if (isRefusal(done)) return;
  if (isCalled(life)) return tell(life, at);
  react(life, at);
}

/** The client is told what a level found, or what is told in turn: by telephone first, where it came by it. */
async function tell(life: Life, at: Instant): Promise<void> {
  const { stage, request, agent: by } = life;
  const { plazo, chance, agenda, script, inHours } = stage;
  if (!isCalled(life)) {
    const text = `${request.cause} ${request.remedy}`;
    const told = await reply(plazo, placeOf(life), { by, text });
    if (!isRefusal(told)) react(life, at);
    return;
  }
  const call = async (outcome: "spoke" | "no-answer" | "left-message"): Promise<void> => {
    const text = outcome === "spoke" ? chance.pick(script.calls) : "";
    await logCall(plazo, placeOf(life), { by, outcome, text });
  };
  if (chance.happens(0.55)) {
    await call("spoke");
    react(life, at);
    return;
  }
  await call("no-answer");
  const againAt = inHours(at, chance.between(31, 50) * MINUTE);
  const answered = chance.happens(0.5);
  agenda.plan(againAt, async () => {
    await call(answered ? "spoke" : "left-message");
    react(life, againAt);
  });
}

/** Whether whoever came by telephone is told by it: then a solution that is found is not yet told. */
function isCalled({ stage, request }: Life): boolean {
  return request.channel === "phone" && stage.script.calls.length > 0;
}

/** The client says that it is solved, or that it is not, or nothing at all. */
function react(life: Life, at: Instant): void {
  const { stage } = life;
  const { plazo, chance, agenda, script } = stage;
  const next = at + chance.between(0.5, 20) * HOUR;
  const submission = plazo.effects.random.token();
  const turn = chance.next();
  if (turn < 0.55) {
    agenda.plan(next, async () => {
      const text = chance.pick(script.thanks);
      const said = await confirmAsClient(plazo, opened(life), { solved: true, text, submission });
      if (!isRefusal(said)) planOpinion(life, next);
    });
  } else if (turn < 0.63) {
    agenda.plan(next, async () => {
      const text = chance.pick(script.notSolved);
      const said = await confirmAsClient(plazo, opened(life), { solved: false, text, submission });
      if (!isRefusal(said)) planSolution(life, next);
    });
  } else planEnd(life, at);
}

/** Every other client says whether they are content; who they are follows from the folio, so that the rest of the past stays. */
function planOpinion(life: Life, closedAt: Instant): void {
  const { plazo, agenda } = life.stage;
  const number = Number(/\d+$/u.exec(life.filed.folio)?.[0] ?? 0);
  if (number % 9 > 4) return;
  const score = number % 9 === 2 && number % 2 === 0 ? "bad" : "good";
  agenda.plan(
    closedAt + (1 + (number % 20)) * HOUR,
    async () => void (await answerSatisfaction(plazo, opened(life), { score, words: "" })),
  );
}

/** Where the manual closes nobody for silence, an agent does in the end. */
function planEnd(life: Life, at: Instant): void {
  const { stage, agent: by } = life;
  const { plazo, chance, agenda, policy, inHours } = stage;
  const closes = policy.clocks.some(({ then }) => then.some((deed) => deed.do === "close"));
  if (closes) return;
  const endAt = inHours(at, chance.between(18, 45) * HOUR);
  agenda.plan(endAt, async () => {
    await close(plazo, placeOf(life), { by, reason: "by-agent" });
  });
}
