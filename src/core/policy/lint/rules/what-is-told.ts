import type { ClockRule } from "../../clock-rule.ts";
import type { Policy, TellMoment, TellRule } from "../../policy.ts";
import { variablesIn } from "../../variables.ts";
import type { Finding } from "../finding.ts";
import type { At, Linted, LintRule } from "../linted.ts";
import { neverHolds } from "../possible.ts";

/** What is not known yet at a moment, so that a message of it has nothing to fill in. */
const NOT_YET: Readonly<Partial<Record<TellMoment, readonly string[]>>> = {
  received: ["agente", "mensaje", "causa", "remedio"],
  assigned: ["mensaje", "causa", "remedio"],
  classified: ["mensaje", "causa", "remedio"],
  routed: ["mensaje", "causa", "remedio"],
  held: ["agente", "causa", "remedio"],
  "warned-silence": ["mensaje"],
};

const deskPromises = ({ clocks }: Policy): ClockRule[] =>
  clocks.filter(({ against, rounds }) => against === "desk" && rounds !== "rhythm");

/** Moments at which no promise of the desk has a deadline, by what has happened until then. */
function hasDeadline(policy: Policy, on: TellMoment): boolean {
  if (on === "warned-silence") return true;
  const promises = deskPromises(policy);
  if (on === "closed" || on === "held") return false;
  if (on === "received") return promises.some(({ from }) => from.includes("received"));
  return promises.length > 0;
}

/** Each rule of what is told, with the place at which the pack writes it. */
function* toldRules({
  policy,
  pack,
}: Linted): Generator<readonly [TellRule, readonly (string | number)[]]> {
  const seen = new Map<TellMoment, number>();
  for (const rule of policy.tell) {
    const i = seen.get(rule.on) ?? 0;
    seen.set(rule.on, i + 1);
    yield [rule, Array.isArray(pack.tell?.[rule.on]) ? ["tell", rule.on, i] : ["tell", rule.on]];
  }
}

/** A message that must tell a deadline at a moment at which no clock of the desk has one. */
export const deadlineWithoutClock: LintRule = (linted) => {
  const { policy, isOwn, find } = linted;
  const found: Finding[] = [];
  for (const [rule, path] of toldRules(linted)) {
    if (!rule.says.includes("deadline") || hasDeadline(policy, rule.on) || !isOwn(path)) continue;
    const clocks: At = { path: ["clocks"], of: "key" };
    found.push(
      find("deadline-without-clock", [{ path: [...path, "says"], of: "key" }, clocks], {
        moment: rule.on,
        message: rule.message,
      }),
    );
  }
  return found;
};

/** A message with a name in braces that cannot be filled in at the moment at which it is told. */
export const momentCannotSay: LintRule = (linted) => {
  const { policy, isOwn, find } = linted;
  const found: Finding[] = [];
  for (const [rule, path] of toldRules(linted)) {
    const message = policy.messages.find(({ id }) => id === rule.message);
    if (message === undefined) continue;
    const place = ["messages", message.id, "body"];
    if (!isOwn(path) && !isOwn(place)) continue;
    const said = [message.subject.es, message.body.es, message.body.en ?? ""].join(" ");
    const missing = variablesIn(said).find(
      (name) =>
        NOT_YET[rule.on]?.includes(name) === true ||
        (name === "limite" && !hasDeadline(policy, rule.on)),
    );
    if (missing === undefined || (missing === "limite" && rule.says.includes("deadline"))) continue;
    found.push(
      find("moment-cannot-say", [{ path: [...path, "message"] }, { path: place, of: "key" }], {
        moment: rule.on,
        message: message.id,
        variable: missing,
      }),
    );
  }
  return found;
};

/** Something told where its condition can never hold. */
export const tellNeverHolds: LintRule = (linted) => {
  const { policy, find } = linted;
  const found: Finding[] = [];
  for (const [rule, path] of toldRules(linted)) {
    if (!neverHolds(policy, rule.when)) continue;
    const at = { path: [...path, "when"], of: "key" } as const;
    found.push(find("rule-never-holds", [at], { what: "tell", name: rule.on }));
  }
  return found;
};

/** Something told by a channel that the desk does not have. */
export const toldByNoChannel: LintRule = (linted) => {
  const { policy, find } = linted;
  const has = (channel: string): boolean =>
    ["page", "same-channel", "mail"].includes(channel) ||
    policy.channels.some(({ id }) => id === channel);
  const found: Finding[] = [];
  for (const [rule, path] of toldRules(linted)) {
    const i = rule.by.findIndex((channel) => !has(channel));
    const channel = rule.by[i];
    if (channel === undefined) continue;
    const facts = { moment: rule.on, channel };
    found.push(
      find(
        "told-by-no-channel",
        [{ path: [...path, "by", i] }, { path: ["channels"], of: "key" }],
        facts,
      ),
    );
  }
  return found;
};
