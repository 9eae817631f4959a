import { Hono } from "hono";
import type { Context } from "hono";
import { isRefusal } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import { chatAsClient, chatNumber } from "../../desk/chat/as-client.ts";
import { openChat } from "../../desk/chat/open-chat.ts";
import { noteSeen } from "../../desk/chat/seen.ts";
import { mailTranscript } from "../../desk/chat/transcript.ts";
import { vouch } from "../../desk/chat/vouch.ts";
import { readFileAsClient } from "../../desk/files/read-file.ts";
import { currentPolicy } from "../../desk/policies/current-policy.ts";
import { answerAsClient, tellPresence } from "../../desk/tickets/as-client.ts";
import type { Opened } from "../../desk/tickets/as-client.ts";
import { sayRegistered } from "../../site/chat/say-chat.ts";
import { acceptedBy, answersOf } from "../../site/form/answers.ts";
import { control } from "../../site/form/names.ts";
import { formErrorOf, sayRefusal } from "../../site/say-refusal.ts";
import { answerFilesField, answerKinds } from "../../site/ticket/answer.ts";
import { chatWords } from "../../words/site/chat.ts";
import { formWords } from "../../words/site/form.ts";
import { firstOf, receiveForm } from "../arriving.ts";
import type { Env } from "../env.ts";
import { fileResponse } from "../file-response.ts";
import { languageOf, readerOf } from "../language.ts";
import type { Live } from "../live/live.ts";
import type { SiteParts } from "../parts.ts";
import { networkOf } from "../peer.ts";
import { problem } from "../problems.ts";
import { chatForm } from "../routes/chat.ts";
import { openClientStreams } from "./client-streams.ts";
import type { ClientStreams } from "./client-streams.ts";
import { openPace } from "./pace.ts";

/** Chats that one source begins, and words that one chat sends: so many at once, then one each so many milliseconds. */
const paces = {
  begin: { most: 60, every: 2_000 },
  say: { most: 20, every: 1_000 },
} as const;

interface ChatParts extends SiteParts {
  readonly streams: ClientStreams;
  readonly mayBegin: (who: string, now: number) => boolean;
  readonly maySay: (who: string, now: number) => boolean;
}

/**
 * What the chat's own page does. Its right is the ticket's capability, in a header and in no address;
 * each word has a token of its own, so that sending it again says nothing twice.
 */
export function chatActRoutes(site: SiteParts, live: Live): Hono<Env> {
  const app = new Hono<Env>();
  const parts: ChatParts = {
    ...site,
    streams: openClientStreams(site.plazo, live),
    mayBegin: openPace(paces.begin),
    maySay: openPace(paces.say),
  };
  app.use("/d/:desk/chat/*", async (context, next) =>
    parts.serves(context.req.param("desk") ?? "") ? next() : problem(context, "not-found"),
  );
  app.post("/d/:desk/chat", (context) => begin(context, parts));
  app.post("/d/:desk/chat/aval", (context) => believe(context, parts));
  app.get("/d/:desk/chat/vivo", (context) => follow(context, parts));
  app.post("/d/:desk/chat/mensaje", (context) => say(context, parts));
  app.post("/d/:desk/chat/aqui", (context) => stay(context, parts));
  app.get("/d/:desk/chat/archivo/:id", (context) => download(context, parts));
  for (const [path, present] of [
    ["retirarse", false],
    ["volver", true],
  ] as const)
    app.post(`/d/:desk/chat/${path}`, async (context) => {
      const opened = openedBy(context);
      return answered(
        context,
        await tellPresence(parts.plazo, { ...opened, channel: "chat" }, present),
      );
    });
  app.post("/d/:desk/chat/copia", async (context) =>
    answered(context, await mailTranscript(parts.plazo, openedBy(context))),
  );
  return app;
}

/** RFC 6750 §2.1: in a header, so that no address, log or Referer knows it. */
function openedBy(context: Context<Env>): Opened & { readonly capability: string } {
  const said = context.req.header("authorization") ?? "";
  return {
    desk: context.req.param("desk") ?? "",
    capability: /^Bearer ([\w-]{22})$/u.exec(said)?.[1] ?? "",
  };
}

/** The page reads words, and whether what it holds is still good. */
function answered(context: Context<Env>, done: object | Refusal): Response {
  if (!isRefusal(done)) return context.json({ done: true });
  const isGone = done.refused === "no-such-ticket" || done.refused === "capability-expired";
  const text = sayRefusal(done, languageOf(context));
  return context.json({ refused: done.refused, text }, isGone ? 404 : 422);
}

