import { html } from "hono/html";
import type { Policy } from "../../core/policy/policy.ts";
import type { TicketsPage } from "../../desk/clients/tickets.ts";
import { inLanguage } from "../../core/policy/text.ts";
import { labelIn } from "../../words/conditions.ts";
import { clientWords } from "../../words/site/client.ts";
import type { Html, MaybeHtml } from "../html.ts";
import { moment } from "../moment.ts";
import type { Here } from "../moment.ts";
import type { DeskName } from "../page.ts";
import { hrefFor } from "../reader.ts";
import type { Reader } from "../reader.ts";
import { clientPage } from "./frame.ts";

/** A list of tickets of whoever is signed in. */
export interface TicketList {
  readonly reader: Reader;
  readonly here: Here;
  readonly desk: DeskName;
  readonly policy: Policy;
  readonly page: TicketsPage;
  readonly of: "mine" | "organisation";
  readonly state: "open" | "closed";
  /** Whether it is not the first page. */
  readonly later: boolean;
}

/** My tickets, or my organisation's: each with its state and the next promise, in words. */
export function ticketsPage(list: TicketList): Html {
  const { reader, desk, page, of, state } = list;
  const w = clientWords[reader.language];
  const { person } = page.client;
  const title = of === "mine" ? w.mine : w.ofOrganisation(person.organisationName ?? "");
  const { tickets } = page;
  const none = state === "open" ? w.noneOpen : w.noneClosed;
  return clientPage(
    { reader, desk, client: page.client, title, here: of },
    html`<div class="row">${states(list)} <a class="button main-act" href="${hrefFor(reader, `/d/${desk.id}/ayuda`)}">${w.newTicket}</a></div>
<h2>${state === "open" ? w.openTitle : w.closedTitle}</h2>
${tickets.length === 0 ? html`<p>${none}</p>` : html`<ul class="tickets">${tickets.map((ticket) => item(list, ticket))}</ul>`}
${pages(list)}
${otherForms(list)}`,
  );
}

/** What else may be asked for, and the forms that go on paper. */
function otherForms({ reader, desk, policy }: TicketList): MaybeHtml {
  const { language } = reader;
  const others = policy.forms.slice(1).filter(({ on }) => on.includes("form"));
  if (others.length === 0) return "";
  const w = clientWords[language];
  const path = (file: string): string => hrefFor(reader, `/d/${desk.id}/ayuda/${file}`);
  return html`<section class="text"><h2>${w.otherForms}</h2><ul>${others.map(
    ({ id, title, printable }) =>
      html`<li><a href="${path(id)}">${inLanguage(title, language)}</a>${printable === true ? html`, <a href="${path(`${id}.pdf`)}">${w.onPaper}</a>` : ""}</li>`,
  )}</ul></section>`;
}

const pathOf = ({ desk, of }: TicketList): string =>
  `/d/${desk.id}/cuenta${of === "mine" ? "" : "/organizacion"}`;

function states(list: TicketList): Html {
  const { reader, state } = list;
  const w = clientWords[reader.language];
  const link = (name: TicketList["state"], label: string): Html =>
    html`<a class="button quiet" href="${hrefFor(reader, pathOf(list), { estado: name === "closed" ? "cerrados" : null })}"${state === name ? html` aria-current="true"` : ""}>${label}</a>`;
  return html`${link("open", w.open)} ${link("closed", w.closed)}`;
}

function item(list: TicketList, ticket: TicketsPage["tickets"][number]): Html {
  const { reader, here, desk, policy, of } = list;
  const { language } = reader;
  const w = clientWords[language];
  const { folio, subject, state, requester, filedAt, closedAt, dueAt } = ticket;
  const href = hrefFor(reader, `/d/${desk.id}/cuenta/t/${encodeURIComponent(folio)}`);
  const asked =
    of === "organisation" && requester !== null
      ? html`<dt>${w.requester}</dt><dd>${requester}</dd>`
      : "";
  return html`<li class="sheet"><p><a href="${href}"><strong class="folio-in-list">${folio}</strong> ${subject}</a></p>
<dl class="facts"><dt>${w.state}</dt><dd><span class="state">${labelIn(policy.states, state, language)}</span></dd>${asked}
<dt>${w.filed}</dt><dd>${moment(filedAt, here)}</dd>
${closedAt === null ? html`<dt>${w.next}</dt><dd>${dueAt === null ? w.noNext : moment(dueAt, here)}</dd>` : html`<dt>${w.closedAt}</dt><dd>${moment(closedAt, here)}</dd>`}</dl></li>`;
}

function pages(list: TicketList): MaybeHtml {
  const { reader, page, state, later } = list;
  const w = clientWords[reader.language];
  const estado = state === "closed" ? "cerrados" : null;
  const older =
    page.next === null
      ? ""
      : html`<a class="button" href="${hrefFor(reader, pathOf(list), { estado, antes: String(page.next) })}">${w.older}</a>`;
  const newest = later
    ? html`<a class="button quiet" href="${hrefFor(reader, pathOf(list), { estado })}">${w.newest}</a>`
    : "";
  return older === "" && newest === "" ? "" : html`<p class="row">${newest} ${older}</p>`;
}
