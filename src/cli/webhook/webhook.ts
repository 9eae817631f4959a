import { isRefusal } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import { formatInstant } from "../../core/time/iso.ts";
import { HOUR } from "../../core/time/instant.ts";
import type { Language } from "../../core/policy/text.ts";
import { timeNow } from "../../desk/integrations/time-now.ts";
import { deliveriesOf, replayStretch, sendTrial } from "../../desk/webhooks/deliveries.ts";
import { endpointsOf } from "../../desk/webhooks/endpoints.ts";
import { cliRefusal } from "../../words/cli/refusal.ts";
import { webhookCliWords } from "../../words/cli/webhook.ts";
import { cliWords } from "../../words/cli/words.ts";
import { deskRefusalInWords } from "../../words/desk-refusals.ts";
import type { Output } from "../output.ts";
import type { OnDesks } from "../policy-publish.ts";

/** Whoever works at the machine itself: the log says so. */
const by = "plazo webhook";

/** Deliveries that are printed: the newest. */
const shown = 50;

/** What every `plazo webhook` command is given. */
export interface WebhookCommand {
  readonly desk: string;
  readonly language: Language;
  readonly io: Output;
  readonly onDesks: OnDesks;
}

/** `plazo webhook list DESK`: a line for each endpoint. Answers 0; 1 where it is refused, 3 where the database cannot be used. */
export async function webhookList({
  desk,
  language,
  io,
  onDesks,
}: WebhookCommand): Promise<number> {
  const say = webhookCliWords[language];
  const found = await onDesks(async ({ db }) => ({ all: await endpointsOf({ db }, desk) }));
  if (isRefusal(found)) return refused(found, { language, io });
  if (found.all.length === 0) io.out(say.none(desk));
  for (const { id, state, url, note } of found.all)
    io.out([id, say.states[state] ?? state, url, note].join("\t"));
  return 0;
}

/** `plazo webhook log DESK ID`: what was sent to an endpoint last, newest first. */
export async function webhookLog(
  { desk, language, io, onDesks }: WebhookCommand,
  endpoint: string,
): Promise<number> {
  const say = webhookCliWords[language];
  const page = { place: null, limit: shown };
  const found = await onDesks(({ db }) => deliveriesOf({ db }, { desk, endpoint }, page));
  if (isRefusal(found)) return refused(found, { language, io });
  if (found.deliveries.length === 0) io.out(say.noLog);
  for (const { id, at, type, folio, state, attempts, status, error } of found.deliveries) {
    const answered = String(status ?? error ?? "");
    const when = formatInstant(at, 0);
    const parts = [
      id,
      when,
      type,
      folio ?? "",
      say.sent[state] ?? state,
      String(attempts),
      answered,
    ];
    io.out(parts.join("\t"));
  }
  return 0;
}

/** `plazo webhook try DESK ID`: sends a trial. */
export function webhookTry(command: WebhookCommand, endpoint: string): Promise<number> {
  const { desk, onDesks } = command;
  return onTheirWay(
    command,
    onDesks(({ db }) => sendTrial({ db }, { desk, endpoint }, by)),
  );
}

/** `plazo webhook replay DESK ID`: sends once more what happened in the last hours: what did not arrive, or all. */
export function webhookReplay(
  command: WebhookCommand,
  endpoint: string,
  { hours, all }: { readonly hours: number; readonly all: boolean },
): Promise<number> {
  const { desk, language, io, onDesks } = command;
  if (!(hours >= 1 && hours <= 720)) {
    io.err(webhookCliWords[language].wrongHours);
    return Promise.resolve(2);
  }
  const done = onDesks(async ({ db }) => {
    const now = await timeNow({ db }, desk);
    const wish = { from: now - hours * HOUR, to: now + 1, all, by };
    return replayStretch({ db }, { desk, endpoint }, wish);
  });
  return onTheirWay(command, done);
}

async function onTheirWay(
  { language, io }: WebhookCommand,
  done: Promise<{ readonly again: number } | Refusal>,
): Promise<number> {
  const settled = await done;
  if (isRefusal(settled)) return refused(settled, { language, io });
  io.out(webhookCliWords[language].onTheirWay(settled.again));
  return 0;
}

function refused(
  refusal: Refusal,
  { language, io }: { readonly language: Language; readonly io: Output },
): number {
  const said = deskRefusalInWords(refusal, language);
  io.err(said ?? cliRefusal(refusal, cliWords(language)));
  return said === undefined ? 3 : 1;
}