async function begin(context: Context<Env>, parts: ChatParts): Promise<Response> {
  const { plazo } = parts;
  const desk = context.req.param("desk") ?? "";
  const bound = parts.serves(desk) ? await currentPolicy(plazo, desk) : null;
  const wanted = context.req.query("form");
  const form =
    bound === null || isRefusal(bound) ? undefined : chatForm(bound.policy.policy, wanted);
  if (form === undefined) return problem(context, "not-found");
  const source = networkOf(context);
  if (!parts.mayBegin(source, performance.now())) return tooMany(context, "tooMany");
  const accepts = acceptedBy(form);
  const arrived = await receiveForm(context.req.raw, { plazo, desk, accepts });
  if (isRefusal(arrived)) return problem(context, arrived.refused);
  const { values, kept, submission } = arrived;
  const { language } = readerOf(context, firstOf(values, control.language));
  const trapped = (firstOf(values, control.trap) ?? "") !== "";
  if (trapped || arrived.refusals.length > 0) {
    const trap = trapped ? [{ field: null, text: formWords[language].trapped }] : [];
    const refused = arrived.refusals.map((refusal) => formErrorOf(refusal, language));
    return context.json({ errors: [...trap, ...refused] }, 422);
  }
  const { fields, uploads } = answersOf(form, values, kept);
  const begun = await openChat(plazo, desk, {
    ...{ form: form.id, fields, uploads, language, source, submission },
    portal: firstOf(values, control.portal) ?? null,
  });
  if (!("folio" in begun)) {
    const errors = begun.map((refusal) => formErrorOf(refusal, language));
    const isReused = begun.some(({ refused }) => refused === "submission-reused");
    const next = isReused ? { submission: plazo.effects.random.token() } : {};
    return context.json({ errors, ...next }, 422);
  }
  if (!begun.repeated) parts.metrics.filed(desk, "chat");
  const registered = sayRegistered(begun, { language, mailed: begun.acknowledged === "mailed" });
  return context.json({ capability: begun.capability, folio: begun.folio, registered });
}

/** The host's token: what it vouches for is kept for the chat that is begun with the same token of the page. */
async function believe(context: Context<Env>, parts: ChatParts): Promise<Response> {
  const desk = context.req.param("desk") ?? "";
  if (!parts.mayBegin(networkOf(context), performance.now())) return tooMany(context, "tooMany");
  const arrived = await receiveForm(context.req.raw, {
    plazo: parts.plazo,
    desk,
    accepts: () => null,
  });
  if (isRefusal(arrived)) return problem(context, arrived.refused);
  const token = firstOf(arrived.values, "aval") ?? "";
  const vouched = await vouch(parts.plazo, desk, { token, submission: arrived.submission });
  if (isRefusal(vouched)) {
    const text = chatWords[languageOf(context)].vouchRefused;
    return context.json({ refused: vouched.refused, text }, 422);
  }
  return context.json({ email: vouched.email, name: vouched.name, rfc: vouched.rfc });
}

/** The stream of a chat: what was said after the message that its page names, and then all that is said. */
async function follow(context: Context<Env>, parts: ChatParts): Promise<Response> {
  const opened = openedBy(context);
  const last = /^\d{1,9}$/u.exec(context.req.header("last-event-id") ?? "")?.[0] ?? "0";
  const view = await chatAsClient(parts.plazo, opened, Number(last));
  if (isRefusal(view)) return answered(context, view);
  await noteSeen(parts.plazo, opened.desk, [view.number]);
  const language = languageOf(context);
  const stream = parts.streams.open({ opened, view, language }, networkOf(context));
  return stream ?? tooMany(context, "tooMany");
}

async function say(context: Context<Env>, parts: ChatParts): Promise<Response> {
  const { plazo } = parts;
  const opened = openedBy(context);
  const known = await chatNumber(plazo, opened);
  if (isRefusal(known)) return answered(context, known);
  if (!parts.maySay(`${opened.desk} ${known}`, performance.now()))
    return tooMany(context, "tooFast");
  const accepts = (name: string) =>
    name === answerFilesField ? { field: answerFilesField, accept: answerKinds } : null;
  const arrived = await receiveForm(context.req.raw, { plazo, desk: opened.desk, accepts });
  if (isRefusal(arrived)) return problem(context, arrived.refused);
  const [refused] = arrived.refusals;
  const language = languageOf(context);
  if (refused !== undefined)
    return context.json(
      { refused: refused.refused, text: formErrorOf(refused, language).text },
      422,
    );
  const { submission, kept } = arrived;
  const text = (firstOf(arrived.values, "texto") ?? "").trim();
  const uploads = { session: submission, ids: kept.map(({ id }) => id) };
  const said = await answerAsClient(plazo, opened, { text, submission, uploads, channel: "chat" });
  return answered(context, said);
}

/** The page answers its beat: it is there. */
async function stay(context: Context<Env>, parts: ChatParts): Promise<Response> {
  const opened = openedBy(context);
  if (parts.streams.answered(opened)) return context.json({ done: true });
  const number = await chatNumber(parts.plazo, opened);
  if (isRefusal(number)) return answered(context, number);
  await noteSeen(parts.plazo, opened.desk, [number]);
  return context.json({ done: true });
}

async function download(context: Context<Env>, parts: ChatParts): Promise<Response> {
  const { desk, capability } = openedBy(context);
  const id = (context.req.param("id") ?? "").slice(0, 60);
  const file = await readFileAsClient(parts.plazo, desk, { capability, id });
  return isRefusal(file) ? problem(context, "not-found") : fileResponse(file);
}

function tooMany(context: Context<Env>, why: "tooMany" | "tooFast"): Response {
  const text = chatWords[languageOf(context)][why];
  return context.json({ refused: why, text }, 429, {
    "Retry-After": why === "tooFast" ? "2" : "30",
  });
}
