import { html } from "hono/html";
import { inLanguage } from "../core/policy/text.ts";
import type { Approach } from "../core/ticket/channels.ts";
import { type ChannelNow, channelsNow } from "../core/ticket/channel-now.ts";
import { sayCondition } from "../words/conditions.ts";
import { sayWeeklyLine } from "../words/hours.ts";
import { channelWords } from "../words/site/channels.ts";
import { sayReading } from "../words/source.ts";
import type { Html, MaybeHtml } from "./html.ts";
import { clauseOf } from "./manual/leaf.ts";
import { around, instant } from "./moment.ts";
import type { Here } from "./moment.ts";

/** Where the channels of a desk are read. */
export interface Reached {
  readonly approach: Approach;
  readonly here: Here;
}

/** Every way to the desk: whether it is open now, from when it is, on which condition and by which clause. */
export function channelList({ approach, here }: Reached): Html {
  const rows = channelsNow(approach).map((now) => {
    const { channel } = now;
    return html`<dt>${inLanguage(channel.label, here.language)}</dt><dd>${channelState(now, { approach, here })}</dd>`;
  });
  return html`<dl class="facts">${rows}</dl>`;
}

/** How a channel stands, in a sentence or two. */
export function channelState(now: ChannelNow, reached: Reached): Html {
  return now.open ? openState(now, reached) : closedState(now, reached);
}

function openState(now: ChannelNow, { approach, here }: Reached): Html {
  const w = channelWords[here.language];
  const { channel, attended } = now;
  const { policy } = approach.context.policy;
  const calendar = channel.during === null ? undefined : policy.calendars[channel.during];
  const hours = calendar === undefined ? null : sayWeeklyLine(calendar, here.language);
  if (attended) {
    const when = hours === null ? w.anyTime : w.attendedNow(hours);
    return html`<strong class="is-kept">${w.open}</strong> ${when}${clauseOf(channel)}`;
  }
  return html`<strong class="is-shut">${w.outside}</strong>${attendedFrom(now, here)}${clauseOf(channel)}`;
}

function closedState(now: ChannelNow, { approach, here }: Reached): Html {
  const w = channelWords[here.language];
  const { policy } = approach.context.policy;
  const saying = { policy, language: here.language };
  const { channel, opensAt, byClock, unmet } = now;
  const clock = policy.clocks.find(({ id }) => id === byClock);
  if (opensAt === null) {
    const when = unmet.map((need) => w.onlyWhen(sayCondition(need, saying)));
    return html`<strong class="is-shut">${w.closed}</strong> ${when.join(" ")}${clauseOf(channel)}`;
  }
  const until = clock === undefined ? "" : ` ${unless(clock, here)}`;
  // Of the clauses of a channel with several conditions, those that its clock has too say this one.
  const shared = channel.clause.filter((one) => clock?.clause.includes(one) === true);
  const clause = shared.length > 0 ? shared : channel.clause;
  return html`<strong class="is-shut">${w.closed}</strong> ${around(w.opens, instant(opensAt, here))}${until}${clauseOf({ clause })}.${attendedFrom(now, here)}`;
}

function unless(
  { to, label }: { readonly to: readonly string[]; readonly label: { readonly es: string } },
  { language }: Here,
): string {
  const w = channelWords[language];
  return to.includes("contacted") || to.includes("told")
    ? w.unlessAnswered
    : w.unlessKept(inLanguage(label, language));
}

/** From when it is attended, where that is not when it opens. */
function attendedFrom({ attendedFrom: from, opensAt }: ChannelNow, here: Here): MaybeHtml {
  if (from === null || from === opensAt) return "";
  return html` ${around(channelWords[here.language].attendedFrom, instant(from, here))}`;
}

/** Why a channel is closed: every condition that would open it, its hours, its clause and the reading taken of it. */
export function whyClosed(now: ChannelNow, { approach, here }: Reached): MaybeHtml {
  const { channel, unmet } = now;
  if (now.open) return "";
  const { language } = here;
  const w = channelWords[language];
  const { policy } = approach.context.policy;
  const calendar = channel.during === null ? undefined : policy.calendars[channel.during];
  const when = unmet.map((need) => w.onlyWhen(sayCondition(need, { policy, language })));
  const hours = calendar === undefined ? [] : [`${sayWeeklyLine(calendar, language)}.`];
  const reading = sayReading(channel, language);
  const question = channel.id === "phone" ? w.why.phone : w.why.other;
  return html`<details><summary>${question}</summary><p>${[...when, ...hours].join(" ")}${clauseOf(channel)}</p>${reading === "" ? "" : html`<p class="small">${reading}</p>`}</details>`;
}
