import { cannotAnnounce } from "../announcement/announce.ts";
import { actorOf, type Outcome } from "./acting.ts";
import { localInstant } from "./moment.ts";
import type { Doing, Step } from "./scenario.ts";
import type { AnnouncingSource } from "./schema/verbs.ts";
import type { World } from "./world.ts";

/**
 * Announces a process ahead (RD-15c): a client for the tickets of their own address, the desk for
 * everybody's or for those of one address.
 */
export function announceStep(world: World, step: Step, doing: Doing): Outcome {
  const { type = null, from, to, for: whose = null } = doing.value as AnnouncingSource;
  const { zone } = world.binding.policy.policy.desk;
  const actor = actorOf(world, doing.who, world.current);
  const process = doing.object ?? "";
  const starts = localInstant(from, zone) ?? step.at;
  const ends = localInstant(to, zone) ?? step.at;
  const by = actor.kind === "client" ? "client" : "agent";
  const no = cannotAnnounce(
    { process, type, starts, ends, by },
    {
      policy: world.binding.policy.policy,
      calendars: world.binding.calendars,
      now: step.at,
    },
  );
  if (no !== null) return [no];
  const address = actor.kind === "client" ? (whose ?? actor.address) : whose;
  world.announced = [...world.announced, { process, from: starts, to: ends, address }];
  return [];
}
