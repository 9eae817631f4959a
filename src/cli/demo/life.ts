import { createReadStream } from "node:fs";
import { join } from "node:path";
import { isRefusal } from "../../core/refusal.ts";
import { HOUR, MINUTE } from "../../core/time/instant.ts";
import type { Instant } from "../../core/time/instant.ts";
import { keepUpload } from "../../desk/files/keep-upload.ts";
import type { Upload } from "../../desk/files/keep-upload.ts";
import type { Staff } from "../../desk/tickets/act.ts";
import { answerAsClient, confirmAsClient, withdrawAsClient } from "../../desk/tickets/as-client.ts";
import { ask } from "../../desk/tickets/ask.ts";
import { assign } from "../../desk/tickets/assign.ts";
import { classify } from "../../desk/tickets/classify.ts";
import { fileTicket } from "../../desk/tickets/file-ticket.ts";
import type { Filed } from "../../desk/tickets/file-ticket.ts";
import { reply } from "../../desk/tickets/reply.ts";
import { solve } from "../../desk/tickets/solve.ts";
import type { RequestKind } from "./script.ts";
import type { Stage } from "./seed.ts";

/** One ticket of the demonstration, and who takes it. */
interface Life {
  readonly stage: Stage;
  readonly request: RequestKind;
  readonly filed: Filed;
  readonly agent: Staff;
}

/** Files a request now and plans what becomes of it. */
export async function planLife(stage: Stage, at: Instant): Promise<void> {
  const { chance, script, plazo, desk } = stage;
  const request = chance.pickWeighted(script.cases);
  const requester = chance.pick(script.requesters);
  const submission = plazo.effects.random.token();
  const filed = await fileTicket(plazo, desk, {
    form: request.form,
    channel: "form",
    fields: { ...requester, ...request.fields },
    uploads: await keepFiles(stage, request, submission),
    language: "es",
    portal: chance.pickWeighted(script.portals).portal,
    source: "192.0.2.10",
    submission,
  });
  if (!("folio" in filed))
    throw new Error(`the demonstration's request is refused: ${JSON.stringify(filed)}`);
  stage.filed += 1;
  const life: Life = { stage, request, filed, agent: chance.pick(stage.agents) };
  if (filed.ticket.held !== null) return;
  if (chance.happens(0.03)) {
    stage.agenda.plan(
      at + chance.between(5, 90) * MINUTE,
      async () => void (await withdrawAsClient(plazo, opened(life))),
    );
    return;
  }
  const late = chance.happens(0.14);
  const contactAt = stage.inHours(
    at,
    (late ? chance.between(3.6, 6.5) : chance.between(0.15, 3.4)) * HOUR,
  );
  stage.agenda.plan(contactAt, () => contact(life, contactAt));
}

async function keepFiles(
  { plazo, desk, folder }: Stage,
  request: RequestKind,
  session: string,
): Promise<Pick<Upload, "id" | "field">[]> {
  const kept = [];
  for (const [field, name] of Object.entries(request.files)) {
    const content: AsyncIterable<Uint8Array> = createReadStream(join(folder, name));
    const upload = await keepUpload(plazo, desk, {
      session,
      field,
      name,
      accept: ["xml", "pdf", "image"],
      content,
    });
    if (isRefusal(upload))
      throw new Error(`the demonstration's file ${name} is refused: ${upload.refused}`);
    kept.push({ id: upload.id, field });
  }
  return kept;
}

async function contact(life: Life, at: Instant): Promise<void> {
  const { stage, request, agent, filed } = life;
  const { plazo, chance, agenda, inHours } = stage;
  const by = agent;
  const place = placeOf(life);
  const assigned = await assign(plazo, place, { by, to: { id: agent.id, name: agent.name } });
  if (isRefusal(assigned)) return;
  if (filed.ticket.provisional || filed.ticket.severity !== request.severity) {
    await classify(plazo, place, { by, severity: request.severity });
  }
  await reply(plazo, place, { by, text: chance.pick(stage.script.contact) });
  if (request.ask !== undefined && chance.happens(0.6)) {
    const askAt = inHours(at, chance.between(0.1, 1) * HOUR);
    agenda.plan(askAt, () => question(life, askAt));
    return;
  }
  planSolution(life, at);
}

async function question(life: Life, at: Instant): Promise<void> {
  const { stage, request, agent } = life;
  const { plazo, chance, agenda } = stage;
  await ask(plazo, placeOf(life), { by: agent, text: request.ask ?? "", for: "client" });
  if (chance.happens(0.04)) return;
  const answerAt = at + chance.between(0.3, 26) * HOUR;
  agenda.plan(answerAt, async () => {
    await answerAsClient(plazo, opened(life), {
      text: request.answer ?? "",
      submission: plazo.effects.random.token(),
    });
    planSolution(life, answerAt);
  });
}

/** Most solutions come within the promise, some after it. */
function planSolution(life: Life, from: Instant): void {
  const { chance, agenda, inHours, promised } = life.stage;
  const share = chance.happens(0.1) ? chance.between(1, 1.5) : chance.between(0.05, 0.8);
  const solveAt = inHours(from, share * promised(life.request.severity));
  agenda.plan(solveAt, () => solution(life, solveAt));
}

async function solution(life: Life, at: Instant): Promise<void> {
  const { stage, request, agent } = life;
  const { plazo, chance, agenda } = stage;
  const done = await solve(plazo, placeOf(life), {
    by: agent,
    cause: request.cause,
    remedy: request.remedy,
  });
  if (isRefusal(done)) return;
  const next = at + chance.between(0.5, 20) * HOUR;
  const submission = plazo.effects.random.token();
  const turn = chance.next();
  if (turn < 0.55) {
    agenda.plan(
      next,
      async () =>
        void (await confirmAsClient(plazo, opened(life), {
          solved: true,
          text: chance.pick(stage.script.thanks),
          submission,
        })),
    );
  } else if (turn < 0.63) {
    agenda.plan(next, async () => {
      const text = chance.pick(stage.script.notSolved);
      const answered = await confirmAsClient(plazo, opened(life), {
        solved: false,
        text,
        submission,
      });
      if (!isRefusal(answered)) planSolution(life, next);
    });
  }
}

function placeOf({ stage, filed }: Life): { readonly desk: string; readonly folio: string } {
  return { desk: stage.desk, folio: filed.folio };
}

function opened({ stage, filed }: Life): { readonly desk: string; readonly capability: string } {
  return { desk: stage.desk, capability: filed.capability };
}
