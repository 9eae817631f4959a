import { html } from "hono/html";
import { inLanguage } from "../../core/policy/text.ts";
import { labelIn } from "../../words/conditions.ts";
import { clientWords } from "../../words/site/client.ts";
import { ticketWords } from "../../words/site/ticket.ts";
import type { Html, MaybeHtml } from "../html.ts";
import { around, instant } from "../moment.ts";
import { page } from "../page.ts";
import { hrefFor } from "../reader.ts";
import type { Reader } from "../reader.ts";
import type { DeskName } from "../page.ts";
import { charges, courseFirst, presence, urgency } from "./attention.ts";
import { answers, confirmation } from "./answer.ts";
import type { Answering } from "./answer.ts";
import { explanation } from "./explanation.ts";
import { heldNotice } from "./held.ts";
import type { Mending } from "./held.ts";
import { opinion } from "./opinion.ts";
import { promisesOf } from "./promises.ts";
import { deskOf, hereOf } from "./seen.ts";
import type { SeenTicket } from "./seen.ts";
import { story } from "./story.ts";
import { telephone } from "./telephone.ts";

/** What a requester does on the page, by the name that its address gives it. */
export type Done = (typeof acts)[number];

/** The acts of the page. */
export const acts = [
  "responder",
  "confirmar",
  "retirar",
  "comprobar",
  "codigo",
  "completar",
  "presencia",
  "urgencia",
  "cargo",
  "opinion",
] as const;

/** The page of a ticket for its requester. */
export interface TicketPage extends SeenTicket {
  readonly answering: Answering;
  readonly mending: Mending;
  /** What the requester has just done, to be acknowledged on top. */
  readonly done: Done | null;
  /** Why what they chose was refused, in words. */
  readonly refused?: string;
}

/** State in words, promises, what has happened, and every way to answer that is open (FI-12). Looking changes nothing. */
export function ticketPage(seen: TicketPage): Html {
  const { reader, view, answering } = seen;
  const w = ticketWords[reader.language];
  // What is to be corrected, or is waited for, comes before what is to be read.
  const isFirst = answering.errors.length > 0 || isAsked(seen);
  return page(
    {
      reader,
      desk: deskOf(seen),
      title: w.title(view.folio),
      switchable: answering.errors.length === 0,
      private: true,
    },
    html`${thanks(seen)}${refused(seen)}<h1 class="folio"><small>${w.folio}</small> ${view.folio}</h1>
${about(seen)}
${summary(seen)}
${isFirst ? answers(seen, answering) : ""}
${courseFirst(seen)}
${confirmation(seen, answering)}
${opinion(seen)}
${charges(seen)}
${presence(seen)}
${promisesOf(seen)}
${telephone(seen)}
${story(seen)}
${isFirst ? "" : answers(seen, answering)}
${urgency(seen)}`,
  );
}

function refused({ refused: why }: TicketPage): MaybeHtml {
  return why === undefined
    ? ""
    : html`<p class="note bad" role="alert" tabindex="-1" data-summary>${why}</p>`;
}

function thanks({ reader, done, view }: TicketPage): MaybeHtml {
  const w = ticketWords[reader.language];
  if (done === null) return "";
  const { awaiting, closed } = view.ticket;
  const goesOn = closed === null && awaiting !== "confirmation";
  const said =
    done === "confirmar" ? (goesOn ? w.notSolvedNotice : w.solvedNotice) : saidOf(done, w);
  return html`<p class="note good" role="status">${said}</p>`;
}

function saidOf(done: Done, w: (typeof ticketWords)["es"]): string {
  if (done === "responder") return w.answered;
  if (done === "comprobar") return w.proved;
  if (done === "codigo") return w.codeSent;
  return done === "completar" ? w.completed : w.confirmedNotice;
}

function summary(seen: TicketPage): Html {
  const { reader, view } = seen;
  const { ticket } = view;
  const { policy } = view.policy.policy;
  const w = ticketWords[reader.language];
  return html`${heldNotice(seen, seen.mending)}${waiting(seen)}${outOfScope(seen)}${asColleague(seen)}${onlyOwn(seen)}<dl class="facts">
<dt>${w.state}</dt><dd><span class="state">${labelIn(policy.states, view.state, reader.language)}</span></dd>
<dt>${w.severity}</dt><dd>${labelIn(policy.severities, ticket.severity, reader.language)}${ticket.provisional ? ` (${w.provisional})` : ""}</dd>
<dt>${w.filed}</dt><dd>${instant(ticket.filedAt, hereOf(seen))}</dd>
${ticket.solution?.told === true ? html`<dt>${w.cause}</dt><dd>${ticket.solution.cause}</dd><dt>${w.remedy}</dt><dd>${ticket.solution.remedy}</dd>` : ""}
</dl>`;
}

