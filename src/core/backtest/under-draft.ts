import type { Moment, SeverityStretch, Trace } from "../clock/trace.ts";
import { classifyIntake } from "../intake/classify.ts";
import type { Policy } from "../policy/policy.ts";
import type { Ticket } from "../ticket/ticket.ts";

/** The event that every ticket begins with. */
const FILING = 1;

/**
 * A past ticket as if it had been filed under this policy: what people did stays, at its time; the
 * severity that the intake gave is the draft's own, up to the agent's first word on it; moves to
 * other versions and what time recorded under them are gone. A severity that an agent set stays, by
 * name, whether the draft knows it or not.
 */
export function underDraft(ticket: Ticket, draft: Policy): Ticket {
  const { rebindings: _moves, promised: _told, ...trace } = ticket.trace;
  const { severity, provisional } = classifyIntake(draft, ticket);
  const severities = reclassified(trace, severity);
  return {
    ...ticket,
    severity: severities.at(-1)?.severity ?? severity,
    recordedBreaches: [],
    recordedWarnings: [],
    recordedPasses: [],
    trace: { ...trace, severities, moments: markedAs(trace.moments, provisional) },
  };
}

/** The draft's own severity from the filing on, up to where an agent named one. */
function reclassified(
  { severities, moments }: Trace,
  severity: string,
): readonly SeverityStretch[] {
  const [first, ...later] = severities;
  if (first === undefined || first.severity === severity) return severities;
  const named = moments.find(({ mark, seq }) => mark === "classified" && seq !== FILING);
  const before = later[0]?.from ?? Infinity;
  // An agent who kept what the intake had given named it all the same.
  const kept = named !== undefined && named.at < before ? [{ ...first, from: named.at }] : [];
  return [{ severity, from: first.from }, ...kept, ...later];
}

/** A severity that is not provisional counts as classified at the filing. */
function markedAs(moments: readonly Moment[], provisional: boolean): readonly Moment[] {
  const isOwn = ({ mark, seq }: Moment): boolean => mark === "classified" && seq === FILING;
  const received = moments.findIndex(({ mark }) => mark === "received");
  const filing = moments[received];
  if (filing === undefined || moments.some(isOwn) === !provisional) return moments;
  if (provisional) return moments.filter((moment) => !isOwn(moment));
  return moments.toSpliced(received + 1, 0, { ...filing, mark: "classified", seq: FILING });
}
