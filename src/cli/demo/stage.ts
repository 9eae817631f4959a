import type { Policy } from "../../core/policy/policy.ts";
import { HOUR } from "../../core/time/instant.ts";
import type { Instant, Millis } from "../../core/time/instant.ts";
import { followToken } from "../../desk/follow.ts";
import type { Followed } from "../../desk/follow.ts";
import type { Plazo } from "../../desk/plazo.ts";
import type { Staff } from "../../desk/tickets/act.ts";
import type { Filed } from "../../desk/tickets/file-ticket.ts";
import type { Agenda } from "./agenda.ts";
import type { Chance } from "./chance.ts";
import type { DemoScript, RequestKind } from "./script.ts";

/** What the lives of a demonstration's tickets are lived with. */
export interface Stage {
  readonly plazo: Plazo;
  readonly desk: string;
  readonly policy: Policy;
  readonly script: DemoScript;
  readonly folder: string;
  readonly chance: Chance;
  readonly agenda: Agenda;
  readonly agents: readonly Staff[];
  /** The instant after `length` of the desk's open time, in milliseconds. */
  readonly inHours: (from: Instant, length: Millis) => Instant;
  filed: number;
}

/** One ticket of the demonstration, and who takes it. */
export interface Life {
  readonly stage: Stage;
  readonly request: RequestKind;
  readonly filed: Filed;
  readonly agent: Staff;
}

/** The ticket of a life, as people of the desk name it. */
export function placeOf({ stage, filed }: Life): { readonly desk: string; readonly folio: string } {
  return { desk: stage.desk, folio: filed.folio };
}

/** The ticket of a life, as its requester opens it: by the link that was mailed, where one was. */
export function opened(life: Life): { readonly desk: string; readonly capability: string } {
  const { stage, filed } = life;
  const { desk, plazo } = stage;
  const isMailed = filed.acknowledged === "mailed";
  return { desk, capability: isMailed ? followToken(plazo, mailedTo(life)) : filed.capability };
}

/** The requester of a life as the one to whom its mails go. */
export function mailedTo({ stage, filed }: Life): Followed {
  const number = Number(/\d+$/u.exec(filed.folio)?.[0] ?? "0");
  return { desk: stage.desk, number, recipient: filed.ticket.requester.address ?? "" };
}

/** The level at which requests come in. */
export function firstLevel({ policy }: Pick<Stage, "policy">): string {
  return policy.levels[0]?.id ?? "";
}

/** Somebody who works at a level, by chance; who has none of their own works at all. */
export function agentAt({ agents, chance }: Stage, level: string): Staff {
  return chance.pick(agents.filter((agent) => agent.level === null || agent.level === level));
}

/** What the policy allows for solving a severity, in milliseconds of open time; a working day where it counts otherwise. */
export function promisedSolution({ policy }: Stage, severity: string): Millis {
  return limitOf(policy, severity, ["told.solved", "solved"]) ?? 8 * HOUR;
}

/** What the policy allows for the first contact, likewise; half a working day where it counts otherwise. */
export function promisedContact({ policy }: Stage, severity: string): Millis {
  return limitOf(policy, severity, ["contacted"]) ?? 4 * HOUR;
}

function limitOf({ clocks }: Policy, severity: string, ends: readonly string[]): Millis | null {
  const clock = clocks.find(
    ({ to, breach }) => breach !== false && to.some((mark) => ends.includes(mark)),
  );
  const limit = (clock?.within[severity] ?? clock?.within["*"])?.limit;
  return limit?.unit === "hours" ? limit.ms : null;
}
