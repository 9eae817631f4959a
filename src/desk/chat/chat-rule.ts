import type { FormRule } from "../../core/policy/form-rule.ts";
import type { ChannelRule, Policy } from "../../core/policy/policy.ts";
import { channelsNow } from "../../core/ticket/channel-now.ts";
import type { ChannelNow } from "../../core/ticket/channel-now.ts";
import type { Instant } from "../../core/time/instant.ts";
import type { BoundPolicy } from "../caches.ts";

/** The chat of a manual: its channel, and the forms that are filed by it, in their order. */
export interface ChatRule {
  readonly channel: ChannelRule;
  readonly forms: readonly FormRule[];
}

/** The chat of a manual; null: it has none, or no form for it (IF-3). */
export function chatRule(policy: Pick<Policy, "channels" | "forms">): ChatRule | null {
  const channel = policy.channels.find(({ id }) => id === "chat");
  const forms = policy.forms.filter(({ on }) => on.includes("chat"));
  return channel === undefined || forms.length === 0 ? null : { channel, forms };
}

/** How the chat stands at an instant, for whoever has no ticket yet; null: the manual has none. */
export function chatNow(bound: BoundPolicy, at: Instant): ChannelNow | null {
  const all = channelsNow({ at, context: bound, ticket: null });
  return all.find(({ channel }) => channel.id === "chat") ?? null;
}
