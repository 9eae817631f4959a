import { whoMay } from "../access/heard.ts";
import type { FormRule } from "../policy/form-rule.ts";
import type { Policy } from "../policy/policy.ts";
import type { Source } from "../policy/text.ts";
import type { Refusal } from "../refusal.ts";
import type { Ticket } from "../ticket/ticket.ts";
import { fieldSources } from "./field-source.ts";

/** Where something was refused: under which policy, on which ticket, in which form. */
export interface Refusing {
  readonly policy: Policy;
  readonly ticket?: Pick<Ticket, "form" | "held" | "level" | "charge"> | null;
  readonly form?: FormRule | undefined;
}

/** What of a policy can say no. */
export type Construct =
  | "announcement"
  | "channel"
  | "charge"
  | "duplicates"
  | "field"
  | "ground"
  | "heard"
  | "held"
  | "level"
  | "out-of-scope"
  | "reopen"
  | "solution"
  | "step"
  | "support"
  | "tracker"
  | "turns";

/** A construct: all of its rules in a policy, and those behind one refusal, from the rule itself outwards. */
interface Kind {
  readonly all: (policy: Policy) => readonly Source[];
  readonly behind: (refusal: Refusal, refusing: Refusing) => readonly (Source | null | undefined)[];
}

/** The name that a refusal gives in one of its facts. */
function named({ facts }: Refusal, ...keys: readonly string[]): string | null {
  const name = keys.map((key) => facts?.[key]).find((fact) => typeof fact === "string");
  return typeof name === "string" ? name : null;
}

function byId<T extends Source & { readonly id: string }>(
  rules: readonly T[],
  id: string | null,
): T | undefined {
  return rules.find((rule) => rule.id === id);
}

/** The form in which it was refused, or that the ticket came by. */
export function formOf({ policy, form, ticket }: Refusing): FormRule | undefined {
  return form ?? policy.forms.find(({ id }) => id === ticket?.form);
}

/** What a request is held by (HB-1, FI-2, FI-5, FI-6, RD-10), from the rule itself outwards. */
function holding(
  why: string | null | undefined,
  refusing: Refusing,
): (Source | null | undefined)[] {
  const { policy } = refusing;
  const form = formOf(refusing);
  const heard = form === undefined ? policy.people["requester"] : whoMay(policy, form);
  if (why === "support-expired") return [policy.client];
  if (why === "untrained") return [policy.training];
  return why === "incomplete" ? [form?.waitsFor, form] : [heard, form];
}

const tellsInTurn = ({ tell }: Policy) => tell.filter(({ inTurn }) => inTurn !== undefined);
const tellsSolution = ({ tell }: Policy) => tell.filter(({ on }) => on === "solved");

/** How each construct of a policy is found. */
export const constructs: Readonly<Record<Construct, Kind>> = {
  announcement: {
    all: ({ announcements }) => announcements ?? [],
    behind: (no, { policy }) => [byId(policy.announcements ?? [], named(no, "process"))],
  },
  channel: {
    all: ({ channels }) => channels,
    behind: (no, { policy }) => [byId(policy.channels, named(no, "channel"))],
  },
  charge: {
    all: ({ charges }) => charges ?? [],
    behind: (no, { policy, ticket }) => [
      byId(policy.charges ?? [], named(no, "charge") ?? ticket?.charge?.charge ?? null),
    ],
  },
  duplicates: {
    all: ({ duplicates }) => (duplicates === undefined ? [] : [duplicates]),
    behind: (_no, { policy }) => [policy.duplicates],
  },
  field: {
    all: ({ forms }) => forms.flatMap((form) => [form, ...form.fields]),
    behind: (no, refusing) =>
      fieldSources(formOf(refusing), no.field?.replace(/^fields\./u, "") ?? null),
  },
  ground: {
    all: ({ grounds }) => grounds,
    behind: (no, { policy }) => [byId(policy.grounds, named(no, "ground"))],
  },
  heard: {
    all: ({ people, forms }) => [
      ...Object.values(people),
      ...forms.flatMap(({ who }) => who ?? []),
    ],
    behind: (_no, refusing) => holding("unverified", refusing),
  },
  held: {
    all: ({ client, training, people, forms }) => [
      ...(client === null ? [] : [client]),
      ...(training === undefined ? [] : [training]),
      ...Object.values(people),
      ...forms.flatMap(({ who, waitsFor }) => [who ?? [], waitsFor ?? []].flat()),
    ],
    behind: (_no, refusing) => holding(refusing.ticket?.held, refusing),
  },
  level: {
    all: ({ levels }) => levels,
    behind: (no, { policy, ticket }) => {
      const own = no.refused === "level-not-next" ? named(no, "to") : named(no, "level", "from");
      return [byId(policy.levels, own ?? ticket?.level ?? null)];
    },
  },
  "out-of-scope": { all: ({ outOfScope }) => outOfScope, behind: () => [] },
  reopen: { all: ({ reopen }) => [reopen], behind: (_no, { policy }) => [policy.reopen] },
  solution: {
    all: tellsSolution,
    behind: (_no, { policy, ticket }) => [
      ...tellsSolution(policy).filter(({ says }) => says.some((part) => part !== "folio")),
      byId(policy.levels, ticket?.level ?? null),
    ],
  },
  step: {
    all: ({ procedures = [] }) => procedures.flatMap((rule) => [rule, ...rule.steps]),
    behind: (no, { policy }) => {
      const procedure = byId(policy.procedures ?? [], named(no, "procedure"));
      return [procedure?.steps.find(({ label }) => label.es === named(no, "step")), procedure];
    },
  },
  support: {
    all: ({ support }) => support,
    behind: (no, { policy }) => [byId(policy.support, named(no, "plan")), policy.client],
  },
  tracker: {
    all: ({ tracker }) => (tracker === undefined ? [] : [tracker]),
    behind: (_no, { policy }) => [policy.tracker],
  },
  turns: { all: tellsInTurn, behind: (_no, { policy }) => tellsInTurn(policy) },
};
