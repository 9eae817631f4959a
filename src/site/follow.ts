import { html } from "hono/html";
import { followWords } from "../words/site/follow.ts";
import { control } from "./form/names.ts";
import type { Html } from "./html.ts";
import { page } from "./page.ts";
import type { DeskName } from "./page.ts";
import type { Reader } from "./reader.ts";

/** Asking for the link to a ticket. */
export interface FollowPage {
  readonly reader: Reader;
  readonly desk: DeskName;
  /** A folio as the desk writes them. */
  readonly example: string;
  readonly folio: string;
  readonly address: string;
  readonly missing: boolean;
}

/** Folio and address; the answer is the same whoever asks. */
export function followPage({ reader, desk, example, folio, address, missing }: FollowPage): Html {
  const w = followWords[reader.language];
  const wrong = missing
    ? html`<p class="note bad" role="alert" tabindex="-1" data-summary>${w.missing}</p>`
    : "";
  const lang = reader.chosen
    ? html`<input type="hidden" name="${control.language}" value="${reader.language}">`
    : "";
  return page(
    { reader, desk, title: w.title, here: "follow", switchable: !missing },
    html`<h1>${w.title}</h1><p class="lead">${w.lead}</p>${wrong}
<form method="post" action="/d/${desk.id}/seguir">${lang}
<div class="field"><label for="folio">${w.folio}</label><p class="hint" id="folio-ayuda">${w.folioHint(example)}</p><input id="folio" name="folio" value="${folio}" autocapitalize="characters" spellcheck="false" aria-describedby="folio-ayuda"></div>
<div class="field"><label for="correo">${w.address}</label><input id="correo" name="correo" type="email" value="${address}" autocomplete="email"></div>
<button class="button main-act">${w.send}</button></form>`,
  );
}

/** What everybody reads after asking, whether the ticket exists or not. */
export function linkAskedPage(reader: Reader, desk: DeskName): Html {
  const w = followWords[reader.language];
  return page(
    { reader, desk, title: w.sentTitle, here: "follow", switchable: false },
    html`<h1>${w.sentTitle}</h1><p class="lead">${w.sent}</p>`,
  );
}

/** What whoever adds to an open ticket from the form reads: the link to it went by mail. */
export function addedPage(reader: Reader, desk: DeskName, folio: string): Html {
  const w = followWords[reader.language];
  return page(
    { reader, desk, title: w.addedTitle, here: "follow", switchable: false, private: true },
    html`<h1>${w.addedTitle}</h1><p class="lead">${w.added(folio)}</p>`,
  );
}
