import { createRoute } from "@hono/zod-openapi";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { backtestLine, backtestWished, mostChanged } from "../../../contract/backtest.ts";
import type { BacktestLine } from "../../../contract/backtest.ts";
import { isRefusal, refuse } from "../../../core/refusal.ts";
import type { Language } from "../../../core/policy/text.ts";
import { readyTrial, runTrial } from "../../../desk/policies/try-policy.ts";
import type { ReadyTrial } from "../../../desk/policies/try-policy.ts";
import type { Plazo } from "../../../desk/plazo.ts";
import { languageOf } from "../../language.ts";
import { answers, atDesk, body } from "../describe.ts";
import { presentReport } from "../present-backtest.ts";
import { forMember } from "../session.ts";
import type { ApiEnv, ApiParts } from "../session.ts";

const described = answers(backtestLine, "How far it is, and at last what it found");

const run = createRoute({
  method: "post",
  path: "/desks/{desk}/backtests",
  operationId: "runBacktest",
  summary:
    "Past tickets under the draft or another version, told while it goes on; hanging up ends it",
  request: { params: atDesk, body: body(backtestWished) },
  responses: {
    ...described,
    200: {
      description: "A JSON text on each line: how far it is, and at last the report",
      content: { "application/x-ndjson": { schema: backtestLine } },
    },
  },
});

/** Milliseconds between two lines of progress, at least. */
const OFTEN = 100;

/** Trying a version on past tickets, one at a time for each desk. */
export function mountBacktest(api: OpenAPIHono<ApiEnv>, { plazo }: ApiParts): void {
  const busy = new Set<string>();
  api.openapi(run, (context) => {
    const { desk } = context.req.valid("param");
    return forMember(context, { plazo, desk, action: "policy.test" }, async () => {
      if (busy.has(desk)) return refuse("backtest-busy");
      const ready = await readyTrial(plazo, desk, context.req.valid("json"));
      if (isRefusal(ready)) return ready;
      const language = languageOf(context);
      const lines = linesOf(plazo, { desk, ready, language, busy });
      return new Response(lines, {
        headers: { "Content-Type": "application/x-ndjson", "Cache-Control": "no-store" },
      });
    });
  });
}

interface Running {
  readonly desk: string;
  readonly ready: ReadyTrial;
  readonly language: Language;
  readonly busy: Set<string>;
}

/** The lines of the answer; whoever reads them no more ends the work. */
function linesOf(
  plazo: Plazo,
  { desk, ready, language, busy }: Running,
): ReadableStream<Uint8Array> {
  const ending = new AbortController();
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>({
    async start(controller) {
      busy.add(desk);
      let told = 0;
      const tell = (line: BacktestLine): void => {
        if (!ending.signal.aborted) controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
      };
      tell({ done: 0, of: 1 });
      const options = {
        most: mostChanged,
        signal: ending.signal,
        onProgress(done: number, of: number) {
          const now = performance.now();
          if (now - told < OFTEN) return;
          told = now;
          tell({ done, of });
        },
      };
      const found = await runTrial(plazo, desk, { ready, options }).finally(() =>
        busy.delete(desk),
      );
      tell({ report: presentReport(found, ready, language) });
      if (!ending.signal.aborted) controller.close();
    },
    cancel: () => ending.abort(),
  });
}
