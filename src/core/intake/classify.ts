import { emptyView, holds } from "../policy/holds.ts";
import type { Policy } from "../policy/policy.ts";

/** What the classification of an intake may look at. */
export interface Classifiable {
  readonly fields: Readonly<Record<string, string>>;
  readonly channel: string;
  readonly kind: string;
}

/** A severity, and whether it stands only until an agent classifies. */
export interface Classification {
  readonly severity: string;
  readonly provisional: boolean;
  readonly clause: readonly string[];
}

/**
 * The severity of an intake: that of the first `classify` rule that holds. Where none does, the
 * least grave, provisional (HB-9). A policy without severities gives the empty name.
 */
export function classifyIntake(policy: Policy, intake: Classifiable): Classification {
  const { fields, channel, kind } = intake;
  const view = { ...emptyView, fields, channel, kind };
  const rule = policy.classify.find(({ when }) => holds(when, view));
  if (rule === undefined) {
    return { severity: policy.severities[0]?.id ?? "", provisional: true, clause: [] };
  }
  return { severity: rule.severity, provisional: rule.provisional, clause: rule.clause };
}