/** Whoever is signed in reads a colleague's request, and answers in their own name. */
function asColleague({ reader, view }: TicketPage): MaybeHtml {
  const { requester } = view.ticket;
  const whose = requester.name ?? requester.address ?? requester.identity ?? "";
  return view.colleague === null
    ? ""
    : html`<div class="note"><p>${clientWords[reader.language].colleague(view.colleague, whose)}</p></div>`;
}

/** Where only what the requester wrote is shown: the link that was mailed shows the rest (FI-2). */
function onlyOwn({ reader, view }: TicketPage): MaybeHtml {
  if (view.all) return "";
  const w = ticketWords[reader.language];
  const { desk } = view.policy.policy.policy;
  const href = hrefFor(reader, `/d/${desk.id}/seguir`, { folio: view.folio });
  return html`<div class="note"><p>${w.onlyOwn} <a href="${href}">${w.expiredAct}</a>.</p></div>`;
}

/** Why the desk does not attend to it, in the manual's words (FI-7). */
function outOfScope({ reader, view }: TicketPage): MaybeHtml {
  const scope = view.ticket.closed?.scope;
  const known = view.policy.policy.policy.outOfScope.find(({ id }) => id === scope);
  if (known === undefined) return "";
  const { language } = reader;
  return html`<div class="note"><p><strong>${inLanguage(known.label, language)}.</strong> ${inLanguage(known.says, language)}</p></div>`;
}

/** What is awaited, until when where silence closes the ticket, and the way to answer. */
function waiting(seen: TicketPage): MaybeHtml {
  const { reader, view } = seen;
  const { awaiting, closed } = view.ticket;
  const w = ticketWords[reader.language];
  if (awaiting === null || closed !== null) return "";
  const silence = view.promises.find(
    ({ rule, status }) =>
      rule.against === "client" &&
      status === "running" &&
      rule.then.some((next) => next.do === "close"),
  );
  const until = silence?.limit ?? null;
  const closing =
    until === null
      ? ""
      : html`<p>${around(w.silence, instant(until, hereOf(seen)))}</p>${silence === undefined ? "" : explanation(seen, silence)}`;
  const link =
    awaiting === "client" && view.may.answer
      ? html`<p class="no-print"><a href="#responder">${w.answerTitleAsked}</a></p>`
      : "";
  return html`<div class="note near"><p>${w.waiting[awaiting]}</p>${awaiting === "client" ? asked(seen) : ""}${closing}${link}</div>`;
}

const isAsked = ({ view }: TicketPage): boolean =>
  view.ticket.awaiting === "client" && view.ticket.closed === null && view.may.answer;

/** A longer question is read whole in what has happened. */
const mostAsked = 600;

/** What the desk asked last, where its answer is waited for: nobody should have to look for it. */
function asked({ view }: TicketPage): MaybeHtml {
  const last = view.messages.findLast(({ author }) => author.kind !== "client");
  if (last === undefined || last.text === "") return "";
  const text =
    last.text.length > mostAsked ? `${last.text.slice(0, mostAsked).toWellFormed()}…` : last.text;
  return html`<blockquote class="said" lang="${last.language}">${text}</blockquote>`;
}

/** What it is about, in the words of whoever filed it. */
function about({ view }: TicketPage): MaybeHtml {
  const { subject, requester } = view.ticket;
  return subject === "" ? "" : html`<p class="lead" lang="${requester.language}">${subject}</p>`;
}

/** Where a link opens nothing: how to get another. Nothing is told of what it may once have opened. */
export function linkPage(reader: Reader, desk: DeskName, has: "expired" | "unknown"): Html {
  const w = ticketWords[reader.language];
  const title = has === "expired" ? w.expiredTitle : w.unknownTitle;
  const why = has === "expired" ? w.expired : w.unknown;
  return page(
    { reader, desk, title, private: true },
    html`<h1>${title}</h1><p class="lead">${why}</p><p><a class="button main-act" href="${hrefFor(reader, `/d/${desk.id}/seguir`)}">${w.expiredAct}</a></p>`,
  );
}
