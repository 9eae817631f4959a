import { html } from "hono/html";
import { inLanguage } from "../../core/policy/text.ts";
import { type ChannelNow, channelsNow } from "../../core/ticket/channel-now.ts";
import { sayWeeklyLine } from "../../words/hours.ts";
import { channelWords } from "../../words/site/channels.ts";
import { promiseWords } from "../../words/site/promise.ts";
import { channelState, type Reached, whyClosed } from "../channels.ts";
import type { Html, MaybeHtml } from "../html.ts";
import { clauseOf } from "../manual/leaf.ts";
import { explanation } from "./explanation.ts";
import { hereOf } from "./seen.ts";
import type { SeenTicket } from "./seen.ts";

/**
 * The telephone and its rule for this very ticket: the number stands there only where it may be called
 * now (HB-6, RD-3, RD-13); else from when, or on which condition. Then the other ways to the desk.
 */
export function telephone(seen: SeenTicket): MaybeHtml {
  const { view } = seen;
  const { ticket, policy: context, now: at } = view;
  if (ticket.closed !== null) return "";
  const reached = { approach: { at, context, ticket }, here: hereOf(seen) };
  const channels = channelsNow(reached.approach);
  const phones = channels.filter(({ channel }) => channel.id === "phone");
  return html`${phones.map((now) => one(seen, now, reached))}${others(channels, reached)}`;
}

function one(seen: SeenTicket, now: ChannelNow, reached: Reached): Html {
  const w = promiseWords[seen.reader.language];
  const { channel, open } = now;
  if (open) {
    return html`<section class="text"><h2>${w.phone}</h2><p><strong class="num">${channel.at ?? ""}</strong>. ${w.phoneWith} ${hours(seen, now)}${clauseOf(channel)}</p></section>`;
  }
  const clock = seen.view.promises.find(({ rule }) => rule.id === now.byClock);
  return html`<section class="text"><h2>${w.phone}</h2><p>${channelState(now, reached)}</p>
${clock === undefined ? "" : explanation(seen, clock)}${whyClosed(now, reached)}</section>`;
}

function hours({ reader, view }: SeenTicket, { channel }: ChannelNow): string {
  const calendar = view.policy.policy.policy.calendars[channel.during ?? ""];
  if (calendar === undefined) return "";
  return promiseWords[reader.language].phoneHours(sayWeeklyLine(calendar, reader.language));
}

/** The other ways, folded away until asked for. */
function others(channels: readonly ChannelNow[], reached: Reached): MaybeHtml {
  const { language } = reached.here;
  const rest = channels.filter(({ channel }) => channel.id !== "phone");
  if (rest.length === 0) return "";
  return html`<details class="no-print"><summary>${channelWords[language].others}</summary><dl class="facts">${rest.map((now) => html`<dt>${inLanguage(now.channel.label, language)}</dt><dd>${channelState(now, reached)}</dd>`)}</dl></details>`;
}
