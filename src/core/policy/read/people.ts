import type { Condition } from "../condition.ts";
import type { WhoRule } from "../form-rule.ts";
import type { ChannelRule, ClientRule, SupportKind, ThirdParty } from "../policy.ts";
import type { Path } from "../problem.ts";
import type { ConditionSource } from "../schema/condition.ts";
import type { WhoPart } from "../schema/people.ts";
import type { Text } from "../text.ts";
import { readCondition } from "./condition.ts";
import {
  labelOf,
  listOf,
  neededEntries,
  promiseSource,
  refers,
  sourceOf,
  textOf,
} from "./reading.ts";
import type { Reading } from "./reading.ts";

/** Who may ask, by role; a name or a list of names stands for `any` of them, from any address. */
export function readWho(
  reading: Reading,
  part: string | readonly string[] | WhoPart,
  path: Path,
): WhoRule {
  const isWhole = typeof part === "object" && "any" in part;
  const who: WhoPart = isWhole ? part : { any: [...listOf(part)] };
  const roles = { what: "role", known: reading.names.roles } as const;
  const within = isWhole ? [...path, "any"] : path;
  for (const [i, name] of listOf(who.any).entries())
    refers(reading, roles, { path: [...within, ...(Array.isArray(who.any) ? [i] : [])], name });
  for (const [i, name] of listOf(who.not).entries())
    refers(reading, roles, {
      path: [...path, "not", ...(Array.isArray(who.not) ? [i] : [])],
      name,
    });
  return {
    any: listOf(who.any),
    fromRegisteredAddress: who.from === "registered-address",
    proven: who.proven ?? null,
    distinct: who.distinct ?? false,
    not: listOf(who.not),
    ...sourceOf(reading, who, path),
  };
}

/** Compiles who is heard: the requester's rule, by its role. */
export function readPeople(reading: Reading): Record<string, WhoRule> {
  const part = reading.pack.people?.requester;
  if (part === undefined) return {};
  const path = ["people", "requester"];
  return { requester: { ...readWho(reading, part, path), ...promiseSource(reading, part, path) } };
}

/** Compiles the other companies whose people attend. What they see is a promise to the client. */
export function readThirdParties(reading: Reading): Record<string, ThirdParty> {
  const parties = Object.entries(reading.pack.people?.["third-parties"] ?? {});
  return Object.fromEntries(
    parties.map(([id, part]): [string, ThirdParty] => {
      const source = promiseSource(reading, part, ["people", "third-parties", id]);
      return [id, { label: labelOf(part.label, id), sees: part.sees, ...source }];
    }),
  );
}

/** Compiles what the manual calls each role. */
export function readRoles(reading: Reading): Record<string, Text> {
  const roles = Object.entries(reading.pack.people?.roles ?? {});
  return Object.fromEntries(roles.map(([id, words]) => [id, textOf(words)]));
}

/** Compiles whom the desk serves, and which kinds of request are accepted whatever was paid. */
export function readClient(reading: Reading): ClientRule | null {
  const part = reading.pack.people?.client;
  if (part === undefined) return null;
  const path = ["people", "client"];
  for (const [i, name] of listOf(part.except).entries()) {
    refers(
      reading,
      { what: "kind", known: reading.names.kinds },
      { path: [...path, "except", ...(Array.isArray(part.except) ? [i] : [])], name },
    );
  }
  return {
    is: part.is,
    needsValidSupport: part.needs === "valid-support",
    ...(part.says === undefined ? {} : { says: textOf(part.says) }),
    except: listOf(part.except),
    ...promiseSource(reading, part, path),
  };
}

/** Compiles the kinds of contracted support: the channels that each opens, and its hours. */
export function readSupport(reading: Reading): SupportKind[] {
  return Object.entries(reading.pack.support ?? {}).map(([id, part]) => {
    const path = ["support", id];
    for (const [i, name] of part.channels.entries()) {
      refers(
        reading,
        { what: "channel", known: reading.names.channels },
        { path: [...path, "channels", i], name },
      );
    }
    refers(
      reading,
      { what: "calendar", known: reading.names.calendars },
      { path: [...path, "hours"], name: part.hours },
    );
    return {
      id,
      label: labelOf(part.label, id),
      channels: part.channels,
      hours: part.hours,
      ...promiseSource(reading, part, path),
    };
  });
}

/** Compiles the ways to the desk. One that needs something refuses, and so names its clause. */
export function readChannels(reading: Reading): ChannelRule[] {
  return neededEntries(reading, "channels", reading.pack.channels).flatMap(([id, part]) => {
    if (part === undefined) return [];
    const path = ["channels", id];
    const isList = Array.isArray(part.needs);
    const needs = listOf<"ticket" | ConditionSource>(part.needs).map((need, i): Condition => {
      const here = isList ? [...path, "needs", i] : [...path, "needs"];
      return need === "ticket" ? { is: "ticket" } : readCondition(reading, need, here);
    });
    if (part.during !== undefined) {
      refers(
        reading,
        { what: "calendar", known: reading.names.calendars },
        { path: [...path, "during"], name: part.during },
      );
      if (part.always === true)
        reading.say("always-and-during", { path: [...path, "during"], of: "key" }, {});
    }
    const source =
      needs.length > 0 ? promiseSource(reading, part, path) : sourceOf(reading, part, path);
    return [
      {
        id,
        label: labelOf(part.label, id),
        needs,
        during: part.during ?? null,
        at: part.at ?? null,
        ...(part.first === "severity" ? { gravestFirst: true as const } : {}),
        ...source,
      },
    ];
  });
}
