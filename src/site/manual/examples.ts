import { html } from "hono/html";
import { readClocks } from "../../core/clock/readings.ts";
import type { ClockRule } from "../../core/policy/clock-rule.ts";
import type { Example } from "../../core/policy/policy.ts";
import type { Instant } from "../../core/time/instant.ts";
import { labelIn } from "../../words/conditions.ts";
import { manualRouteWords } from "../../words/site/manual-route.ts";
import { manualWords } from "../../words/site/manual.ts";
import { startedAt } from "../expect.ts";
import type { MaybeHtml } from "../html.ts";
import { moment } from "../moment.ts";
import { table } from "./leaf.ts";
import type { Leaf } from "./leaf.ts";

/** The manual's own examples of a clock, computed anew by the engine at each reading. */
export function workedExamples(leaf: Leaf, clock: ClockRule): MaybeHtml {
  const { policy, reader, here, say } = leaf;
  const { language } = reader;
  const [w, own] = [manualWords[language], manualRouteWords[language]];
  const examples = policy.examples.filter((example) => example.clock === clock.id);
  if (examples.length === 0) return "";
  const computed = examples.map((example) => ({ example, ...computedFor(leaf, clock, example) }));
  const hasTargets = computed.some(({ target, limit }) => target !== null && target !== limit);
  const hasSeverities = examples.some(({ severity }) => severity !== null);
  const shown = (at: Instant | null): unknown => (at === null ? "—" : moment(at, here));
  const rows = computed.map(({ example, target, limit }) => {
    const severity =
      example.severity === null ? w.all : labelIn(policy.severities, example.severity, language);
    return [
      ...(hasSeverities ? [severity] : []),
      shown(example.filed),
      ...(hasTargets ? [shown(target)] : []),
      shown(limit),
      example.because === undefined ? "—" : say(example.because),
    ];
  });
  const heads = [
    ...(hasSeverities ? [w.severity] : []),
    w.starts,
    ...(hasTargets ? [own.expected] : []),
    w.due,
    w.because,
  ];
  const caption = { label: `${say(clock.label)}: ${w.worked}`, shown: w.workedCaption };
  return html`<h4>${w.worked}</h4>${table(caption, heads, rows)}`;
}

function computedFor(
  { policy, calendars }: Leaf,
  clock: ClockRule,
  example: Example,
): { readonly target: Instant | null; readonly limit: Instant | null } {
  const [mark] = clock.from;
  if (mark === undefined) return { target: null, limit: null };
  const severity = example.severity ?? policy.severities[0]?.id ?? "*";
  const started = startedAt({ policy, calendars }, { mark, severity }, example.filed);
  const reading = readClocks({ ...started, rules: [clock] }, example.filed)[0];
  return { target: reading?.target ?? null, limit: reading?.limit ?? null };
}
