import { html } from "hono/html";
import type { Condition } from "../../core/policy/condition.ts";
import { holds } from "../../core/policy/holds.ts";
import type { ChannelRule } from "../../core/policy/policy.ts";
import { closedChannel } from "../../core/ticket/channels.ts";
import { viewOf } from "../../core/ticket/view.ts";
import { sayCondition } from "../../words/conditions.ts";
import { sayWeeklyLine } from "../../words/hours.ts";
import { attentionWords } from "../../words/site/attention.ts";
import { promiseWords } from "../../words/site/promise.ts";
import type { Html, MaybeHtml } from "../html.ts";
import { clauseOf } from "../manual/leaf.ts";
import { around, instant } from "../moment.ts";
import { hereOf } from "./seen.ts";
import type { SeenTicket } from "./seen.ts";

/** The telephone and its rule: the number stands there only where it may be called now (HB-6, RD-3, RD-13). */
export function telephone(seen: SeenTicket): Html {
  const { policy } = seen.view.policy.policy;
  return html`${policy.channels.filter(({ id }) => id === "phone").map((channel) => one(seen, channel))}`;
}

function one(seen: SeenTicket, channel: ChannelRule): MaybeHtml {
  const { reader, view } = seen;
  const { language } = reader;
  const w = promiseWords[language];
  const { policy } = view.policy.policy;
  if (view.ticket.closed !== null) return "";
  const calendar = channel.during === null ? undefined : policy.calendars[channel.during];
  const hours = calendar === undefined ? "" : w.phoneHours(sayWeeklyLine(calendar, language));
  const no = closedChannel(channel.id, { at: view.now, context: view.policy, ticket: view.ticket });
  if (no === null) {
    return html`<section class="text"><h2>${w.phone}</h2><p><strong class="num">${channel.at ?? ""}</strong>. ${w.phoneWith} ${hours}</p></section>`;
  }
  const seenNow = viewOf(view.ticket, view.policy.calendars, view.now);
  const failing = channel.needs.filter((need) => !holds(need, seenNow));
  const why = failing.map((need) => w.phoneOnly(sayCondition(need, { policy, language })));
  return html`<section class="text"><h2>${w.phone}</h2>${opensAt(seen, failing)}
<details><summary>${attentionWords[language].whyClosed}</summary><p>${why.join(" ")} ${hours}${clauseOf(channel)}</p></details></section>`;
}

/** From when it may be called, where it opens with time and the desk has not answered. */
function opensAt(seen: SeenTicket, failing: readonly Condition[]): MaybeHtml {
  const clocks = failing.flatMap(clocksIn);
  const waits = seen.view.promises.find(
    ({ rule, status }) => clocks.includes(rule.id) && status === "running",
  );
  if (waits === undefined || waits.limit === null) return "";
  const w = attentionWords[seen.reader.language];
  return html`<p>${around(w.opensAt, instant(waits.limit, hereOf(seen)))}</p>`;
}

function clocksIn(condition: Condition): readonly string[] {
  if (condition.is === "passed") return [condition.clock];
  if (condition.is === "any" || condition.is === "all") return condition.of.flatMap(clocksIn);
  return [];
}
