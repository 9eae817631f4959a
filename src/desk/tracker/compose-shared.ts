import { inLanguage } from "../../core/policy/text.ts";
import type { Instant } from "../../core/time/instant.ts";
import type { OutboxRecord } from "../../store/ticket-records.ts";
import type { FollowerRecord } from "../../store/tracker-followers.ts";
import { sayInstant } from "../../words/dates.ts";
import { cleaned } from "../../words/mail/fill.ts";
import { digestWords } from "../../words/tracker/digest.ts";
import type { BoundPolicy } from "../caches.ts";
import { newMessageId } from "../mail/compose.ts";
import type { Plazo } from "../plazo.ts";
import { digestAfter } from "./digest-wake.ts";

/** Somebody from outside whom the desk has follow its tracker. */
export interface Shared {
  readonly desk: string;
  readonly follower: FollowerRecord;
  readonly bound: BoundPolicy;
  readonly now: Instant;
}

/** The mail with which a tracker is shared: whose tickets, the link that shows them, when digests come, and how to stop. */
export function composeShared(plazo: Plazo, { follower, bound, now }: Shared): OutboxRecord {
  const { language, portal, id, since } = follower;
  const name = cleaned(follower.name).replace(/\s+/gu, " ");
  const { policy } = bound.policy;
  const words = digestWords[language];
  const whose = portal === null ? words.all : words.ofPortal(portal);
  const desk = inLanguage(policy.desk.name, language);
  const digest = policy.tracker?.digest ?? null;
  const next = digestAfter(bound, now);
  const comes =
    digest === null || next === null
      ? ""
      : words.sharedDigest(
          words.when(digest),
          sayInstant(next, { language, zone: policy.desk.zone }, now),
        );
  return {
    key: `tracker-shared/${id}/${since}`,
    moment: "digest",
    state: "pending",
    recipient: follower.recipient,
    subject: words.sharedSubject(desk),
    payload: {
      content: {
        body: words.shared({ name, desk, whose, comes }),
        open: words.open,
        facts: [],
        desk,
        footer: words.sharedFooter(desk),
        stop: words.stop,
      },
      link: null,
      language,
      automatic: true,
      references: [],
      clock: null,
      follower: id,
    },
    messageId: newMessageId(plazo),
    due: now,
  };
}
