import { html } from "hono/html";
import { withPictures } from "../../core/text/pictures.ts";
import { sayBytes } from "../../words/bytes.ts";
import { labelIn } from "../../words/conditions.ts";
import { sayMoment } from "../../words/dates.ts";
import { sayLine, toldOnce } from "../../words/history.ts";
import type { LineLabels } from "../../words/history.ts";
import { ticketWords } from "../../words/site/ticket.ts";
import type { Html, MaybeHtml } from "../html.ts";
import { moment } from "../moment.ts";
import { hereOf } from "./seen.ts";
import type { SeenTicket } from "./seen.ts";

/** What is told by its message itself, not by a line of its own: not a call, whose words stay with the desk. */
function saidByMessage({ type, facts }: SeenTicket["view"]["actions"][number]): boolean {
  return type === "added" || (type === "contacted" && facts["how"] !== "call");
}

/** Actions taken and messages, oldest first (FI-12). */
export function story(seen: SeenTicket): Html {
  const { view, reader } = seen;
  const labels = labelsOf(seen);
  const lines = toldOnce(view.actions)
    .filter((action) => !saidByMessage(action))
    .map((action) => ({
      at: action.at,
      item: happened(seen, sayLine(action, labels, reader.language), action.at),
    }));
  const messages = view.messages.map((message) => ({ at: message.at, item: said(seen, message) }));
  const all = [...lines, ...messages].sort((a, b) => a.at - b.at);
  return html`<section class="text"><h2>${ticketWords[reader.language].story}</h2><ol class="story">${all.map(({ item }) => item)}</ol></section>`;
}

function labelsOf(seen: SeenTicket): LineLabels {
  const { reader, view } = seen;
  const { policy } = view.policy.policy;
  const label = (things: Parameters<typeof labelIn>[0]) => (id: string) =>
    labelIn(things, id, reader.language);
  return {
    severity: label(policy.severities),
    level: label(policy.levels),
    clock: label(policy.clocks),
    channel: label(policy.channels),
    moment: (at) => sayMoment(at, hereOf(seen)),
  };
}

function happened(seen: SeenTicket, sentence: string, at: number): Html {
  return html`<li><p class="soft small">${moment(at, hereOf(seen))}</p><p>${sentence}</p></li>`;
}

function said(seen: SeenTicket, message: SeenTicket["view"]["messages"][number]): Html {
  const { view, reader } = seen;
  const w = ticketWords[reader.language];
  const { kind, name } = message.author;
  const { requester } = view.ticket;
  const me = view.colleague ?? requester.name ?? requester.identity;
  // Several people of a client may write: each reads the others' names.
  const who = kind === "client" && (name === null || name === me) ? w.you : (name ?? w.desk);
  const files = view.files.filter((file) => file.message === message.id);
  return html`<li class="${kind === "client" ? "" : "desk"}"><p class="soft small">${moment(message.at, hereOf(seen))}</p>
<p><strong>${who}</strong></p>${message.text === "" ? "" : html`<div class="said" lang="${message.language}">${pieces(message.text, files, w)}</div>`}${attachments(seen, files)}</li>`;
}

/** A message's words with its pictures where they stood, fetched as the reader of the page. */
function pieces(
  text: string,
  files: SeenTicket["view"]["files"],
  { picture }: (typeof ticketWords)["es"],
): readonly (string | Html)[] {
  const named = files.map(({ id, name, mediaType: type }) => ({ id, name, type }));
  return withPictures(text, named).map((piece) =>
    typeof piece === "string"
      ? piece
      : html`<img src="?archivo=${piece.id}" alt="${picture(piece.name)}" loading="lazy">`,
  );
}

function attachments({ reader }: SeenTicket, files: SeenTicket["view"]["files"]): MaybeHtml {
  if (files.length === 0) return "";
  return html`<ul class="small">${files.map(
    ({ id, name, size }) =>
      html`<li><a href="?archivo=${id}" download>${name}</a> <span class="soft num">${sayBytes(size, reader.language)}</span></li>`,
  )}</ul>`;
}
