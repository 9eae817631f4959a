import { html } from "hono/html";
import type { Client } from "../../desk/clients/session.ts";
import { clientWords } from "../../words/site/client.ts";
import type { Html } from "../html.ts";
import { page } from "../page.ts";
import type { DeskName } from "../page.ts";
import { hrefFor } from "../reader.ts";
import type { Reader } from "../reader.ts";
import { control } from "../form/names.ts";

/** A page of somebody who is signed in. */
export interface ClientFrame {
  readonly reader: Reader;
  readonly desk: DeskName;
  readonly client: Client;
  readonly title: string;
  readonly here: "mine" | "organisation" | "data";
  readonly switchable?: boolean;
}

/** The frame of a client's own pages: who is signed in, the way out, and where else to go. */
export function clientPage(frame: ClientFrame, body: Html): Html {
  const { reader, desk, client, title, switchable = true } = frame;
  const w = clientWords[reader.language];
  return page(
    { reader, desk, title, here: "mine", switchable, private: true },
    html`<div class="row spread"><p class="soft">${w.hello(client.person.name)}</p>
<form method="post" action="/d/${desk.id}/cuenta/salir">${language(reader)}<button class="button quiet">${w.signOut}</button></form></div>
<h1>${title}</h1>
${sections(frame)}
${body}`,
  );
}

function sections({ reader, desk, client: { person }, here }: ClientFrame): Html {
  const w = clientWords[reader.language];
  const link = (name: ClientFrame["here"], path: string, label: string): Html =>
    html`<li><a href="${hrefFor(reader, `/d/${desk.id}/cuenta${path}`)}"${here === name ? html` aria-current="page"` : ""}>${label}</a></li>`;
  const organisation =
    person.seesOrganisation && person.organisationName !== null
      ? link("organisation", "/organizacion", w.ofOrganisation(person.organisationName))
      : "";
  return html`<nav aria-label="${w.sections}"><ul class="tabs">${link("mine", "", w.mine)}${organisation}${link("data", "/datos", w.data)}</ul></nav>`;
}

/** The chosen language goes along with a form. */
export function language(reader: Reader): Html {
  return reader.chosen
    ? html`<input type="hidden" name="${control.language}" value="${reader.language}">`
    : html``;
}
